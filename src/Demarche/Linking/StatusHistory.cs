using System.Collections.Immutable;
using Demarche.Events;

namespace Demarche.Linking;

/// <summary>
/// How the status of one act went, and what it is now. An act is real only if some report tells it as real.
/// </summary>
static class StatusHistory
{
    /// <summary>One entry for each change, in the order of the tellings.</summary>
    public static ImmutableArray<StatusEntry> Of(IReadOnlyList<Telling> tellings)
    {
        var statusOf = ReadingOf(tellings);
        var entries = ImmutableArray.CreateBuilder<StatusEntry>();
        foreach (var telling in tellings)
        {
            var status = statusOf(telling.Report);
            if (entries.Count == 0 || entries[^1].Status != status)
                entries.Add(new StatusEntry(status, telling.Published, telling.Report.Document));
        }
        return entries.ToImmutable();
    }

    /// <summary>The status now, from tellings in order of publication.</summary>
    public static EventStatus Now(IReadOnlyList<Telling> tellings)
    {
        var statusOf = ReadingOf(tellings);
        var real = tellings.Where(telling => statusOf(telling.Report).IsReal()).ToList();
        if (real.Count > 0)
        {
            // Somebody's word against the denial of another: no text vouches for it.
            if (Any(EventStatus.Denied) && real.All(telling => telling.Report.Attribution.Length > 0))
                return EventStatus.Denied;
            // Of one day both may be told: what began and goes on is going on.
            var latest = real[^1].Published;
            return real.Any(telling => telling.Published == latest && statusOf(telling.Report) == EventStatus.Ongoing)
                ? EventStatus.Ongoing
                : EventStatus.Occurred;
        }
        if (Any(EventStatus.Cancelled))
            return After(EventStatus.Planned, EventStatus.Cancelled) ? EventStatus.Planned : EventStatus.Cancelled;
        if (Any(EventStatus.Negated) && !After(EventStatus.Planned, EventStatus.Negated))
            return EventStatus.Negated;
        if (Any(EventStatus.Planned))
            return EventStatus.Planned;
        return Any(EventStatus.Denied) ? EventStatus.Denied
            : Any(EventStatus.Alleged) ? EventStatus.Alleged
            : EventStatus.Hypothetical;

        bool Any(EventStatus status) => tellings.Any(telling => statusOf(telling.Report) == status);

        DateOnly? Latest(EventStatus status) => tellings.Where(telling => statusOf(telling.Report) == status).Max(telling => telling.Published);

        bool After(EventStatus later, EventStatus earlier) => Any(later) && Latest(later) > Latest(earlier);
    }

    // Alone, a meeting that was called off is a rejection; beside the plan it is the plan's end.
    static bool CallsOffAPlan(IReadOnlyList<Telling> tellings) =>
        tellings.Any(telling => Act.IsCallingOff(telling.Report)) && !tellings.All(telling => Act.IsCallingOff(telling.Report));

    /// <summary>
    /// Beside a telling of the act itself a promise is its plan; while there are only promises, the event is the promise.
    /// </summary>
    public static Func<ReportedEvent, EventStatus> ReadingOf(IReadOnlyList<Telling> tellings) =>
        tellings.Any(telling => telling.Report.Type == Act.TypeOf(telling.Report)) || CallsOffAPlan(tellings) ? Act.StatusOf : report => report.Status;
}
