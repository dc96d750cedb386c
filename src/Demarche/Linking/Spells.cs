using System.Globalization;
using System.Text.RegularExpressions;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Linking;

/// <summary>How long an act takes and when it sets out, where a text says so beside its dates.</summary>
static partial class Spells
{
    // Further off the words speak of something else in the sentence.
    const int Reach = 80;

    static readonly string[] Numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen"];

    static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The days that "six-day trip" beside the trigger gives, with the words.</summary>
    public static (int Days, TextSpan Span)? DurationOf(ReportedEvent report)
    {
        var at = report.Trigger.Start - report.Evidence.Start;
        foreach (Match match in Duration().Matches(report.Sentence))
            if (Math.Abs(match.Index - at) <= Reach && (match.Groups["n"].Success ? NumberOf(match.Groups["n"].Value) : 1) is { } number)
                return (number * (match.Groups["u"].ValueSpan.Equals("week", StringComparison.OrdinalIgnoreCase) ? 7 : 1),
                    new TextSpan(report.Evidence.Start + match.Index, report.Evidence.Start + match.Index + match.Length));
        return null;
    }

    /// <summary>The days from first to last, both counted, where the text gives both.</summary>
    public static int? LengthOf(ReportedEvent report) =>
        report.Date is { Precision: DatePrecision.Range, Span: not null, Start: { } first, End: { } last } && first < last ? last.DayNumber - first.DayNumber + 1 : null;

    public static bool IsJourney(ReportedEvent report) => Journey().IsMatch(report.TriggerText);

    /// <summary>Month and day beside a word of setting out, where the sentence names one day.</summary>
    public static (string Day, TextSpan Span)? StartIn(string text, TextSpan sentence)
    {
        var days = MonthDay().Matches(text);
        if (days.Count != 1 || Start().Match(text) is not { Success: true } start)
            return null;
        var day = days[0];
        int first = Math.Min(day.Index, start.Index), last = Math.Max(day.Index + day.Length, start.Index + start.Length);
        if (last - first > Reach + day.Length)
            return null;
        var month = Array.FindIndex(Months, name => day.Groups["m"].ValueSpan.StartsWith(name, StringComparison.OrdinalIgnoreCase)) + 1;
        return ($"--{month:00}-{int.Parse(day.Groups["d"].ValueSpan, CultureInfo.InvariantCulture):00}", new TextSpan(sentence.Start + first, sentence.Start + last));
    }

    public static int? NumberOf(string word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits
        : Array.FindIndex(Numbers, number => number.Equals(word, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at ? at + 1 : null;

    [GeneratedRegex(@"\b(?<n>\d{1,2}|[a-z]+)[- ](?<u>day|week)\b(?!s)|\b(?<n>\d{1,2}|[a-z]+) (?<u>day|week)s of\b|\b(?<u>week)-?long\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Duration();

    [GeneratedRegex(@"\b(visit|trip|tour|journey)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Journey();

    [GeneratedRegex(@"\b(depart(ed|s|ing)?|start(ed|s|ing)?|began|begins?|beginning|begun|kick(s|ed|ing)? off|sets? (off|out)|embark(s|ed|ing)?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Start();

    [GeneratedRegex(@"\b((?<m>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? (?<d>[0-3]?\d)(st|nd|rd|th)?\b|(?<d>[0-3]?\d)(st|nd|rd|th)? (?<m>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b)", RegexOptions.CultureInvariant)]
    private static partial Regex MonthDay();
}
