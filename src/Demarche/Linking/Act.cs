using System.Collections.Frozen;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Linking;

/// <summary>
/// The act behind a report. PLOVER codes a promised visit as AGREE and an announced withdrawal as CONCEDE; linking asks what
/// would have happened, so that plan and fulfilment meet.
/// </summary>
static class Act
{
    /// <summary>
    /// Types between which coders waver for one act, as one: arms that are sent are help or deployment, an exercise of two armies
    /// cooperation or a show of force, whom a state throws out is deported or expelled, and gas that is cut off withheld or sanctioned.
    /// Reports of one family are compared; their words must then say more.
    /// </summary>
    public static EventType FamilyOf(EventType act) => act switch
    {
        EventType.Mobilize or EventType.Cooperate => EventType.Aid,
        EventType.Coerce => EventType.Sanction,
        _ => act,
    };

    public static EventType TypeOf(ReportedEvent report) =>
        IsCallingOff(report) ? EventType.Consult : IsOfThePromise(report) ? report.Underlying : report.Type;

    /// <summary>
    /// The status of the act, not of the promise: an agreement that was reached makes the agreed thing planned, never occurred.
    /// </summary>
    public static EventStatus StatusOf(ReportedEvent report) =>
        !report.Status.IsReal() ? report.Status
        : IsCallingOff(report) ? EventStatus.Cancelled
        : IsOfThePromise(report) ? EventStatus.Planned
        : report.Status;

    /// <summary>
    /// Whether it tells that a meeting was called off. PLOVER codes that as a rejection of its own; beside the plan of the meeting
    /// it is the plan's end.
    /// </summary>
    public static bool IsCallingOff(ReportedEvent report) =>
        report.Type == EventType.Reject && report.Modes.Contains("meet") && Words.Of(report.TriggerText).Exists(word => CallingOff.Contains(word.Stem));

    /// <summary>Whether the parties stand on one footing, so that texts disagree about who is actor and who recipient.</summary>
    public static bool IsMutual(EventType act) => act is EventType.Consult or EventType.Cooperate;

    public static bool IsSpoken(EventType act) =>
        act is EventType.Request or EventType.Accuse or EventType.Reject or EventType.Threaten or EventType.Support or EventType.Agree;

    // What is refused, boycotted or left goes on without those who refuse; only these words end it.
    static readonly FrozenSet<string> CallingOff =
        FrozenSet.ToFrozenSet(["cancel", "call", "called", "scrap", "scrapp", "postpo"], StringComparer.Ordinal);

    // A threat is an act of its own whether or not it is carried out; only a plan told as such is one event with its fulfilment.
    /// <summary>Whether it tells of an act by its promise or announcement.</summary>
    public static bool IsOfThePromise(ReportedEvent report) =>
        report.Underlying != EventType.None && report.Underlying != report.Type
        && (report.Type is EventType.Agree or EventType.Concede || report.Status is EventStatus.Planned or EventStatus.Cancelled);
}
