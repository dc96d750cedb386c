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
        foreach (var one in events.Where(one => Among(dyad, one) is not null).OrderBy(one => one.First).ThenBy(one => one.Id.Value, StringComparer.Ordinal))
        {
            var (pair, isDirected) = Among(dyad, one)!.Value;
            all.Add(one);
            if (!isDirected || pair == dyad)
                there.Add(isDirected ? one : one with { Weight = one.Weight / 2 });
            if (!isDirected || pair != dyad)
                back.Add(isDirected ? one : one with { Weight = one.Weight / 2 });
        }
        return new DyadEvents(all, there, back);
    }

    static (Dyad Pair, bool IsDirected)? Among(Dyad dyad, CountedEvent one)
    {
        foreach (var (pair, isDirected) in one.Pairs())
            if (pair == dyad || pair == dyad.Turned)
                return (pair, isDirected);
        return null;
    }

    /// <summary>Sum of weights over all pairs that one of the two belongs to.</summary>
    public static double Around(Dyad dyad, IEnumerable<CountedEvent> events)
    {
        var sum = 0.0;
        foreach (var one in events)
            foreach (var (pair, _) in one.Pairs())
                if (pair.Has(dyad.One) || pair.Has(dyad.Other))
                    sum += one.Weight;
        return sum;
    }
}
