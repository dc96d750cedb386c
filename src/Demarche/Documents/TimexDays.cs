using System.Globalization;

namespace Demarche.Documents;

/// <summary>The days that a TIMEX3 or ISO 8601 value means.</summary>
public static class TimexDays
{
    /// <summary>
    /// First and last day of "2016", "2016-08", "2016-08-14", "2016-W33", "2016-W33-WE", "2016-SU", "2016-Q3", "2016-H1", "201"
    /// (a decade), "20" (a century), any of them with a time of day, or an interval "from/to", null where its side is empty; null for
    /// everything else: years before our era, lengths, references, values with unknown parts.
    /// </summary>
    public static (DateOnly? First, DateOnly? Last)? Of(string value)
    {
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
            return Single(value) is { } days ? (days.First, days.Last) : null;
        var from = Single(value[..slash]);
        var to = Single(value[(slash + 1)..]);
        if ((from is null && slash > 0) || (to is null && slash + 1 < value.Length) || value.Length == 1)
            return null;
        return (from?.First, to?.Last);
    }

    static (DateOnly First, DateOnly Last)? Single(string value)
    {
        var time = value.IndexOf('T', StringComparison.Ordinal);
        var date = time > 0 ? value[..time] : value;
        if (date.Length is 2 or 3 && int.TryParse(date, NumberStyles.None, CultureInfo.InvariantCulture, out var tens))
            return Years(date.Length == 2 ? tens * 100 : tens * 10, date.Length == 2 ? 100 : 10);
        if (date.Length < 4 || !int.TryParse(date.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year < 1)
            return null;
        if (date.Length == 4)
            return Years(year, 1);
        if (date[4] != '-')
            return null;
        var rest = date[5..];
        if (rest.Length >= 3 && rest[0] == 'W')
            return Week(year, rest);
        switch (rest)
        {
            case "SP" or "SU" or "FA" or "WI":
                return Months(year, rest switch { "SP" => 3, "SU" => 6, "FA" => 9, _ => 12 }, 3);
            case ['Q', >= '1' and <= '4']:
                return Months(year, ((rest[1] - '1') * 3) + 1, 3);
            case ['H', '1' or '2']:
                return Months(year, ((rest[1] - '1') * 6) + 1, 6);
        }
        if (DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return (day, day);
        return DateOnly.TryParseExact(date, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) ? Months(day.Year, day.Month, 1) : null;
    }

    static (DateOnly, DateOnly)? Years(int first, int count) =>
        first + count > 9999 ? null : (new DateOnly(Math.Max(first, 1), 1, 1), new DateOnly(first + count - 1, 12, 31));

    static (DateOnly, DateOnly)? Months(int year, int month, int count)
    {
        if (year > 9998)
            return null;
        var first = new DateOnly(year, month, 1);
        return (first, first.AddMonths(count).AddDays(-1));
    }

    static (DateOnly, DateOnly)? Week(int year, string rest)
    {
        if (!int.TryParse(rest.AsSpan(1, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var week) || year > 9998 || week < 1 || week > ISOWeek.GetWeeksInYear(year))
            return null;
        var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        return rest[3..] switch
        {
            "" => (monday, monday.AddDays(6)),
            "-WE" => (monday.AddDays(5), monday.AddDays(6)),
            _ => null,
        };
    }
}
