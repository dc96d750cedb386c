using System.Collections.Immutable;
using System.Globalization;
using Demarche.Analysis;
using Demarche.Briefing.Charts;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Briefing;

public sealed partial class BriefWriter
{
    BriefSection Relations(Work work)
    {
        var blocks = new List<BriefBlock>();
        foreach (var relation in work.Material.Relations)
        {
            var (one, other) = (relation.Dyad.One, relation.Dyad.Other);
            blocks.Add(new SubHeading($"{Name(one)} and {Name(other)}"));
            blocks.Add(new Statement(RelationCaption.Of(relation), []));
            var id = $"{one}-{other}".ToLowerInvariant();
            blocks.Add(new BriefChart($"quads-{id}", QuadChart.Draw($"quads-{id}", $"{Name(one)} and {Name(other)}: counted events", relation), RelationCaption.Of(relation)));
            if (relation.NoLine is null)
                blocks.Add(new BriefChart($"tone-{id}", ToneChart.Draw($"tone-{id}", $"{Name(one)} and {Name(other)}: tone", relation), "Mean score with its interval."));
            if (work.Material.WithLevel)
                blocks.Add(new BriefChart($"level-{id}", LevelChart.Draw($"level-{id}", $"{Name(one)} and {Name(other)}: level (model)", relation, work.Material.Settings), "Level at the end of each period, by the model of the method note."));
            blocks.Add(Figures(relation));
            blocks.Add(Counts(work, relation));
            if (work.Material.LastIssue is { } last)
                blocks.AddRange(Since(work, relation, last));
            foreach (var change in relation.Changes)
                blocks.Add(new Statement(
                    string.Create(CultureInfo.InvariantCulture, $"{Charts.Quads.Name(change.Quad)} changed with {change.First} ({100 * work.Material.Settings["interval"]:0} %: {change.Within}): {change.Before:0.0} events a period before, {change.After:0.0} after."),
                    work.Citations.Of(change.Drivers.Where(work.ById.ContainsKey).SelectMany(id => work.ById[id].Reports.Take(1))), "Change"));
            if (relation.NoChanges is { } why)
                blocks.Add(new Statement($"Change points: {why}.", []));
            if (!relation.Untested.IsEmpty)
                blocks.Add(new Statement($"Change points: not enough data for {string.Join("; ", relation.Untested)}.", []));
        }
        blocks.Add(work.Slot("relations", "What the analyst makes of the figures."));
        return new BriefSection("Relations", [.. blocks]);
    }

    /// <summary>What is counted that nobody had told by the last issue, and what had another status then.</summary>
    static IEnumerable<Statement> Since(Work work, Relation relation, DateOnly last)
    {
        var told = relation.Events.All.Where(counted => work.ById.ContainsKey(counted.Id)).ToLookup(counted => work.ById[counted.Id].StatusHistory.Any(entry => entry.AsOf is not { } day || day <= last));
        List<CountedEvent> before = [.. told[true]], found = [.. told[false]];
        var issue = $"Since the last issue ({EventDays.Of(last)})";
        if (found.Count == 0)
        {
            yield return new Statement($"{issue}: no counted event is new.", []);
        }
        else
        {
            var sums = Measures.Quads(found);
            var quads = Enumerable.Range(0, 4).Where(quad => sums[quad] > 0).Select(quad => $"{Number(sums[quad])} {Charts.Quads.Name(quad + 1)}");
            yield return new Statement(
                $"{issue}: {Count(found.Count)} of {Count(relation.Events.All.Count)} counted events {(found.Count == 1 ? "is" : "are")} new ({string.Join(", ", quads)}); tone {Tone(before)} before, {Tone(relation.Events.All)} with {(found.Count == 1 ? "it" : "them")}.",
                work.Citations.Of(found.TakeLast(CitesShown).SelectMany(counted => work.ById[counted.Id].Reports.Take(1))), "New");
        }
        var moved = work.Material.Events.Where(one => IsAmong(one, relation.Dyad) && StatusOn(one, last) is { } then && then != one.Status).ToList();
        foreach (var one in moved.Take(work.Material.ItemsShown))
            yield return work.Say(one, $"{StatusOn(one, last).ToString()!.ToLowerInvariant()} → {work.Lead(one)}");
        if (moved.Count > work.Material.ItemsShown)
            yield return work.More(moved.Count - work.Material.ItemsShown, "events");
    }

