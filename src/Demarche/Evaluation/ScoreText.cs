using System.Globalization;
using System.Text;

namespace Demarche.Evaluation;

/// <summary>Words as the independent scorers see them: runs of letters, digits and underscores.</summary>
static class ScoreText
{
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

    /// <summary>Lower case, full-width forms and ligatures made plain: what of NFKC and case folding occurs in news text.</summary>
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
            else
                folded.Append(char.ToLowerInvariant(c));
        }
        return folded.ToString();
    }
}
