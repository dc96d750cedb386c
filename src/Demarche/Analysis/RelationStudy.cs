using System.Collections.Immutable;
using System.Globalization;
using Demarche.Events;

namespace Demarche.Analysis;

/// <summary>Measures the relation of two parties over a window of time.</summary>
public sealed class RelationStudy(MeasureSettings settings, Counting counting)
{
    const int MostShown = 6;

    readonly Measures measures = new(settings);
    readonly Normal normal = new(settings);
    readonly QuadChanges quadChanges = new(settings);

    /// <param name="outlines">All events that may touch the window and have one of the two among their parties; others do no harm.</param>
    /// <param name="documents">Days of publication of the documents that name both, one each; null where nobody counted them.</param>
    /// <exception cref="ArgumentException">The window is empty or has too many periods.</exception>
    public Relation Measure(Dyad dyad, DateOnly from, DateOnly to, PeriodLength length, IEnumerable<EventOutline> outlines, IReadOnlyCollection<DateOnly>? documents)
    {
        var periods = Period.Between(from, to, length);
        var uncounted = new SortedDictionary<Uncounted, int>();
        var around = new List<CountedEvent>();
        foreach (var outline in outlines)
        {
            var one = counting.Count(outline, out var reason);
            if (one is not null && one.First >= from && one.First <= to)
            {
                if (one.Last.DayNumber - one.First.DayNumber < Period.Of(one.First, length).Days)
                {
                    around.Add(one);
                    continue;
                }
                reason = Analysis.Uncounted.Vague;
            }
            else if (one is not null)
                continue;
            if (IsOf(dyad, outline) && MayLieIn(outline, from, to))
                uncounted[reason] = uncounted.GetValueOrDefault(reason) + 1;
        }
        var events = DyadEvents.Of(dyad, around);
        var series = Series(dyad, from, to, periods, events.All, around, documents);
        var enough = events.All.Count >= settings.Whole("line-minimum");
        var (changes, untested, noChanges) = quadChanges.Find(series);
        return new Relation
        {
            Dyad = dyad,
            From = from,
            To = to,
            Length = length,
            WithAlleged = counting.WithAlleged,
            Events = events,
            Whole = Figures(new Period(length, from), dyad, true, measures.Level(events.All, to), events.All, around, documents?.Count(day => day >= from && day <= to)),
            There = Figures(new Period(length, from), dyad, true, measures.Level(events.There, to), events.There, around, null),
            Back = Figures(new Period(length, from), dyad, true, measures.Level(events.Back, to), events.Back, around, null),
            Asymmetry = measures.Asymmetry(events.There, events.Back),
            Series = series,
            NoLine = enough ? null : NotEnough(events.All.Count, settings.Whole("line-minimum"), "counted events in the window"),
            Changes = enough ? changes : [],
            Untested = enough ? untested : [],
            NoChanges = enough ? noChanges : NotEnough(events.All.Count, settings.Whole("line-minimum"), "counted events in the window"),
            Most = Most(dyad, events.All),
            ThirdParties = ThirdParties(dyad, around),
            Uncounted = uncounted.ToImmutableSortedDictionary(),
        };
    }

    ImmutableArray<PeriodFigures> Series(
        Dyad dyad, DateOnly from, DateOnly to, IReadOnlyList<Period> periods, IReadOnlyList<CountedEvent> events, List<CountedEvent> around, IReadOnlyCollection<DateOnly>? documents)
    {
        var length = periods[0].Length;
        var byPeriod = events.ToLookup(one => Period.Of(one.First, length));
        var aroundByPeriod = around.ToLookup(one => Period.Of(one.First, length));
        var documentsByPeriod = documents?.Where(day => day >= from && day <= to).CountBy(day => Period.Of(day, length)).ToDictionary();
        var series = new List<PeriodFigures>(periods.Count);
        var levels = measures.Levels(events, [.. periods.Select(period => period.Last < to ? period.Last : to)]);
        foreach (var (i, period) in periods.Index())
            series.Add(Figures(period, dyad, period.First >= from && period.Last <= to, levels[i], [.. byPeriod[period]], aroundByPeriod[period],
                documentsByPeriod is null ? null : documentsByPeriod.GetValueOrDefault(period)));
        var distances = normal.Distances(series.Select(figures => figures.Total).ToArray());
        var alerts = normal.Alerts(distances);
        return [.. series.Select((figures, i) => figures.IsComplete ? figures with { Normal = distances[i], IsAlert = alerts[i] } : figures)];
    }

    PeriodFigures Figures(Period period, Dyad dyad, bool isComplete, double level, IReadOnlyList<CountedEvent> events, IEnumerable<CountedEvent> around, int? documents) => new(
        period,
        isComplete,
        documents,
        [.. Measures.Quads(events)],
        measures.Balance(events),
        Measures.MaterialShare(events),
        measures.Tone(events),
        Measures.Intensity(events),
        Measures.Rate(events, documents),
        Measures.Share(events, DyadEvents.Around(dyad, around)),
        level,
        default,
        false,
        [.. events]);

    static ImmutableArray<Deeds> Most(Dyad dyad, IReadOnlyList<CountedEvent> events) =>
        [.. events.GroupBy(one =>
            {
                var (pair, isDirected) = one.Pairs().First(pair => pair.Pair.Unordered == dyad.Unordered);
                return isDirected ? (pair.One, pair.Other, one.Type) : (dyad.One, "", one.Type);
            })
            .Select(group => new Deeds(group.Key.Item1, group.Key.Item2, group.Key.Type, group.Sum(one => one.Weight)))
            .OrderByDescending(deeds => deeds.Weight).ThenBy(deeds => deeds.From, StringComparer.Ordinal).ThenBy(deeds => deeds.To, StringComparer.Ordinal).ThenBy(deeds => deeds.Type)
            .Take(MostShown)];

    static ImmutableArray<ThirdParty> ThirdParties(Dyad dyad, IEnumerable<CountedEvent> around)
    {
        var weights = new Dictionary<string, (double One, double Other)>();
        foreach (var one in around)
            foreach (var pair in one.Pairs().Select(pair => pair.Pair))
            {
                if (pair.Has(dyad.One) == pair.Has(dyad.Other))
                    continue;
                var third = dyad.Has(pair.One) ? pair.Other : pair.One;
                var (with, withOther) = weights.GetValueOrDefault(third);
                weights[third] = pair.Has(dyad.One) ? (with + one.Weight, withOther) : (with, withOther + one.Weight);
            }
        return
        [
            .. weights.Where(pair => pair.Value is { One: > 0, Other: > 0 })
                .Select(pair => new ThirdParty(pair.Key, pair.Value.One, pair.Value.Other))
                .OrderByDescending(third => Math.Min(third.WithOne, third.WithOther)).ThenByDescending(third => third.WithOne + third.WithOther)
                .ThenBy(third => third.Code, StringComparer.Ordinal)
                .Take(MostShown),
        ];
    }

    static bool IsOf(Dyad dyad, EventOutline outline) =>
        new CountedEvent(outline.Id, outline.Type, 1, 0, 1, default, default, false, outline.Actors, outline.Recipients).Pairs()
            .Any(pair => pair.Pair.Unordered == dyad.Unordered);

    static bool MayLieIn(EventOutline outline, DateOnly from, DateOnly to) =>
        (outline.Date.Start is not { } start || start <= to) && (outline.Date.End is not { } end || end >= from);

    static string NotEnough(int have, int need, string what) => string.Create(CultureInfo.InvariantCulture, $"not enough data: {have} of {need} {what}");
}
