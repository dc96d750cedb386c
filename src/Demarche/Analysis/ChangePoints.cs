namespace Demarche.Analysis;

/// <summary>
/// PELT (Killick, Fearnhead and Eckley 2012) on counts: the division into segments that is cheapest under the Poisson cost,
/// twice the negative log-likelihood with the segment's own mean, plus a penalty for each division.
/// </summary>
public static class ChangePoints
{
    /// <summary>The positions where a new segment begins, ascending; empty where nothing changed.</summary>
    public static IReadOnlyList<int> Find(ReadOnlySpan<double> counts, double penalty, int minimum)
    {
        var m = counts.Length;
        if (m < 2 * minimum)
            return [];
        var sums = new double[m + 1];
        for (var i = 0; i < m; i++)
            sums[i + 1] = sums[i] + counts[i];
        var best = new double[m + 1];
        var last = new int[m + 1];
        Array.Fill(best, double.PositiveInfinity);
        best[0] = -penalty;
        var candidates = new List<int> { 0 };
        var useless = new int[m + 1];
        for (var end = minimum; end <= m; end++)
        {
            candidates.RemoveAll(start => useless[start] > 0 && useless[start] <= end);
            foreach (var start in candidates)
            {
                var cost = best[start] + Cost(start, end) + penalty;
                if (cost < best[end])
                    (best[end], last[end]) = (cost, start);
            }
            // What is dearer already, without the penalty, is never again the better beginning once a segment may begin here and end.
            foreach (var start in candidates)
                if (useless[start] == 0 && best[start] + Cost(start, end) > best[end])
                    useless[start] = end + minimum;
            var next = end - minimum + 1;
            if (next >= minimum)
                candidates.Add(next);
        }
        var found = new List<int>();
        for (var end = last[m]; end > 0; end = last[end])
            found.Add(end);
        found.Reverse();
        return found;

        double Cost(int start, int end)
        {
            var sum = sums[end] - sums[start];
            return sum == 0 ? 0 : 2 * (sum - (sum * Math.Log(sum / (end - start))));
        }
    }
}
