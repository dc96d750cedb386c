using System.Text;
using Demarche.Documents;

namespace Demarche.Reading;

/// <summary>Joins the words that a wrapped text breaks at the ends of its lines.</summary>
static class Hyphenation
{
    /// <summary>The text with "negotia-" and "tions" as one word again; "long-" and "term" keep their hyphen where the text has it elsewhere.</summary>
    public static string Join(string text)
    {
        if (!text.Contains("-\n", StringComparison.Ordinal) && !text.Contains("\u00AD\n", StringComparison.Ordinal))
            return text;
        var lines = TextLines.Lines(text);
        var width = TextLines.WrapWidth(text, lines);
        if (width == 0)
            return text;
        var joined = new StringBuilder(text.Length);
        var from = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var (line, below) = (lines[i], lines[i + 1]);
            if (line.Length < 3 || below.IsEmpty || text[line.End - 1] is not ('-' or '\u00AD') || !char.IsLetter(text[line.End - 2]) || !char.IsLower(text[below.Start]) || !TextLines.Continues(text, line, below, width))
                continue;
            var keep = text[line.End - 1] == '-' && IsCompound(text, line, below);
            // The word goes up whole, so that the lines below keep about their lengths.
            var end = text.AsSpan(below.Start, below.Length).IndexOf(' ') is >= 0 and var blank ? below.Start + blank : below.End;
            joined.Append(text, from, line.End - (keep ? 0 : 1) - from).Append(text, below.Start, end - below.Start);
            if (end < below.End)
                joined.Append('\n');
            from = end < below.End ? end + 1 : end;
        }
        return joined.Append(text, from, text.Length - from).ToString();
    }

    static bool IsCompound(string text, TextSpan line, TextSpan below)
    {
        int start = line.End - 1, end = below.Start;
        while (start > line.Start && char.IsLetter(text[start - 1]))
            start--;
        while (end < below.End && char.IsLetter(text[end]))
            end++;
        return text.Contains(string.Concat(text.AsSpan(start, line.End - start), text.AsSpan(below.Start, end - below.Start)), StringComparison.OrdinalIgnoreCase);
    }
}
