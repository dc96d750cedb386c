using System.CommandLine.Parsing;
using System.Globalization;

namespace Demarche.Cli;

/// <summary>Days on the command line: 2024-03-01.</summary>
static class DayOption
{
    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static DateOnly? Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Day(text) is { } day)
            return day;
        result.AddError($"{(result.Parent as OptionResult)?.Option.Name ?? result.Argument.Name}: '{text}' is not a date like 2024-03-01");
        return null;
    }
}
