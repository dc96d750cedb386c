using System.Globalization;
using Demarche.Documents;

namespace Demarche.Language.Times;

/// <summary>What a stretch of words means as a time: it ends before word <see cref="End"/>.</summary>
readonly record struct TimeReading(int End, TimeKind Kind, string Value, DateOnly? From, DateOnly? To, DatePrecision Precision)
{
    public static TimeReading Day(int end, DateOnly day, string suffix = "") =>
        new(end, suffix.Length > 0 ? TimeKind.Time : TimeKind.Date, Iso(day) + suffix, day, day, DatePrecision.Day);

    public static TimeReading Month(int end, int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return new(end, TimeKind.Date, $"{year:0000}-{month:00}", first, first.AddMonths(1).AddDays(-1), DatePrecision.Month);
    }

    public static TimeReading Year(int end, int year) =>
        new(end, TimeKind.Date, year.ToString("0000", CultureInfo.InvariantCulture), new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), DatePrecision.Year);

    public static TimeReading Window(int end, string value, DateOnly from, DateOnly to) =>
        new(end, TimeKind.Date, value, from, to, DatePrecision.Window);

    public static TimeReading Week(int end, DateOnly dayInside)
    {
        var monday = dayInside.AddDays(-(((int)dayInside.DayOfWeek + 6) % 7));
        var date = monday.ToDateTime(TimeOnly.MinValue);
        return Window(end, $"{ISOWeek.GetYear(date):0000}-W{ISOWeek.GetWeekOfYear(date):00}", monday, monday.AddDays(6));
    }

    public static TimeReading Unresolved(int end, string value, TimeKind kind = TimeKind.Date) =>
        new(end, kind, value, null, null, DatePrecision.Unresolved);

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