    static EventStatus? StatusOn(Event one, DateOnly day) =>
        one.StatusHistory.Where(entry => entry.AsOf <= day).OrderBy(entry => entry.AsOf).Select(entry => (EventStatus?)entry.Status).LastOrDefault();

    static bool IsAmong(Event one, Dyad dyad)
    {
        var outline = EventOutline.Of(one);
        return outline.Recipients.IsEmpty
            ? outline.Actors.Contains(dyad.One) && outline.Actors.Contains(dyad.Other)
            : (outline.Actors.Contains(dyad.One) && outline.Recipients.Contains(dyad.Other)) || (outline.Actors.Contains(dyad.Other) && outline.Recipients.Contains(dyad.One));
    }

    static string Tone(IReadOnlyList<CountedEvent> events) => events.Count == 0 ? "none" : Number(events.Sum(one => one.Weight * one.Score) / events.Sum(one => one.Weight));

    static BriefTable Figures(Relation relation)
    {
        var whole = relation.Whole;
        return new BriefTable($"Measures of {relation.Dyad.One} and {relation.Dyad.Other} over the period; formulas stand in the method note", ["measure", "value", "events"],
        [
            ["V+ verbal cooperation", Number(whole.Quads[0]), ""], ["M+ material cooperation", Number(whole.Quads[1]), ""],
            ["V- verbal conflict", Number(whole.Quads[2]), ""], ["M- material conflict", Number(whole.Quads[3]), ""],
            Row("Balance", whole.Balance), Row("Material share", whole.MaterialShare), Row("Tone", whole.Tone), Row("Intensity", whole.Intensity),
            Row("Rate per 1,000 documents that name both", whole.Rate), Row("Share of all pairs of the two", whole.Share), Row("Asymmetry of tone", relation.Asymmetry),
        ]);
    }

    /// <summary>The counted events one by one, the newest first: what stands behind every number above.</summary>
    static BriefTable Counts(Work work, Relation relation) => work.Table($"Counted events of {relation.Dyad.One} and {relation.Dyad.Other}, the newest first", ["day", "direction", "act", "quad", "status", "cites"],
    [
        .. relation.Events.All.Reverse().Select((counted, i) =>
        {
            var one = work.ById.GetValueOrDefault(counted.Id);
            var (pair, isDirected) = counted.Pairs().First(pair => pair.Pair.Unordered == relation.Dyad.Unordered);
            return (ImmutableArray<string>)
            [
                counted.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), isDirected ? $"{pair.One} → {pair.Other}" : $"{relation.Dyad.One} – {relation.Dyad.Other}",
                EventTypes.Code(counted.Type), counted.Quad.ToString(CultureInfo.InvariantCulture), counted.IsPlanned ? "planned" : one is null ? "" : work.Lead(one).ToLowerInvariant(),
                // Rows that are not shown are not cited either.
                one is null || i >= work.Material.ItemsShown ? "" : string.Concat(work.Citations.Of(one).Select(number => $"[{number}]")),
            ];
        }),
    ]);

    static ImmutableArray<string> Row(string name, Figure figure) =>
    [
        name,
        figure switch
        {
            { Value: null } => "not enough data: " + figure.Missing,
            { Low: { } low, High: { } high } => $"{Number(figure.Value.Value)} ({Number(low)} to {Number(high)})",
            _ => Number(figure.Value.Value),
        },
        figure.Events.ToString(CultureInfo.InvariantCulture),
    ];

    static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
