namespace Demarche.Evaluation.Coding;

/// <summary>One-to-one assignment of the greatest total weight (Kuhn 1955, in the shortest-path form of Jonker and Volgenant).</summary>
static class Assignment
{
    /// <summary>Column of each row that gets one. <paramref name="weights"/> holds the positive weights of the possible pairs.</summary>
    public static Dictionary<int, int> Find(SortedDictionary<int, Dictionary<int, double>> weights)
    {
        int[] rows = [.. weights.Keys];
        int[] columns = [.. weights.Values.SelectMany(row => row.Keys).Distinct().Order()];
        var result = new Dictionary<int, int>();
        if (rows.Length == 0 || columns.Length == 0)
            return result;

        // One dummy column per row: it may stay single.
        int n = rows.Length, m = columns.Length + rows.Length;
        var top = weights.Values.SelectMany(row => row.Values).Max();
        double Cost(int row, int column) => column >= columns.Length ? top
            : weights[rows[row]].TryGetValue(columns[column], out var weight) ? top - weight : 2 * top;

        var u = new double[n + 1];
        var v = new double[m + 1];
        var match = new int[m + 1];
        var way = new int[m + 1];
        for (var i = 1; i <= n; i++)
        {
            match[0] = i;
            var current = 0;
            var least = new double[m + 1];
            Array.Fill(least, double.PositiveInfinity);
            var used = new bool[m + 1];
            do
            {
                used[current] = true;
                int row = match[current], next = 0;
                var delta = double.PositiveInfinity;
                for (var j = 1; j <= m; j++)
                {
                    if (used[j])
                        continue;
                    var reduced = Cost(row - 1, j - 1) - u[row] - v[j];
                    if (reduced < least[j])
                        (least[j], way[j]) = (reduced, current);
                    if (least[j] < delta)
                        (delta, next) = (least[j], j);
                }
                for (var j = 0; j <= m; j++)
                {
                    if (used[j])
                    {
                        u[match[j]] += delta;
                        v[j] -= delta;
                    }
                    else
                    {
                        least[j] -= delta;
                    }
                }
                current = next;
            }
            while (match[current] != 0);
            while (current != 0)
            {
                match[current] = match[way[current]];
                current = way[current];
            }
        }
        for (var j = 1; j <= columns.Length; j++)
            if (match[j] > 0 && weights[rows[match[j] - 1]].ContainsKey(columns[j - 1]))
                result[rows[match[j] - 1]] = columns[j - 1];
        return result;
    }
}
