using System.Globalization;

namespace Demarche.Language.Times;

/// <summary>By what a named time is reckoned.</summary>
enum NamedTimeKind
{
    /// <summary>Fixed days: "1939-09-01/1945-09-02", or a TIMEX3 value.</summary>
    Period,
    /// <summary>A TIMEX3 reference: PAST_REF, PRESENT_REF, FUTURE_REF.</summary>
    Reference,
    /// <summary>Month and day of every year: "12-25".</summary>
    Day,
    /// <summary>Month, ISO weekday and which of them (-1 the last): "11-4-4".</summary>
    Weekday,
    /// <summary>Days from Easter Sunday of the western churches.</summary>
    Easter,
    /// <summary>Days from Easter Sunday of the eastern churches.</summary>
    OrthodoxEaster,
    /// <summary>Month, or month and day, of the Umm al-Qura calendar. Where moons are sighted, the day may differ by one.</summary>
    Islamic,
    Hebrew,
    Chinese,
    Persian,
}

/// <summary>A period or festival that has a name, from <c>data/lexicon/LANGUAGE/periods.tsv</c>.</summary>
sealed record NamedTime(string[] Words, NamedTimeKind Kind, string Rule)
{
    static readonly UmAlQuraCalendar UmAlQura = new();
    static readonly HebrewCalendar Hebrew = new();
    static readonly ChineseLunisolarCalendar Lunisolar = new();
    static readonly PersianCalendar Persian = new();

    public bool IsYearly => Kind is not (NamedTimeKind.Period or NamedTimeKind.Reference);

    /// <summary>First and last day in a Gregorian year; null where the calendar in question does not reach it.</summary>
    public (DateOnly First, DateOnly Last)? InYear(int year)
    {
        try
        {
            return Kind switch
            {
                NamedTimeKind.Day => Whole(new DateOnly(year, Part(0), Part(1))),
                NamedTimeKind.Weekday => Whole(NthWeekday(year, Part(0), Part(1), Rule.EndsWith("--1", StringComparison.Ordinal) ? -1 : Part(2))),
                NamedTimeKind.Easter => Whole(Easter(year).AddDays(int.Parse(Rule, CultureInfo.InvariantCulture))),
                NamedTimeKind.OrthodoxEaster => Whole(OrthodoxEaster(year).AddDays(int.Parse(Rule, CultureInfo.InvariantCulture))),
                NamedTimeKind.Islamic => Within(UmAlQura, year),
                NamedTimeKind.Hebrew => Within(Hebrew, year),
                NamedTimeKind.Chinese => Within(Lunisolar, year),
                NamedTimeKind.Persian => Within(Persian, year),
                _ => null,
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return null; // 29 February, or beyond the tables of the calendar
        }

        static (DateOnly, DateOnly)? Whole(DateOnly day) => (day, day);
    }

    int Part(int index) => int.Parse(Rule.Split('-')[index], CultureInfo.InvariantCulture);

    (DateOnly First, DateOnly Last)? Within(System.Globalization.Calendar calendar, int year)
    {
        var january = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
        for (var its = calendar.GetYear(january); its <= calendar.GetYear(january) + 1; its++)
        {
            int month = Part(0);
            var isMonth = !Rule.Contains('-', StringComparison.Ordinal);
            // A leap month stands between the others: in such a year, what comes after it is one further.
            if (calendar is ChineseLunisolarCalendar && calendar.GetLeapMonth(its) is > 0 and var leap && month >= leap)
                month++;
            else if (calendar is HebrewCalendar && month > 6 && calendar.IsLeapYear(its))
                month++;
            var first = calendar.ToDateTime(its, month, isMonth ? 1 : Part(1), 0, 0, 0, 0);
            if (first.Year == year)
                return (DateOnly.FromDateTime(first), DateOnly.FromDateTime(first.AddDays(isMonth ? calendar.GetDaysInMonth(its, month) - 1 : 0)));
        }
        return null;
    }

    static DateOnly NthWeekday(int year, int month, int weekday, int nth)
    {
        if (nth < 0)
        {
            var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
            return last.AddDays(-((Iso(last) - weekday + 7) % 7));
        }
        var first = new DateOnly(year, month, 1);
        return first.AddDays(((weekday - Iso(first) + 7) % 7) + (7 * (nth - 1)));

        static int Iso(DateOnly day) => (((int)day.DayOfWeek + 6) % 7) + 1;
    }

    // Meeus, Astronomical Algorithms, chapter 8.
    static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }

    static DateOnly OrthodoxEaster(int year)
    {
        var d = ((19 * (year % 19)) + 15) % 30;
        var e = ((2 * (year % 4)) + (4 * (year % 7)) - d + 34) % 7;
        var n = d + e + 114;
        var julian = new DateOnly(year, n / 31, (n % 31) + 1);
        return julian.AddDays((year / 100) - (year / 400) - 2);
    }
}
