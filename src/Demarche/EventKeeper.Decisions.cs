using System.Collections.Immutable;
using Demarche.Events;
using Demarche.Reviewing;

namespace Demarche;

public sealed partial class EventKeeper
{
    /// <summary>Keeps a decision and makes the events anew that it touches. Throws <see cref="FormatException"/> where it makes no sense, and keeps nothing.</summary>
    public Decided Decide(Verdict verdict)
    {
        var decided = default(Decided)!;
        store.InOneStep(() =>
        {
            var one = Find(verdict.Event);
            var meanwhile = verdict.Seen is { } seen && one.Revision > seen
                ? store.RulingsOn([.. one.Reports.Select(report => report.Id)]).Select(ruling => ruling.Decision).Where(decision => decision.Number > seen)
                : [];
            if (verdict.Kind == DecisionKind.Merge && verdict.With.Contains(one.Id))
                throw new FormatException($"{one.Id} is merged with other events, and not with itself");
            var others = verdict.Kind == DecisionKind.Merge ? [.. verdict.With.SelectMany(id => Find(id).Reports)] : Parted(one, verdict);
            var decision = new Decision
            {
                Kind = verdict.Kind,
                Event = one.Id,
                Reports = [.. one.Reports.Except(verdict.Kind == DecisionKind.Split ? others : []).Select(ReportAnchor.Of)],
                Others = [.. others.Select(ReportAnchor.Of)],
                Changes = Changes(one, verdict.Changes),
                By = verdict.By,
                At = verdict.At,
                Why = verdict.Why,
            };
            decided = Append(decision, one.Reports.Concat(others).Select(report => report.Id), [.. meanwhile]);
        });
        return decided;
    }

    /// <summary>Lets a decision hold no longer. Itself it stays, with who undid it and why.</summary>
    public Decided Undo(long number, string by, DateTimeOffset at, string why)
    {
        var decided = default(Decided)!;
        store.InOneStep(() =>
        {
            var undone = store.Decision(number) ?? throw new FormatException($"there is no decision {number} that holds");
            var ruling = store.RulingOf(undone);
            var undo = new Decision { Kind = DecisionKind.Undo, Event = undone.Event, By = by, At = at, Why = why, Undoes = number };
            decided = Append(undo, [.. ruling.Reports, .. ruling.Others], []);
        });
        return decided;
    }

    Decided Append(Decision decision, IEnumerable<ReportedEventId> reports, ImmutableArray<Decision> meanwhile)
    {
        var concerned = reports.Distinct().ToList();
        var number = store.Append(decision);
        Regroup([.. concerned.SelectMany(store.GroupOf)]);
        return new Decided(number, [.. concerned.Select(store.EventOn).Distinct().Select(id => Find(id))], meanwhile);
    }

    Event Find(EventId id) => store.Find(id) ?? throw new FormatException($"there is no event '{id}' (any more)");

    static ImmutableArray<ReportedEvent> Parted(Event one, Verdict verdict)
    {
        if (verdict.Kind != DecisionKind.Split)
            return [];
        foreach (var id in verdict.Reports)
            if (one.Reports.All(report => report.Id != id))
                throw new FormatException($"'{id}' is not a report of {one.Id}");
        var parted = one.Reports.Where(report => verdict.Reports.Contains(report.Id)).ToImmutableArray();
        return parted.Length > 0 && parted.Length < one.Reports.Length ? parted : throw new FormatException("a split takes some of the reports, and leaves some");
    }

    static ImmutableArray<FieldChange> Changes(Event one, ImmutableArray<(string Field, string Value)> asked)
    {
        var changes = ImmutableArray.CreateBuilder<FieldChange>();
        foreach (var (field, value) in asked)
        {
            // A decision about nobody would stand in the list and change nothing.
            if (field.StartsWith(EventFields.OfficeOf, StringComparison.Ordinal) && !EventFields.PartiesOf(one).Contains(field[EventFields.OfficeOf.Length..]))
                throw new FormatException($"no party of {one.Id} is named '{field[EventFields.OfficeOf.Length..]}': {string.Join("; ", EventFields.PartiesOf(one).DefaultIfEmpty("it has none with a name"))}");
            var after = EventFields.With(one, field, value.Trim());
            changes.Add(new FieldChange(field, EventFields.Read(one, field), EventFields.Read(after, field)));
        }
        return changes.ToImmutable();
    }
}

/// <summary>What somebody wants to decide about an event.</summary>
public sealed record Verdict
{
    public required DecisionKind Kind { get; init; }

    public required EventId Event { get; init; }

    /// <summary>Of a merge: the events that are the same.</summary>
    public ImmutableArray<EventId> With { get; init; } = [];

    /// <summary>Of a split: the reports that are of another act.</summary>
    public ImmutableArray<ReportedEventId> Reports { get; init; } = [];

    /// <summary>Fields of <see cref="EventFields"/> with their new values.</summary>
    public ImmutableArray<(string Field, string Value)> Changes { get; init; } = [];

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Why { get; init; }

    /// <summary>The <see cref="Event.Revision"/> the decision was made on; null where nothing was looked at before.</summary>
    public long? Seen { get; init; }
}

/// <summary>A decision that was kept.</summary>
/// <param name="Events">The events it touched, as they are now.</param>
/// <param name="Meanwhile">What others decided between the look at the event and this; it was kept too, and came first.</param>
public sealed record Decided(long Number, ImmutableArray<Event> Events, ImmutableArray<Decision> Meanwhile);
