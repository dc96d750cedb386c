using Demarche.Documents;

namespace Demarche.Reading;

/// <summary>Cuts a plain text into the stretches that are paragraphs, headings or other lines; each a span without blanks at its ends.</summary>
static class TextLines
{
    /// <summary>Lines that an 80-column world wrapped are rejoined: a paragraph's span then holds line ends.</summary>
    public static List<TextSpan> Split(string text)
    {
        var lines = Lines(text);
        var width = WrapWidth(text, lines);
        var alone = RunningLines.Find(text, lines);
        for (var i = 0; i < lines.Count; i++)
            alone[i] |= MailLines.StandsAlone(text.AsSpan(lines[i].Start, lines[i].Length));
        var paragraphs = new List<TextSpan>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsEmpty)
                continue;
            var span = lines[i];
            while (width > 0 && i + 1 < lines.Count && !lines[i + 1].IsEmpty && !alone[i] && !alone[i + 1] && IsQuoted(text, lines[i]) == IsQuoted(text, lines[i + 1]) && Continues(text, lines[i], lines[i + 1], width))
                span = new TextSpan(span.Start, lines[++i].End);
            paragraphs.Add(span);
        }
        return paragraphs;
    }

    static bool IsQuoted(string text, TextSpan line) => MailLines.IsQuoted(text.AsSpan(line.Start, line.Length));

    /// <summary>A line goes on below where the first word below would not have fitted any more.</summary>
    public static bool Continues(string text, TextSpan line, TextSpan below, int width)
    {
        var word = text.AsSpan(below.Start, below.Length).IndexOf(' ');
        return line.Length + 1 + (word < 0 ? below.Length : word) > width - 8;
    }

    // Nobody wraps wider, and few narrower.
    const int NarrowestWrap = 40, WidestWrap = 130;

    /// <summary>
    /// The column a text was wrapped at, or 0 where its lines are paragraphs: of the lines that another follows without a blank one between,
    /// most reach nearly as far as the longest. The headers of mails are no part of the text.
    /// </summary>
    public static int WrapWidth(string text, List<TextSpan> lines)
    {
        int longest = 0, count = 0, followed = 0, full = 0, wide = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (IsFollowed(i) && lines[i].Length <= WidestWrap)
                longest = Math.Max(longest, lines[i].Length);
            count += lines[i].IsEmpty ? 0 : 1;
            wide += lines[i].Length > WidestWrap ? 1 : 0;
        }
        if (longest < NarrowestWrap || wide * 10 > count)
            return 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsFollowed(i))
                continue;
            followed++;
            full += lines[i].Length > longest * 0.75 ? 1 : 0;
        }
        return followed >= 3 && full > followed * 0.6 ? longest : 0;

        bool IsFollowed(int i) =>
            i + 1 < lines.Count && !lines[i].IsEmpty && !lines[i + 1].IsEmpty && !StandsAlone(lines[i]) && !StandsAlone(lines[i + 1]);

        bool StandsAlone(TextSpan line) => MailLines.StandsAlone(text.AsSpan(line.Start, line.Length));
    }

    public static List<TextSpan> Lines(string text)
    {
        var lines = new List<TextSpan>();
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            lines.Add(Trim(text, start, end));
            start = end + 1;
        }
        return lines;
    }

    public static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && IsBlank(text[start]))
            start++;
        while (end > start && IsBlank(text[end - 1]))
            end--;
        return new TextSpan(start, end);
    }

    static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF' or '\f';
}
