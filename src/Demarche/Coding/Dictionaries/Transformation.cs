using System.Text.RegularExpressions;
using Demarche.Coding.Rules;
using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Coding.Dictionaries;

/// <summary>
/// What an act and a verb above it are together: "~ a (b . ATTACK) SAY = a b 112", whoever says that another attacks accuses him. Letters are parties,
/// "." is anybody, "_" nobody named; the act may be "Q", any, and as a code the act's own; "WILL_" before it asks for a future.
/// </summary>
sealed partial record Transformation(char Speaker, char Doer, char Recipient, string Act, bool IsFuture, string Verb, char Source, char Target, string Code, int Line)
{
    public const string Any = "Q";

    const string Will = "WILL_";

    // "said it wants to attack": further up stands another matter.
    const int MostStepsUp = 2;

    public static Transformation Read(string text, string path, int line)
    {
        if (Form().Match(text) is not { Success: true } parts)
            throw new DataFileException(path, line, $"expected '~ a (b c ACT) VERB = a b code', found '{text}'");
        var act = parts.Groups[4].Value.ToUpperInvariant();
        var future = act.StartsWith(Will, StringComparison.Ordinal);
        var (speaker, doer, recipient, source, target) = (parts.Groups[1].Value[0], parts.Groups[2].Value[0], parts.Groups[3].Value[0], parts.Groups[6].Value[0], parts.Groups[7].Value[0]);
        foreach (var letter in (ReadOnlySpan<char>)[source, target])
            if (!char.IsAsciiLetter(letter) || (letter != speaker && letter != doer && letter != recipient))
                throw new DataFileException(path, line, $"'{letter}' stands for nobody before the '='");
        return new Transformation(speaker, doer, recipient, (future ? act[Will.Length..] : act).ToLowerInvariant(), future, parts.Groups[5].Value.ToLowerInvariant(), source, target, parts.Groups[8].Value.ToUpperInvariant(), line);
    }

    /// <summary>The verb above an act to which this applies, or -1. What is not said to be done is not transformed, but by a code that stays the act's own.</summary>
    /// <param name="isVerb">Whether a word is of the verbs that share their code with <see cref="Verb"/>.</param>
    public int Above(Document document, int act, Func<int, bool> isVerb)
    {
        var above = act;
        for (var steps = 0; steps < MostStepsUp; steps++)
        {
            if (document.Tokens.Relations[above] is not ("ccomp" or "xcomp") || document.Tokens.Heads[above] is not (>= 0 and var head))
                return -1;
            above = head;
            if (isVerb(above))
                return (!IsFuture || IsFutureAt(document, act)) && (Code == Any || !ClauseRoles.IsNegated(document, act)) && FitsDoer(document, act, above) ? above : -1;
        }
        return -1;
    }

    bool FitsDoer(Document document, int act, int above)
    {
        var (doer, speaker) = (ClauseRoles.Subject(document, act), ClauseRoles.Subject(document, above));
        // "said it would attack": the pronoun is the speaker's.
        var same = doer < 0 || doer == speaker || document.Tokens.Tags[doer] == PartOfSpeech.PRON;
        return Doer switch
        {
            '.' => true,
            '_' => same,
            _ => same == (Doer == Speaker),
        };
    }

    static bool IsFutureAt(Document document, int act)
    {
        foreach (var child in document.Tokens.Children[act])
            if (ClauseRoles.IsFuture(document, child))
                return true;
        return false;
    }

    [GeneratedRegex(@"^~\s*(\S)\s*\(\s*(\S)\s+(\S)\s+(\S+)\s*\)\s*(\S+)\s*=\s*(\S)\s+(\S)\s+([0-9A-Za-z]+)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
