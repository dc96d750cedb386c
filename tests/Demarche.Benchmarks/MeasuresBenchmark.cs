using System.Diagnostics;
using System.Globalization;
using Demarche.Analysis;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Storage;

namespace Demarche.Benchmarks;

/// <summary>
/// A hundred thousand events over five years in a store: whether planted changes are found within a period and camps recovered, and
/// how long a relation takes. <c>demarche relations</c> and <c>demarche brief</c> can then be timed on the same store.
/// </summary>
static class MeasuresBenchmark
{
    public static int Run(string repository, string place)
    {
        var stream = new PlantedStream(seed: 1);
        using var store = EventStore.OpenOrCreate(place);
        if (store.Outlines().Count == 0)
            Fill(store, stream);
        var data = new DataFolder(repository);
        var settings = MeasureSettings.Load(data);
        var counting = new Counting(settings, new Ontology(data));
        var codes = PlantedStream.Camps.SelectMany(camp => camp).Order(StringComparer.Ordinal).ToList();
        var found = new List<(Dyad Dyad, ChangePoint Change)>();
        var clock = Stopwatch.StartNew();
        foreach (var dyad in codes.SelectMany((one, i) => codes.Skip(i + 1).Select(other => new Dyad(one, other))))
        {
            var relation = new RelationStudy(settings, counting).Measure(dyad, PlantedStream.First, PlantedStream.First.AddMonths(PlantedStream.Months).AddDays(-1), PeriodLength.Month, store.Outlines(dyad.One, dyad.Other), null);
            found.AddRange(relation.Changes.Select(change => (dyad, change)));
        }
        var dyads = codes.Count * (codes.Count - 1) / 2;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stream.Count} events, {dyads} dyads, {clock.Elapsed.TotalMilliseconds / dyads:0} ms a relation, store and all"));
        Report(stream, found, dyads);
        clock.Restart();
        var groups = new Groups(settings).Find([.. store.Outlines().Select(outline => counting.Count(outline, out _)).OfType<CountedEvent>()]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"groups, {clock.Elapsed.TotalMilliseconds:0} ms: {string.Join("; ", groups.Select(group => string.Join(' ', group.Members)))}"));
        return 0;
    }

    static void Fill(EventStore store, PlantedStream stream)
    {
        foreach (var batch in stream.All().Chunk(1000))
            store.InOneStep(() =>
            {
                foreach (var (article, one) in batch)
                {
                    var report = one.Reports[0];
                    var telling = new Telling { Report = report, Published = article.Article.Published.Day, Anchor = article.Article.Published.Day, Outlet = article.Article.Outlet! };
                    var day = report.Date.Start!.Value.DayNumber;
                    store.Keep(article, [(telling, new LinkKeys([], [], day, day))]);
                    store.Replace([report.Id], [one]);
                }
            });
    }

    static void Report(PlantedStream stream, List<(Dyad Dyad, ChangePoint Change)> found, int dyads)
    {
        var matched = new HashSet<(Dyad, ChangePoint)>();
        Console.WriteLine("rate before\tplanted\tfound within a period");
        foreach (var band in stream.Shifts.GroupBy(shift => shift.Rate < 6 ? "under 6" : shift.Rate < 12 ? "6 to 12" : "12 and more").OrderBy(band => band.Min(shift => shift.Rate)))
        {
            var hits = 0;
            foreach (var shift in band)
            {
                var hit = found.FirstOrDefault(each => each.Dyad == new Dyad(shift.One, shift.Other) && each.Change.Quad == shift.Quad && Math.Abs(Month(each.Change) - shift.Month) <= 1);
                if (hit.Change is null)
                    continue;
                hits++;
                matched.Add(hit);
            }
            Console.WriteLine($"{band.Key}\t{band.Count()}\t{hits}");
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"all\t{stream.Shifts.Count}\t{matched.Count}; other change points: {found.Count - matched.Count}, {(found.Count - matched.Count) / (double)dyads:0.00} a dyad"));
    }

    static int Month(ChangePoint change) => ((change.First.First.Year - PlantedStream.First.Year) * 12) + change.First.First.Month - PlantedStream.First.Month;
}
