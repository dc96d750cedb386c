using System.Collections.Immutable;
using Demarche.Events;

namespace Demarche.Analysis.Alerts;

/// <summary>Finds the unusual periods of a watch: by distance from normal and by running sum, with the formulas of <see cref="Formulas"/>.</summary>
public sealed class AlertStudy(MeasureSettings settings, Counting counting)
{
    const int DriversShown = 5;

    /// <param name="outlines">Events that the watch may be about; others of a dyad do no harm.</param>
    /// <param name="covered">The first day that documents cover: before it nothing is silent, only unread.</param>
    /// <param name="documents">Days of publication of the documents that name both parties of a dyad, one each; null where nobody counted them.</param>
    /// <param name="asOf">The last day that documents reach: a period it cuts can only have risen yet.</param>
    public ImmutableArray<Alert> Find(WatchRule rule, IEnumerable<EventOutline> outlines, DateOnly covered, DateOnly asOf, IReadOnlyCollection<DateOnly>? documents = null)
    {
        var counted = outlines.Select(outline => counting.Count(outline, out _)).OfType<CountedEvent>();
        var events = (rule.Dyad is { } dyad ? DyadEvents.Of(dyad, counted).All : counted)
            .Where(one => rule.Quads.IsEmpty || rule.Quads.Contains(one.Quad))
            .Where(one => one.First >= covered && one.First <= asOf && one.Last.DayNumber - one.First.DayNumber < Period.Of(one.First, rule.Period).Days)
            .ToLookup(one => Period.Of(one.First, rule.Period));
        if (events.Count == 0)
            return [];
        // Two centuries of weeks are more than periods may be; what is normal now does not hang on them.
        var earliest = asOf.Year > 100 ? asOf.AddYears(-100) : DateOnly.MinValue;
        var periods = Period.Between(covered < earliest ? earliest : covered, asOf, rule.Period);
        var counts = periods.Select(period => (double)events[period].Count()).ToArray();
        var named = documents?.CountBy(day => Period.Of(day, rule.Period)).ToDictionary();
        var coverage = named is null ? null : periods.Select(period => (double)named.GetValueOrDefault(period)).ToArray();
        var normal = new Normal(settings, rule.Threshold);
        var distances = normal.Distances(counts);
        var complete = periods.Count(period => period.Last <= asOf);
        var running = normal.Alerts([.. distances.Take(complete)]);
        var before = settings.Whole("normal-periods");
        var found = ImmutableArray.CreateBuilder<Alert>();
        for (var i = before; i < periods.Count; i++)
        {
            var median = Statistics.Median(counts.AsSpan((i - before)..i));
            var isRise = counts[i] > median;
            if (distances[i].IsAlert && (isRise || i < complete))
                found.Add(Of(AlertKind.Distance));
            if (i < complete && running[i])
                found.Add(Of(AlertKind.Cusum));

            Alert Of(AlertKind kind) => new(
                rule.Name, rule.About, periods[i], kind, isRise, (int)counts[i], median, distances[i], Drivers(events[isRise ? periods[i] : periods[i - 1]]), asOf,
                (int?)coverage?[i], coverage is null ? null : Statistics.Median(coverage.AsSpan((i - before)..i)));
        }
        return found.ToImmutable();
    }

    static ImmutableArray<EventId> Drivers(IEnumerable<CountedEvent> events) =>
        [.. events.OrderByDescending(one => one.Weight * Math.Abs(one.Score)).ThenBy(one => one.First).ThenBy(one => one.Id.Value, StringComparer.Ordinal).Take(DriversShown).Select(one => one.Id)];
}
