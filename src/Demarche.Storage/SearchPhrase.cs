using System.Globalization;
using System.Text;

namespace Demarche.Storage;

/// <summary>
/// Words that must follow each other: letters and digits in lower case, without marks of their own. Stems are the database's, and so are
/// letters with a mark ("é"): the program runs without ICU, where <see cref="string.Normalize()"/> changes nothing.
/// </summary>
/// <param name="IsBeginning">Whether the last word may go on.</param>
sealed record SearchPhrase(IReadOnlyList<string> Words, bool IsBeginning)
{
    /// <summary>What the user's words ask for: each is to be found; words in double quotes form a phrase; a final * stands for any ending.</summary>
    public static IReadOnlyList<SearchPhrase> In(string? text)
    {
        var phrases = new List<SearchPhrase>();
        var parts = (text ?? "").Split('"');
        for (var i = 0; i < parts.Length; i++)
        {
            // Every second part stood between double quotes.
            foreach (var phrase in i % 2 == 1 ? [parts[i]] : parts[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                if (WordsIn(phrase) is { Count: > 0 } words)
                    phrases.Add(new SearchPhrase(words, phrase.EndsWith('*')));
        }
        return phrases;
    }

    static List<string> WordsIn(string phrase)
    {
        var letters = new StringBuilder();
        foreach (var rune in phrase.EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune))
                letters.Append(Rune.ToLowerInvariant(rune));
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
                letters.Append(' ');
        return [.. letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }
}
