using System.Globalization;

namespace Demarche.Briefing.Charts;

/// <summary>Days laid out from left to right, and the dates worth a label.</summary>
sealed class TimeScale(DateOnly from, DateOnly to, double left, double width)
{
    readonly double days = Math.Max(1, to.DayNumber - from.DayNumber + 1);

    /// <summary>Where a day begins.</summary>
    public double At(DateOnly day) => left + (width * (day.DayNumber - from.DayNumber) / days);

    public double Middle(DateOnly day) => At(day) + (width / days / 2);

    /// <summary>At most one label every 70 units: days, months or years, whichever the window asks for.</summary>
    public IEnumerable<(double X, string Words)> Labels()
    {
        var room = Math.Max(2, (int)(width / 70));
        foreach (var (first, next, format) in Steps())
        {
            var marks = new List<DateOnly>();
            for (var day = first; day <= to && marks.Count <= room; day = next(day))
                if (day >= from)
                    marks.Add(day);
            if (marks.Count > room)
                continue;
            return marks.Select(day => (At(day), day.ToString(format, CultureInfo.InvariantCulture)));
        }
        return [(At(from), from.ToString("yyyy", CultureInfo.InvariantCulture))];
    }

    IEnumerable<(DateOnly First, Func<DateOnly, DateOnly> Next, string Format)> Steps()
    {
        foreach (var step in new[] { 1, 2, 7, 14 })
            yield return (from, day => day.AddDays(step), "d MMM yyyy");
        foreach (var step in new[] { 1, 2, 3, 6 })
            yield return (new DateOnly(from.Year, 1, 1), day => day.AddMonths(step), "MMM yyyy");
        foreach (var step in new[] { 1, 2, 5, 10, 20, 50, 100, 500 })
            yield return (new DateOnly(Math.Max(1, from.Year / step * step), 1, 1), day => day.Year + step > 9999 ? DateOnly.MaxValue : day.AddYears(step), "yyyy");
    }
}
