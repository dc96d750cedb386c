using Demarche.Documents;

namespace Demarche.Language;

/// <summary>Finds paragraphs, and the chunks between white space in them.</summary>
static class Paragraphs
{
    /// <summary>
    /// Each paragraph as its chunks. <c>LineBreakAfter</c> tells a line that was ended on purpose (a headline, a list item) from
    /// one that was only wrapped: its next word would have fitted into the widest line of the stretch, and starts no lower-case
    /// continuation.
    /// </summary>
    public static IEnumerable<List<(Chunk Chunk, bool LineBreakAfter)>> Of(string text, TextSpan stretch)
    {
        var width = WidestLine(text, stretch);
        var chunks = new List<(Chunk Chunk, bool LineBreakAfter)>();
        var lineStart = stretch.Start;
        var at = SkipSpace(text, stretch.Start, stretch.End);
        while (at < stretch.End)
        {
            var end = at;
            while (end < stretch.End && CharacterClass.Of(text[end]) != CharacterClass.Space)
                end++;
            var next = SkipSpace(text, end, stretch.End);
            var gap = text.AsSpan(end, next - end);
            var breaks = gap.Count('\n');
            var onPurpose = breaks == 1 && next < stretch.End && IsOnPurpose(text, stretch, lineStart, end, next, width);
            chunks.Add((new Chunk(at, end, next < stretch.End && breaks < 2 ? next : text.Length), onPurpose));
            if (breaks > 0)
                lineStart = end + gap.LastIndexOf('\n') + 1;
            if (breaks > 1)
            {
                yield return chunks;
                chunks.Clear();
            }
            at = next;
        }
        if (chunks.Count > 0)
            yield return chunks;
    }

    static bool IsOnPurpose(string text, TextSpan stretch, int lineStart, int end, int next, int width)
    {
        if (CharacterClass.Of(text[next]) == CharacterClass.Lower)
            return false;
        var wordEnd = next;
        while (wordEnd < stretch.End && CharacterClass.Of(text[wordEnd]) != CharacterClass.Space)
            wordEnd++;
        return end - lineStart + 1 + (wordEnd - next) <= width;
    }

    static int WidestLine(string text, TextSpan stretch)
    {
        var widest = 0;
        foreach (var line in text.AsSpan(stretch.Start, stretch.Length).EnumerateLines())
            widest = Math.Max(widest, line.TrimEnd().Length);
        return widest;
    }

    static int SkipSpace(string text, int at, int end)
    {
        while (at < end && CharacterClass.Of(text[at]) == CharacterClass.Space)
            at++;
        return at;
    }
}
