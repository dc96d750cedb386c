using Demarche.Documents;
using Demarche.Knowledge.Actors;

namespace Demarche.Coding.Parties;

/// <summary>Two states that share a name: "North and South Korea", "North and South Korean soldiers", "the two Koreas".</summary>
static class SharedNames
{
    /// <summary>The words of each state's name in [first, end); none where no name is shared.</summary>
    public static IEnumerable<MentionWord[]> In(TokenTable tokens, int first, int end)
    {
        for (var name = first; name < end; name++)
            if (name >= first + 3 && IsSide(tokens.Forms[name - 1]) && tokens.Lemmas[name - 2] == "and" && IsSide(tokens.Forms[name - 3]))
                return [[Word(tokens, name - 3), Word(tokens, name)], [Word(tokens, name - 1), Word(tokens, name)]];
            else if (tokens.FineTags[name] == "NNPS" && tokens.Lemmas[name] is var one && one.Length > 0 && char.IsUpper(one[0]))
                return [[new MentionWord("North", "North", true), new MentionWord(one, one, true)], [new MentionWord("South", "South", true), new MentionWord(one, one, true)]];
        return [];
    }

    static MentionWord Word(TokenTable tokens, int token) => new(tokens.Forms[token], tokens.Lemmas[token], true);

    static bool IsSide(string form) => form is "North" or "South" or "East" or "West" or "Northern" or "Southern" or "Eastern" or "Western";
}
