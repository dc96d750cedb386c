using System.Globalization;

namespace Demarche.Analysis;

/// <summary>How time is cut.</summary>
public enum PeriodLength
{
    /// <summary>ISO 8601 weeks, from Monday on.</summary>
    Week,
    Month,
    Quarter,
}

/// <summary>One week, month or quarter; both days belong to it.</summary>
public readonly record struct Period(PeriodLength Length, DateOnly First)
{
    public DateOnly Last => Next.First.AddDays(-1);

    public int Days => Last.DayNumber - First.DayNumber + 1;

    public Period Next => this with
    {
        First = Length switch
        {
            PeriodLength.Week => First.AddDays(7),
            PeriodLength.Month => First.AddMonths(1),
            _ => First.AddMonths(3),
        },
    };

    /// <summary>"2024-W07", "2024-02" or "2024-Q1".</summary>
    public string Name => Length switch
    {
        PeriodLength.Week => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(First)}-W{ISOWeek.GetWeekOfYear(First):00}"),
        PeriodLength.Month => First.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{First.Year}-Q{((First.Month - 1) / 3) + 1}"),
    };

    public override string ToString() => Name;

    public static Period Of(DateOnly day, PeriodLength length) => new(length, length switch
    {
        PeriodLength.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        PeriodLength.Month => new DateOnly(day.Year, day.Month, 1),
        _ => new DateOnly(day.Year, (((day.Month - 1) / 3) * 3) + 1, 1),
    });

    /// <summary>The periods that the days from <paramref name="from"/> to <paramref name="to"/> reach into, in order.</summary>
    /// <exception cref="ArgumentException">More than 10,000 periods, or the end lies before the beginning.</exception>
    public static IReadOnlyList<Period> Between(DateOnly from, DateOnly to, PeriodLength length)
    {
        if (to < from)
            throw new ArgumentException($"the window ends on {to:yyyy-MM-dd}, before it begins on {from:yyyy-MM-dd}", nameof(to));
        var periods = new List<Period>();
        for (var period = Of(from, length); period.First <= to; period = period.Next)
        {
            if (periods.Count == 10_000)
                throw new ArgumentException("more than 10,000 periods: choose a shorter window or longer periods", nameof(length));
            periods.Add(period);
            if (period.Next.First.Year >= 9999)
                break;
        }
        return periods;
    }
}
