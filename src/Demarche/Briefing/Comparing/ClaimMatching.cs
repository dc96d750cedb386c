using Demarche.Events;

namespace Demarche.Briefing.Comparing;

/// <summary>Which claims of two documents say the same: those that share three content words, and more than half of the shorter one's.</summary>
static class ClaimMatching
{
    const int ShortestWord = 4, SharedNeeded = 3;

    /// <summary>Each claim at most once, the most alike first.</summary>
    public static List<(Claim First, Claim Second)> Pairs(IReadOnlyList<Claim> first, IReadOnlyList<Claim> second)
    {
        var stems = second.Select(claim => Stems(claim.Proposition)).ToList();
        var alike = new List<(Claim First, Claim Second, double Share)>();
        foreach (var claim in first)
        {
            var own = Stems(claim.Proposition);
            for (var i = 0; i < stems.Count; i++)
            {
                var shared = own.Count(stems[i].Contains);
                var share = shared / (double)Math.Max(1, Math.Min(own.Count, stems[i].Count));
                if (shared >= SharedNeeded && share > 0.5)
                    alike.Add((claim, second[i], share));
            }
        }
        var used = new HashSet<ClaimId>();
        var pairs = new List<(Claim, Claim)>();
        foreach (var (one, other, _) in alike.OrderByDescending(pair => pair.Share)
            .ThenBy(pair => pair.First.Id.Value, StringComparer.Ordinal).ThenBy(pair => pair.Second.Id.Value, StringComparer.Ordinal))
            if (!used.Contains(one.Id) && used.Add(other.Id) && used.Add(one.Id))
                pairs.Add((one, other));
        return pairs;
    }

    /// <summary>The stems of the words that are long enough to carry something.</summary>
    static HashSet<string> Stems(string text)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
                continue;
            if (i - start >= ShortestWord)
                stems.Add(WordStem.Of(text.AsSpan(start, i - start)));
            start = i + 1;
        }
        return stems;
    }
}
