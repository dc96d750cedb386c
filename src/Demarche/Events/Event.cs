using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Events;

/// <summary>
/// One act in the world as we conclude it from all its tellings. A plan, its fulfilment and its cancellation are one event
/// with a history; an act and its answer are two.
/// </summary>
public sealed record Event
{
    public required EventId Id { get; init; }

    public required EventType Type { get; init; }

    public ImmutableArray<string> Modes { get; init; } = [];

    public ImmutableArray<string> Contexts { get; init; } = [];

    public EventType Underlying { get; init; }

    public int Quad { get; init; }

    public double? Score { get; init; }

    public string? Cameo { get; init; }

    /// <summary>The status now: the latest that the history supports.</summary>
    public required EventStatus Status { get; init; }

    /// <summary>By publication date of the document that told it.</summary>
    public ImmutableArray<StatusEntry> StatusHistory { get; init; } = [];

    public ImmutableArray<Party> Actors { get; init; } = [];

    public ImmutableArray<Party> Recipients { get; init; } = [];

    public TextDate Date { get; init; }

    public EventPlace? Place { get; init; }

    /// <summary>The independent origins: innermost named holders, or the outlet where the document speaks itself. Sorted.</summary>
    public ImmutableArray<string> OriginHolders { get; init; } = [];

    public int Origins => OriginHolders.Length;

    /// <summary>The tellings, by publication date, then document and place in the text. Never empty.</summary>
    public required ImmutableArray<ReportedEvent> Reports { get; init; }

    /// <summary>Documents whose text is that of a report's and that hold its sentence, too, by publication date, then document. Known of events that a store answers with.</summary>
    public ImmutableArray<TextCopy> Copies { get; init; } = [];

    public ImmutableArray<Contradiction> Contradictions { get; init; } = [];

    public double Confidence { get; init; }

    /// <summary>Where people have decided: accepted, edited, rejected; null while unreviewed.</summary>
    public string? Review { get; init; }

    /// <summary>How far people trust the source and what it says: A1 to F6; null while ungraded.</summary>
    public string? Grade { get; init; }

    /// <summary>Number of the last decision about it; 0 while nobody decided anything.</summary>
    public long Revision { get; init; }

    public required string Version { get; init; }

    /// <summary>The days that queries and orders by date go by: its own; of an event without any, the day it was first written about.</summary>
    /// <returns>The last is null where it goes on for all we know.</returns>
    public (DateOnly? First, DateOnly? Last) QueryDays()
    {
        var written = StatusHistory.Min(entry => entry.AsOf);
        return (Date.Start ?? Date.End ?? written, Date.End ?? (Date.Precision == DatePrecision.Open ? null : Date.Start ?? written));
    }

    /// <summary>
    /// Whether it was planned for days before this one and no text has told of it since: neither that it happened nor that it
    /// did not. A question of the day it is asked, so no status of its own.
    /// </summary>
    public bool IsUnconfirmed(DateOnly asOf) => Status == EventStatus.Planned && Date.End < asOf;
}

/// <summary>From when on a document lets the event have a status. <c>AsOf</c> is the document's publication day, null where unknown.</summary>
public sealed record StatusEntry(EventStatus Status, DateOnly? AsOf, ArticleId Document);

/// <summary>Tellings of one event that cannot all be right, or of which a later one tells less carefully than one before.</summary>
/// <param name="What">number, date, place, party or status; <see cref="Hedge"/> or <see cref="Source"/> where those were lost on the way.</param>
public sealed record Contradiction(string What, ImmutableArray<string> Values, ImmutableArray<ReportedEventId> Reports)
{
    public const string Hedge = "hedge lost", Source = "source dropped";

    /// <summary>Whether sources differ about the act itself, and not only in how surely it is told.</summary>
    public bool IsOfFact => What is not (Hedge or Source);
}
