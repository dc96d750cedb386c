namespace Demarche.Analysis;

/// <summary>The counted events of one pair, by direction.</summary>
/// <param name="All">Every event once, by first day, then id.</param>
/// <param name="There">From the first to the other; acts without direction are in both lists with half their weight.</param>
/// <param name="Back">From the other to the first, likewise.</param>
public sealed record DyadEvents(IReadOnlyList<CountedEvent> All, IReadOnlyList<CountedEvent> There, IReadOnlyList<CountedEvent> Back)
{
    public static DyadEvents Of(Dyad dyad, IEnumerable<CountedEvent> events)
    {
        List<CountedEvent> all = [], there = [], back = [];
        foreach (var one in events.OrderBy(one => one.First).ThenBy(one => one.Id.Value, StringComparer.Ordinal))
            foreach (var (pair, isDirected) in one.Pairs())
            {
                if (pair.Unordered != dyad.Unordered)
                    continue;
                all.Add(one);
                if (!isDirected || pair == dyad)
                    there.Add(isDirected ? one : one with { Weight = one.Weight / 2 });
                if (!isDirected || pair != dyad)
                    back.Add(isDirected ? one : one with { Weight = one.Weight / 2 });
                break;
            }
        return new DyadEvents(all, there, back);
    }

    /// <summary>Sum of weights over all pairs that one of the two belongs to.</summary>
    public static double Around(Dyad dyad, IEnumerable<CountedEvent> events) =>
        events.Sum(one => one.Weight * one.Pairs().Count(pair => pair.Pair.Has(dyad.One) || pair.Pair.Has(dyad.Other)));
}
