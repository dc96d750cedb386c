using System.Collections.Immutable;
using System.Globalization;
using Demarche.Events;

namespace Demarche.Analysis;

/// <summary>Change points of a series, quad by quad; a quad with too few events is named and left alone.</summary>
public sealed class QuadChanges(MeasureSettings settings)
{
    const int DriversShown = 5;

    /// <returns>Why: of the whole series where it is too short. Untested: why of the quads that have events, but too few.</returns>
    public (ImmutableArray<ChangePoint> Changes, ImmutableArray<string> Untested, string? Why) Find(ImmutableArray<PeriodFigures> series)
    {
        var complete = series.Where(figures => figures.IsComplete).ToList();
        var (periods, events) = (settings.Whole("change-minimum-periods"), settings["change-minimum-events"]);
        if (complete.Count < periods)
            return ([], [], string.Create(CultureInfo.InvariantCulture, $"not enough data: {complete.Count} of {periods} complete periods"));
        var found = ImmutableArray.CreateBuilder<ChangePoint>();
        var untested = ImmutableArray.CreateBuilder<string>();
        for (var quad = 1; quad <= 4; quad++)
        {
            var counts = complete.Select(figures => figures.Quads[quad - 1]).ToArray();
            if (counts.Sum() >= events)
                found.AddRange(Of(quad, counts, complete));
            else if (counts.Sum() > 0)
                untested.Add(string.Create(CultureInfo.InvariantCulture, $"quad {quad}: {counts.Sum():0.##} of {events} events"));
        }
        return (found.ToImmutable(), untested.ToImmutable(), null);
    }

    /// <summary>The places where one series of counts changes, and how much it varies otherwise.</summary>
    public (ChangeLocation[] Places, double Dispersion) Locate(ReadOnlySpan<double> counts)
    {
        var dispersion = Statistics.Dispersion(counts);
        var minimum = settings.Whole("change-minimum-segment");
        // To scale the penalty up is to scale the cost down.
        var starts = ChangePoints.Find(counts, dispersion * settings["change-penalty"] * Math.Log(counts.Length), minimum);
        return (ChangeLocation.Of(counts, starts, dispersion, minimum, settings["interval"]), dispersion);
    }

    IEnumerable<ChangePoint> Of(int quad, double[] counts, List<PeriodFigures> complete)
    {
        var (places, dispersion) = Locate(counts);
        for (var i = 0; i < places.Length; i++)
        {
            int begin = i == 0 ? 0 : places[i - 1].At, at = places[i].At, end = i + 1 < places.Length ? places[i + 1].At : counts.Length;
            double before = counts[begin..at].Average(), after = counts[at..end].Average();
            var side = after > before ? complete[at..end] : complete[begin..at];
            yield return new ChangePoint(
                quad, complete[at].Period, complete[places[i].Earliest].Period, complete[places[i].Latest].Period, before, after, dispersion,
                Drivers(side.SelectMany(figures => figures.Events), quad));
        }
    }

    static ImmutableArray<EventId> Drivers(IEnumerable<CountedEvent> events, int quad) =>
        [.. events.Where(one => one.Quad == quad)
            .OrderByDescending(one => one.Weight * Math.Abs(one.Score)).ThenBy(one => one.First).ThenBy(one => one.Id.Value, StringComparer.Ordinal)
            .Take(DriversShown).Select(one => one.Id)];
}
