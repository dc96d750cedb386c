using System.Collections.Immutable;

namespace Demarche.Analysis;

/// <summary>States that keep together: not alliances, but who is on one side of cooperation and conflict as reported.</summary>
/// <param name="Members">Codes, sorted; two at least.</param>
/// <param name="Stability">The smallest share of bootstrap runs in which two of the members fell together.</param>
public sealed record StateGroup(ImmutableArray<string> Members, double Stability);

/// <summary>
/// Groups by signed modularity (Gómez, Jensen and Arenas 2009) under seeded local moving: positive ties are material
/// cooperation and a quarter of the verbal, negative ones conflict likewise. A pair is shown as grouped only if it falls
/// together in a large share of bootstrap runs over the events.
/// </summary>
public sealed class Groups(MeasureSettings settings)
{
    /// <summary>The stable groups, largest first. No random number but from the seed of the settings.</summary>
    public IReadOnlyList<StateGroup> Find(IReadOnlyList<CountedEvent> events)
    {
        var ties = events.OrderBy(one => one.Id.Value, StringComparer.Ordinal)
            .SelectMany(one => one.Pairs().Select(pair => (pair.Pair.Unordered, Positive: one.Weight * Positive(one.Quad), Negative: one.Weight * Negative(one.Quad))))
            .ToArray();
        var codes = ties.SelectMany(tie => new[] { tie.Unordered.One, tie.Unordered.Other }).Distinct().Order(StringComparer.Ordinal).ToArray();
        var index = codes.Select((code, i) => (code, i)).ToDictionary(pair => pair.code, pair => pair.i, StringComparer.Ordinal);
        var places = ties.Select(tie => (index[tie.Unordered.One], index[tie.Unordered.Other])).ToArray();
        var runs = settings.Whole("group-runs");
        var together = new int[codes.Length, codes.Length];
        var draws = new Draws((ulong)settings.Whole("bootstrap-seed"));
        for (var run = 0; run < runs && ties.Length > 0; run++)
        {
            var graph = new SignedGraph(codes.Length);
            for (var i = 0; i < ties.Length; i++)
            {
                var drawn = draws.Below(ties.Length);
                graph.Add(places[drawn].Item1, places[drawn].Item2, ties[drawn].Positive, ties[drawn].Negative);
            }
            var group = graph.Divide(settings["group-resolution"], ref draws);
            for (var i = 0; i < codes.Length; i++)
                for (var j = i + 1; j < codes.Length; j++)
                    if (group[i] == group[j])
                        together[i, j]++;
        }
        var weights = new int[codes.Length];
        foreach (var (one, other) in places)
        {
            weights[one]++;
            weights[other]++;
        }
        return Stable(codes, together, runs, i => weights[i] >= settings["group-minimum-events"]);
    }

    /// <summary>Cliques of pairs that are stable: each state joins the first group with all of whose members it is.</summary>
    List<StateGroup> Stable(string[] codes, int[,] together, int runs, Func<int, bool> isKnown)
    {
        var needed = settings["group-share"] * runs;
        var groups = new List<List<int>>();
        for (var i = 0; i < codes.Length; i++)
        {
            if (!isKnown(i))
                continue;
            var home = groups.Find(group => group.TrueForAll(member => together[member, i] >= needed));
            if (home is null)
                groups.Add([i]);
            else
                home.Add(i);
        }
        return
        [
            .. groups.Where(group => group.Count > 1)
                .Select(group => new StateGroup([.. group.Select(member => codes[member])], group.SelectMany((one, at) => group.Skip(at + 1).Select(other => together[one, other])).Min() / (double)runs))
                .OrderByDescending(group => group.Members.Length).ThenBy(group => group.Members[0], StringComparer.Ordinal),
        ];
    }

    static double Positive(int quad) => quad switch { 1 => 0.25, 2 => 1, _ => 0 };

    static double Negative(int quad) => quad switch { 3 => 0.25, 4 => 1, _ => 0 };
}
