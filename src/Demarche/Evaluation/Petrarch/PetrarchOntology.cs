using System.Globalization;
using Demarche.Knowledge;

namespace Demarche.Evaluation.Petrarch;

/// <summary>
/// PETRARCH's inner codes, in which "not" is a number taken away: some acts not done have so a code of their own. The file has
/// lines as <c>110:0x1007f</c> and <c>128:-0xFFFF+0x0002</c>.
/// </summary>
public sealed class PetrarchOntology
{
    const int Not = 0xFFFF;

    readonly Dictionary<string, int> values = [];
    readonly Dictionary<int, string> codes = [];

    PetrarchOntology()
    {
    }

    public static PetrarchOntology Load(string path)
    {
        var found = new PetrarchOntology();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            var text = (line.IndexOf('#', StringComparison.Ordinal) is >= 0 and var comment ? line[..comment] : line).Trim();
            if (text.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon) || !char.IsAsciiDigit(text[0]))
                continue;
            var value = Value(text[(colon + 1)..]) ?? throw new DataFileException(path, number, $"expected numbers as 0x1000-0xFFFF, found '{text[(colon + 1)..]}'");
            found.values.TryAdd(text[..colon], value);
            found.codes.TryAdd(value, text[..colon]);
        }
        return found;
    }

    /// <summary>The code of an act that is not done; null where the table has none.</summary>
    public string? Negated(string code) => values.TryGetValue(code, out var value) ? codes.GetValueOrDefault(value - Not) : null;

    static int? Value(string text)
    {
        var sum = 0;
        foreach (var part in text.Replace("-", "+-", StringComparison.Ordinal).Split('+', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var digits = part.TrimStart('-').Replace("0x", "", StringComparison.OrdinalIgnoreCase);
            if (!int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
                return null;
            sum += part[0] == '-' ? -value : value;
        }
        return sum;
    }
}
