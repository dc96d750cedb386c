using System.Globalization;
using Demarche.Documents;

namespace Demarche.Reviewing;

/// <summary>
/// Dates as <c>2024-05-06</c>, <c>2024-05-06/2024-05-08</c> (all these days), <c>2024-05</c>, <c>2024</c>, or with the precision before them:
/// <c>window 2024-05-01/2024-05-08</c>, <c>before /2024-05-08</c>.
/// </summary>
static class DateText
{
    const string Day = "yyyy-MM-dd";

    public static string Write(TextDate date) => date switch
    {
        { Start: null, End: null } => "",
        { Precision: DatePrecision.Day, Start: { } day } => Write(day),
        { Precision: DatePrecision.Range, Start: not null, End: not null } => Both(date),
        { Precision: DatePrecision.Month, Start: { } month } => month.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        { Precision: DatePrecision.Year, Start: { } year } => year.ToString("yyyy", CultureInfo.InvariantCulture),
        _ => $"{date.Precision.ToString().ToLowerInvariant()} {Both(date)}",
    };

    public static TextDate Read(string text)
    {
        if (text.Length == 0)
            return default;
        var words = text.Split(' ', 2);
        var precision = DatePrecision.Range;
        if (words.Length == 2 && !(words[0].All(char.IsAsciiLetter) && Enum.TryParse(words[0], ignoreCase: true, out precision)))
            throw Wrong(text);
        var days = words[^1].Split('/');
        if (words.Length == 1 && days.Length == 1)
            return Single(text);
        DateOnly? start = One(days[0]), end = days.Length == 2 ? One(days[1]) : throw Wrong(text);
        if (start > end)
            throw new FormatException($"'{text}' ends before it starts");
        return start is null && end is null ? throw Wrong(text) : new TextDate(start, end, precision, null);

        DateOnly? One(string day) => day.Length == 0 ? null : TryRead(day, Day) ?? throw Wrong(text);
    }

    static TextDate Single(string text)
    {
        if (TryRead(text, Day) is { } day)
            return TextDate.OfDay(day, null);
        if (TryRead(text, "yyyy-MM") is { } month)
            return new TextDate(month, month.AddMonths(1).AddDays(-1), DatePrecision.Month, null);
        if (TryRead(text, "yyyy") is { } year)
            return new TextDate(year, new DateOnly(year.Year, 12, 31), DatePrecision.Year, null);
        throw Wrong(text);
    }

    static DateOnly? TryRead(string text, string form) =>
        DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    static string Both(TextDate date) => $"{Write(date.Start)}/{Write(date.End)}";

    static string Write(DateOnly? day) => day?.ToString(Day, CultureInfo.InvariantCulture) ?? "";

    static FormatException Wrong(string text) => new($"'{text}' is not a date such as 2024-05-06, 2024-05-06/2024-05-08, 2024-05 or 2024");
}
