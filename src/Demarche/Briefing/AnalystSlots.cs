using System.Collections.Immutable;
using System.Text;

namespace Demarche.Briefing;

/// <summary>
/// The analyst's own texts in a Markdown brief, between <c>&lt;!-- slot: NAME --&gt;</c> and <c>&lt;!-- end of slot --&gt;</c>: they are read
/// back before a brief is made anew, so that nothing an analyst wrote is lost.
/// </summary>
public static class AnalystSlots
{
    public const string Begin = "<!-- slot: ", Close = " -->", End = "<!-- end of slot -->";

    /// <summary>The texts by slot; slots that were left empty (only the label in italics) are left out.</summary>
    /// <exception cref="FormatException">A slot is not ended, or stands twice: what is in it must not be lost by guessing.</exception>
    public static ImmutableDictionary<string, string> In(string markdown)
    {
        var found = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        string? open = null;
        var text = new StringBuilder();
        var number = 0;
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var mark = line.Trim();
            if (open is null && mark.StartsWith(Begin, StringComparison.Ordinal) && mark.EndsWith(Close, StringComparison.Ordinal))
            {
                open = mark[Begin.Length..^Close.Length];
            }
            else if (open is not null && mark == End)
            {
                if (Own(text.ToString()) is { Length: > 0 } own && !found.TryAdd(open, own))
                    throw new FormatException($"line {number}: slot '{open}' stands twice; put its texts together");
                (open, text) = (null, new StringBuilder());
            }
            else if (open is not null)
            {
                text.Append(line).Append('\n');
            }
        }
        return open is null ? found.ToImmutable() : throw new FormatException($"slot '{open}' is not ended by '{End}'");
    }

    /// <summary>The label of an empty slot, as it is written.</summary>
    public static string Label(AnalystSlot slot) => $"*[{slot.Label}]*";

    static string Own(string text)
    {
        var trimmed = text.Trim();
        return trimmed.StartsWith("*[", StringComparison.Ordinal) && trimmed.EndsWith("]*", StringComparison.Ordinal) && !trimmed.Contains('\n', StringComparison.Ordinal) ? "" : trimmed;
    }
}
