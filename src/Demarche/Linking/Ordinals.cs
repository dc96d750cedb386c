using System.Collections.Frozen;
using System.Globalization;

namespace Demarche.Linking;

/// <summary>"The 11th conference", "a second round of talks": numbers that tell one of a series from the next.</summary>
static class Ordinals
{
    static readonly FrozenDictionary<string, int> ByWord = new Dictionary<string, int>
    {
        ["second"] = 2,
        ["third"] = 3,
        ["fourth"] = 4,
        ["fifth"] = 5,
        ["sixth"] = 6,
        ["sevent"] = 7,
        ["eighth"] = 8,
        ["ninth"] = 9,
        ["tenth"] = 10,
        ["eleven"] = 11,
        ["twelft"] = 12,
        ["first"] = 1,
    }.ToFrozenDictionary();

    /// <summary>Each ordinal with the stem of the content word it counts, the last of the words before a break.</summary>
    public static IEnumerable<(string Counted, int Value)> In(string sentence, List<Word> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (ValueOf(sentence, words[i]) is not { } value)
                continue;
            // "11th Moscow Conference on Security": what is counted is the last word of the phrase, and the phrase ends
            // where something other than a single space follows or a word of grammar comes.
            string? counted = null;
            for (var j = i + 1; j < words.Count && j <= i + 4; j++)
            {
                if (words[j].Start - words[j - 1].End != 1 || Words.IsEmpty(words[j].Stem))
                    break;
                counted = words[j].Stem;
            }
            if (counted is not null)
                yield return (counted, value);
        }
    }

    static int? ValueOf(string sentence, Word word)
    {
        var text = sentence.AsSpan(word.Start, word.End - word.Start);
        if (text.Length > 2 && char.IsDigit(text[0]) && text[^2..].ToString().ToLowerInvariant() is "st" or "nd" or "rd" or "th"
            && int.TryParse(text[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        return ByWord.TryGetValue(word.Stem, out var value) && !IsSurname(word) ? value : null;

        // "Twelft" as a stem needs no guard; a capitalised "Second" inside a sentence may be a title ("Second World War"), and
        // such a name does not count editions.
        bool IsSurname(Word candidate) => candidate.Capitalised && candidate.Start > 0;
    }
}
