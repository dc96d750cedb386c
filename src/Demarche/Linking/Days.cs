using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Linking;

/// <summary>
/// The days an act may lie in, as <see cref="DateOnly.DayNumber"/>, both inclusive.
/// </summary>
/// <param name="Told">Whether the text says so; otherwise the days follow from when the text was written.</param>
/// <param name="Exact">Whether the days are the act's own (a day, a range), not a window around it.</param>
readonly record struct Days(int First, int Last, bool Told, bool Exact)
{
    // News is about the last days; what is announced without a date seldom lies further off than this.
    const int Back = 30, Ahead = 60;

    public int Length => Last - First + 1;

    public bool Meets(Days other) => First <= other.Last && other.First <= Last;

    /// <summary>Days between the two; 0 where they meet or touch.</summary>
    public int GapTo(Days other) => Meets(other) ? 0 : Math.Max(First - other.Last, other.First - Last);

    /// <summary>Null where neither the report nor its article gives any hold.</summary>
    public static Days? Of(Telling telling)
    {
        var status = Act.StatusOf(telling.Report);
        var date = telling.Report.Date;
        // A promise that was made dates itself: what it promises lies after.
        if (Act.IsOfThePromise(telling.Report) && telling.Report.Status.IsReal() && (date.End ?? date.Start) is { } made && made <= (telling.Anchor ?? made))
            return new Days(made.DayNumber, made.DayNumber + Ahead, false, false);
        // So does calling off, and what was called off may have lain ahead.
        if (Act.IsCallingOff(telling.Report))
            return Around((telling.Anchor ?? date.End)?.DayNumber, status);
        var told = date.Span is not null;
        if (status == EventStatus.Cancelled && !told)
            return Around((telling.Anchor ?? date.End)?.DayNumber, status);
        int? start = date.Start?.DayNumber, end = date.End?.DayNumber, anchor = telling.Anchor?.DayNumber;
        return date.Precision switch
        {
            DatePrecision.Unresolved => Around(anchor, status),
            DatePrecision.Before => (end ?? anchor) is { } last ? new Days(start ?? last - Back, last, false, false) : null,
            DatePrecision.Future => (start ?? anchor) is { } first ? new Days(first, end ?? first + Ahead, false, false) : null,
            DatePrecision.Open when start is { } first => new Days(first, Math.Max(first, end ?? anchor ?? first + Back), told, false),
            DatePrecision.Open => Around(end ?? anchor, status),
            _ when (start ?? end) is { } first && (end ?? start) is { } last && first <= last =>
                new Days(first, last, told, told && date.Precision is DatePrecision.Day or DatePrecision.Range),
            _ => Around(anchor, status),
        };
    }

    static Days? Around(int? anchor, EventStatus status) => anchor is not { } day ? null
        : status is EventStatus.Planned or EventStatus.Hypothetical or EventStatus.Cancelled ? new Days(day, day + Ahead, false, false)
        : new Days(day - Back, day, false, false);
}
