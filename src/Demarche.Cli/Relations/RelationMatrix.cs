using Demarche.Analysis;
using Demarche.Briefing.Charts;

namespace Demarche.Cli.Relations;

/// <summary>All pairs of a store at once.</summary>
static class RelationMatrix
{
    /// <summary>A matrix of more is no picture any more.</summary>
    const int Shown = 20;

    /// <summary>Sums of weights by quad for each direction with counted events, most first; acts without direction are half in each.</summary>
    public static IReadOnlyList<(Dyad Pair, double[] Quads, IReadOnlyList<string> Events)> Directed(IReadOnlyList<CountedEvent> events)
    {
        var pairs = new Dictionary<Dyad, (double[] Quads, List<string> Events)>();
        foreach (var one in events)
            foreach (var (pair, isDirected) in one.Pairs())
            {
                Add(pair, one, isDirected ? 1 : 0.5);
                if (!isDirected)
                    Add(pair.Turned, one, 0.5);
            }
        return
        [
            .. pairs.OrderByDescending(pair => pair.Value.Quads.Sum()).ThenBy(pair => pair.Key.One, StringComparer.Ordinal).ThenBy(pair => pair.Key.Other, StringComparer.Ordinal)
                .Select(pair => (pair.Key, pair.Value.Quads, (IReadOnlyList<string>)pair.Value.Events)),
        ];

        void Add(Dyad pair, CountedEvent one, double share)
        {
            if (!pairs.TryGetValue(pair, out var found))
                pairs.Add(pair, found = (new double[4], []));
            found.Quads[one.Quad - 1] += share * one.Weight;
            found.Events.Add(one.Id.Value);
        }
    }

    /// <summary>The busiest parties, groups side by side.</summary>
    public static string Draw(IReadOnlyList<CountedEvent> events, IReadOnlyList<StateGroup> groups)
    {
        var pairs = Directed(events);
        var busiest = pairs.SelectMany(pair => new[] { (Code: pair.Pair.One, Weight: pair.Quads.Sum()), (Code: pair.Pair.Other, Weight: pair.Quads.Sum()) })
            .GroupBy(side => side.Code, side => side.Weight, StringComparer.Ordinal)
            .OrderByDescending(side => side.Sum()).ThenBy(side => side.Key, StringComparer.Ordinal).Take(Shown).Select(side => side.Key).ToList();
        var order = groups.SelectMany(group => group.Members).Where(busiest.Contains).Concat(busiest).Distinct().ToList();
        var cells = pairs.Select(pair => new MatrixCell(pair.Pair.One, pair.Pair.Other, pair.Quads[0] + pair.Quads[1], pair.Quads[2] + pair.Quads[3], pair.Events)).ToList();
        return MatrixChart.Draw("matrix", $"Who does what to whom: {events.Count} counted events", order, cells);
    }
}
