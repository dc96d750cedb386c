using System.Globalization;
using System.Text;

namespace Demarche.Evaluation;

/// <summary>Words as the independent scorers see them: runs of letters, digits and underscores.</summary>
static class ScoreText
{
    // Letters that NFKC takes apart and does not put together again.
    const string Dotted = "\u0958\u0959\u095A\u095B\u095C\u095D\u095E\u095F\u09DC\u09DD\u09DF\u0A33\u0A36\u0A59\u0A5A\u0A5B\u0A5E\u0B5C\u0B5D";
    const string Plain = "\u0915\u0916\u0917\u091C\u0921\u0922\u092B\u092F\u09A1\u09A2\u09AF\u0A32\u0A38\u0A16\u0A17\u0A1C\u0A2B\u0B21\u0B22";
    const string Dots = "\u093C\u093C\u093C\u093C\u093C\u093C\u093C\u093C\u09BC\u09BC\u09BC\u0A3C\u0A3C\u0A3C\u0A3C\u0A3C\u0A3C\u0B3C\u0B3C";

    /// <summary>The words of a text, case and width folded.</summary>
    public static string[] FoldedWords(string? text)
    {
        var words = Words(Fold(text ?? ""));
        return [.. words];
    }

    /// <summary>The words of a text, as they stand.</summary>
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = -1;
        var i = 0;
        while (i < text.Length)
        {
            var status = Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            if (status == System.Buffers.OperationStatus.Done && IsWord(rune))
            {
                if (start < 0)
                    start = i;
            }
            else if (start >= 0)
            {
                words.Add(text[start..i]);
                start = -1;
            }
            i += length;
        }
        if (start >= 0)
            words.Add(text[start..]);
        return words;
    }

    static bool IsWord(Rune rune) => rune.Value == '_' || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    /// <summary>
    /// Lower case, full-width forms and ligatures made plain, Indic letters without their dots: what of NFKC and case folding occurs in
    /// news text. The runtime itself normalizes nothing where it knows no culture.
    /// </summary>
    static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is >= '\uFF01' and <= '\uFF5E')
                folded.Append(char.ToLowerInvariant((char)(c - 0xFEE0)));
            else if (c == 'ß')
                folded.Append("ss");
            else if (c == '\uFB01')
                folded.Append("fi");
            else if (c == '\uFB02')
                folded.Append("fl");
            else if (Dotted.IndexOf(c, StringComparison.Ordinal) is >= 0 and var letter)
                folded.Append(Plain[letter]).Append(Dots[letter]);
            else
                folded.Append(char.ToLowerInvariant(c));
        }
        return folded.ToString();
    }
}
