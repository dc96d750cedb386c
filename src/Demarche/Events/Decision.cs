using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Events;

/// <summary>What a person may decide about an event.</summary>
public enum DecisionKind
{
    Accept,
    Edit,
    Reject,
    /// <summary>Two events are one.</summary>
    Merge,
    /// <summary>Some reports are of another act.</summary>
    Split,
    Date,
    Office,
    /// <summary>How far the source and what it says are trusted: A1 to F6.</summary>
    Grade,
    /// <summary>An earlier decision no longer holds.</summary>
    Undo,
}

/// <summary>
/// A decision of a person. It is never changed or deleted, and holds for whatever event stands on its reports, however often articles
/// are coded and linked anew.
/// </summary>
public sealed record Decision
{
    /// <summary>Counted from 1 in each store, in the order of deciding; 0 while it is not kept.</summary>
    public long Number { get; init; }

    public required DecisionKind Kind { get; init; }

    /// <summary>The event's id at the time.</summary>
    public required EventId Event { get; init; }

    /// <summary>The reports the event stood on, in its order. The first that is still there names the event the decision is about.</summary>
    public ImmutableArray<ReportAnchor> Reports { get; init; } = [];

    /// <summary>Of a merge the reports of the other event, of a split those that are of another act.</summary>
    public ImmutableArray<ReportAnchor> Others { get; init; } = [];

    public ImmutableArray<FieldChange> Changes { get; init; } = [];

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Why { get; init; }

    /// <summary>Of an undo: the number of the decision that no longer holds.</summary>
    public long? Undoes { get; init; }
}

/// <summary>One field of an event before and after a decision, as text; empty where there was or is nothing.</summary>
public sealed record FieldChange(string Field, string Before, string After);

/// <summary>Where a report is found again, even if a newer coding reads the same words otherwise.</summary>
public sealed record ReportAnchor(ReportedEventId Id, ArticleId Document, string TextSha256, TextSpan Trigger)
{
    public static ReportAnchor Of(ReportedEvent report) => new(report.Id, report.Document, report.TextSha256, report.Trigger);
}

/// <summary>A decision that holds, with those of its reports that are there now.</summary>
public sealed record Ruling(Decision Decision, ImmutableArray<ReportedEventId> Reports, ImmutableArray<ReportedEventId> Others);
