using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Linking;

/// <summary>
/// The act behind a report. PLOVER codes a promised visit as AGREE and an announced withdrawal as CONCEDE; linking asks what
/// would have happened, so that plan and fulfilment meet.
/// </summary>
static class Act
{
    public static EventType TypeOf(ReportedEvent report) => IsOfThePromise(report) ? report.Underlying : report.Type;

    /// <summary>
    /// The status of the act, not of the promise: an agreement that was reached makes the agreed thing planned, never occurred.
    /// </summary>
    public static EventStatus StatusOf(ReportedEvent report) =>
        IsOfThePromise(report) && report.Status.IsReal() ? EventStatus.Planned : report.Status;

    /// <summary>Whether the parties stand on one footing, so that texts disagree about who is actor and who recipient.</summary>
    public static bool IsMutual(EventType act) => act is EventType.Consult or EventType.Cooperate;

    public static bool IsSpoken(EventType act) =>
        act is EventType.Request or EventType.Accuse or EventType.Reject or EventType.Threaten or EventType.Support or EventType.Agree;

    // A threat is an act of its own whether or not it is carried out; only a plan told as such is one event with its fulfilment.
    static bool IsOfThePromise(ReportedEvent report) =>
        report.Underlying != EventType.None && report.Underlying != report.Type
        && (report.Type is EventType.Agree or EventType.Concede || report.Status is EventStatus.Planned or EventStatus.Cancelled);
}
