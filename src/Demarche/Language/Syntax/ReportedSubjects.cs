using System.Collections.Immutable;

namespace Demarche.Language;

/// <summary>
/// Gives the subject of what is reported back to it. "Rebels, who had come by night, seized the town, residents said": past a long clause parsers
/// hang "rebels" on "said" beside "residents" and leave "seized" without anybody. A verb has one subject.
/// </summary>
static class ReportedSubjects
{
    public static Syntax Return(Syntax syntax)
    {
        var subjects = new int[syntax.Heads.Length];
        for (var word = 0; word < subjects.Length; word++)
            if (IsSubject(syntax, word))
                subjects[syntax.Heads[word]]++;
        ImmutableArray<int>.Builder? heads = null;
        ImmutableArray<string>.Builder? relations = null;
        for (var word = 0; word < subjects.Length; word++)
            if (IsSubject(syntax, word) && subjects[syntax.Heads[word]] == 2 && Reported(syntax, subjects, word) is >= 0 and var reported)
            {
                (heads ??= syntax.Heads.ToBuilder())[word] = reported;
                (relations ??= syntax.Relations.ToBuilder())[word] = IsPassive(syntax, reported) ? "nsubj:pass" : "nsubj";
            }
        return heads is null || relations is null ? syntax : syntax with { Heads = heads.MoveToImmutable(), Relations = relations.MoveToImmutable() };
    }

    static bool IsSubject(Syntax syntax, int word) => syntax.Heads[word] >= 0 && syntax.Relations[word] is "nsubj" or "nsubj:pass";

    // The verb without a subject between this subject of the reporting verb and the other one, or the reporting verb ("..., said residents").
    static int Reported(Syntax syntax, int[] subjects, int subject)
    {
        var reporting = syntax.Heads[subject];
        var found = -1;
        for (var word = subject + 1; word < reporting; word++)
            if (syntax.Heads[word] != reporting)
                continue;
            else if (syntax.Relations[word] == "ccomp" && subjects[word] == 0)
                found = word;
            else if (IsSubject(syntax, word))
                break;
        return found;
    }

    static bool IsPassive(Syntax syntax, int verb)
    {
        for (var word = verb - 1; word >= 0 && word >= verb - 4; word--)
            if (syntax.Heads[word] == verb && syntax.Relations[word] == "aux:pass")
                return true;
        return false;
    }
}
