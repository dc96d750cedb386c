using System.Globalization;
using Demarche.Analysis;
using Demarche.Knowledge;

namespace Demarche.Benchmarks;

/// <summary>
/// Change points on many streams of planted events, beside the best that anybody could do: to know that there is one change, and the
/// rates on both sides of it, and to name the month with most probability within a month either side.
/// </summary>
static class ChangesBenchmark
{
    // Nothing is planted in the first and the last year.
    const int Edge = 12;

    public static int Run(string repository, int streams)
    {
        var changes = new QuadChanges(MeasureSettings.Load(new DataFolder(repository)));
        var rows = new SortedDictionary<double, Row>();
        int others = 0, pairs = 0;
        for (var seed = 1; seed <= streams; seed++)
        {
            var series = new PlantedStream(seed).Series;
            pairs += series.Count / 4;
            foreach (var one in series)
            {
                var places = changes.Locate(one.Counts).Places;
                var isFound = places.Any(place => Math.Abs(place.At - one.Month) <= 1);
                others += places.Length - (isFound ? 1 : 0);
                if (one.Month == PlantedStream.Months)
                    continue;
                var row = rows.GetValueOrDefault(one.Rate) ?? (rows[one.Rate] = new Row());
                row.Planted++;
                row.Noticed += places.Length > 0 ? 1 : 0;
                row.Found += isFound ? 1 : 0;
                row.Within += places.Any(place => place.Earliest <= one.Month && one.Month <= place.Latest) ? 1 : 0;
                row.Best += Math.Abs(Best(one) - one.Month) <= 1 ? 1 : 0;
            }
        }
        Console.WriteLine("rate before\tplanted\tnoticed\tin the interval\tfound within a month\tbest possible");
        foreach (var (rate, row) in rows)
            Write(rate.ToString("0.0", CultureInfo.InvariantCulture), row);
        Write("all", rows.Values.Aggregate(new Row(), (sum, row) => sum.Plus(row)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"other change points: {others / (double)pairs:0.00} a pair"));
        return 0;
    }

    static int Best(PlantedSeries one)
    {
        var chances = new double[PlantedStream.Months];
        for (var month = Edge; month < PlantedStream.Months - Edge; month++)
            for (var i = 0; i < one.Counts.Length; i++)
                chances[month] += i < month ? -one.Rate : (one.Counts[i] * Math.Log(2)) - (2 * one.Rate);
        var most = chances.Where(chance => chance != 0).Max();
        var mass = chances.Select(chance => chance == 0 ? 0 : Math.Exp(chance - most)).ToArray();
        return Enumerable.Range(Edge, PlantedStream.Months - (2 * Edge)).MaxBy(month => mass[month - 1] + mass[month] + mass[month + 1]);
    }

    static void Write(string name, Row row) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name}\t{row.Planted}\t{row.Share(row.Noticed):0.000}\t{row.Share(row.Within):0.000}\t{row.Share(row.Found):0.000}\t{row.Share(row.Best):0.000}"));

    sealed class Row
    {
        public int Planted { get; set; }

        public int Noticed { get; set; }

        public int Within { get; set; }

        public int Found { get; set; }

        public int Best { get; set; }

        public double Share(int number) => number / (double)Planted;

        public Row Plus(Row other) => new()
        {
            Planted = Planted + other.Planted,
            Noticed = Noticed + other.Noticed,
            Within = Within + other.Within,
            Found = Found + other.Found,
            Best = Best + other.Best,
        };
    }
}
