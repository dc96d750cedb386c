using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Language;

/// <summary>
/// Mends three ways in which the parser takes a verb and its arguments apart. "Freed the activist | Samuel Addo" has one object, whose name stands
/// beside it: no verb has two of a kind side by side. "Killed at | least 40 people" has an object, too: "at least" is of the number.
/// And what has a subject and an object is a verb, whatever it looks like: "Germany thanks Poland".
/// </summary>
static class Arguments
{
    // Of phrases without a preposition those that tell how long or how far are no objects.
    static readonly ImmutableArray<string> Measures =
        ["second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "time", "percent", "mile", "kilometre", "kilometer", "metre", "meter", "foot", "point"];

    public static Syntax Mend(Syntax syntax, ImmutableArray<string> lemmas)
    {
        ImmutableArray<int>.Builder? heads = null;
        ImmutableArray<string>.Builder? relations = null;
        for (var word = 1; word < lemmas.Length; word++)
            if (IsNameBeside(syntax, word))
            {
                (heads ??= syntax.Heads.ToBuilder())[word] = word - 1;
                (relations ??= syntax.Relations.ToBuilder())[word] = "appos";
            }
            else if (IsCounted(syntax, lemmas, word))
            {
                (relations ??= syntax.Relations.ToBuilder())[word] = "obj";
            }
        return WithVerbs(relations is null ? syntax : syntax with { Heads = heads?.MoveToImmutable() ?? syntax.Heads, Relations = relations.MoveToImmutable() }, lemmas);
    }

    static Syntax WithVerbs(Syntax syntax, ImmutableArray<string> lemmas)
    {
        var isSubject = new bool[lemmas.Length];
        for (var word = 0; word < lemmas.Length; word++)
            if (syntax.Relations[word] == "nsubj" && syntax.Heads[word] > word)
                isSubject[syntax.Heads[word]] = true;
        var (tags, fineTags, features) = syntax.Tagging;
        List<int> verbs = [];
        for (var word = 1; word < lemmas.Length; word++)
            if (syntax.Relations[word] == "obj" && syntax.Heads[word] is >= 0 and var verb && verb < word && isSubject[verb] && tags[verb] == PartOfSpeech.NOUN && (fineTags[verb] == "NNS" || lemmas[verb].EndsWith('s')))
                verbs.Add(verb);
        if (verbs.Count == 0)
            return syntax;
        var (allTags, allFine, allFeatures) = (tags.ToBuilder(), fineTags.ToBuilder(), features.ToBuilder());
        foreach (var verb in verbs)
            (allTags[verb], allFine[verb], allFeatures[verb]) = (PartOfSpeech.VERB, "VBZ", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin");
        return syntax with { Tagging = new Tagging(allTags.MoveToImmutable(), allFine.MoveToImmutable(), allFeatures.MoveToImmutable()) };
    }

    static bool IsNameBeside(Syntax syntax, int word) =>
        syntax.Relations[word] is "obj" or "nsubj" or "nsubj:pass" && syntax.Relations[word - 1] == syntax.Relations[word]
        && syntax.Heads[word] == syntax.Heads[word - 1]
        && syntax.Tagging.Tags[word] == PartOfSpeech.PROPN && syntax.Tagging.Tags[word - 1] == PartOfSpeech.NOUN;

    static bool IsCounted(Syntax syntax, ImmutableArray<string> lemmas, int word)
    {
        if (syntax.Relations[word] != "obl" || syntax.Tagging.Tags[word] != PartOfSpeech.NOUN || Measures.Contains(lemmas[word])
            || syntax.Heads[word] is not (>= 0 and var verb) || verb >= word - 3 || syntax.Tagging.Tags[verb] != PartOfSpeech.VERB)
            return false;
        // "At least 40 people" right behind the verb.
        for (var at = verb + 1; at < word; at++)
            if (syntax.Heads[at] == word && syntax.Relations[at] == "case")
                return false;
        if (lemmas[verb + 1] != "at" || lemmas[verb + 2] is not ("least" or "most"))
            return false;
        for (var other = verb - 1; other >= 0 && verb - other < 4; other--)
            if (syntax.Heads[other] == verb && syntax.Relations[other] == "aux:pass")
                return false;
        for (var other = word + 1; other < lemmas.Length && syntax.Relations[other] != "root" && other - word < 12; other++)
            if (syntax.Heads[other] == verb && syntax.Relations[other] == "obj")
                return false;
        return true;
    }
}
