using System.Text.RegularExpressions;
using Demarche.Documents;

namespace Demarche.Reading;

/// <summary>The headers and footers of printed pages: lines that come again and again but for their numbers, and the numbers of pages.</summary>
static partial class RunningLines
{
    const int Longest = 90;

    // A refrain comes twice; what stands on every page of three comes at least so often.
    const int Often = 3;

    // Words set to both sides of a page are the printer's, though there be two pages only.
    const string Gap = "     ";

    /// <param name="lines">The lines as they stand, blank ones included.</param>
    public static bool[] Find(string text, List<TextSpan> lines)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var shapes = new string?[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Length is < 1 or > Longest)
                continue;
            var line = text.AsSpan(lines[i].Start, lines[i].Length);
            if (PageNumber().IsMatch(line))
                shapes[i] = "";
            else if (!Prose.EndsSentence(line) && line.ContainsAnyInRange('0', '9') && Prose.Words(line) > 1)
                shapes[i] = Shape(line);
            if (shapes[i] is { } shape)
                counts[shape] = counts.GetValueOrDefault(shape) + 1;
        }
        // One number on a line of its own may be anything.
        return [.. shapes.Select((shape, i) => shape is not null && counts[shape] >= (shape.Length == 0 || text.AsSpan(lines[i].Start, lines[i].Length).Contains(Gap, StringComparison.Ordinal) ? 2 : Often))];
    }

    /// <summary>A line with its numbers made alike and its blanks squeezed.</summary>
    static string Shape(ReadOnlySpan<char> line)
    {
        var shape = new System.Text.StringBuilder(line.Length);
        foreach (var c in line)
            if (char.IsDigit(c))
                _ = shape.Length > 0 && shape[^1] == '#' ? shape : shape.Append('#');
            else if (!char.IsWhiteSpace(c))
                shape.Append(c);
        return shape.ToString();
    }

    [GeneratedRegex(@"^[-–—]?\s*(?:page|seite|página|pagina|strona|стр\.|с\.|p\.)?\s*\d{1,4}(?:\s*(?:/|of|von|de|di|z|из)\s*\d{1,4})?\s*[-–—]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex PageNumber();
}
