namespace Demarche.Analysis;

/// <summary>Undirected ties of both signs between nodes numbered from 0.</summary>
sealed class SignedGraph(int size)
{
    readonly double[,] positive = new double[size, size];
    readonly double[,] negative = new double[size, size];
    readonly double[] positiveDegree = new double[size];
    readonly double[] negativeDegree = new double[size];
    double positiveSum;
    double negativeSum;

    public void Add(int one, int other, double plus, double minus)
    {
        positive[one, other] += plus;
        positive[other, one] += plus;
        negative[one, other] += minus;
        negative[other, one] += minus;
        positiveDegree[one] += plus;
        positiveDegree[other] += plus;
        negativeDegree[one] += minus;
        negativeDegree[other] += minus;
        positiveSum += 2 * plus;
        negativeSum += 2 * minus;
    }

    /// <summary>
    /// The group of each node: nodes in random order move to the group that gains most, until none gains; then once more with
    /// whole groups, which single moves cannot join.
    /// </summary>
    public int[] Divide(double resolution, ref Draws draws)
    {
        var group = Enumerable.Range(0, size).ToArray();
        var gain = new double[size, size];
        for (var i = 0; i < size; i++)
            for (var j = 0; j < size; j++)
                gain[i, j] = i == j ? 0 : Excess(positive[i, j], positiveDegree, positiveSum, i, j, resolution) - Excess(negative[i, j], negativeDegree, negativeSum, i, j, resolution);
        Move(gain, group, ref draws);
        Merge(gain, group);
        return group;
    }

    static double Excess(double tie, double[] degree, double sum, int one, int other, double resolution) =>
        sum == 0 ? 0 : tie - (resolution * degree[one] * degree[other] / sum);

    void Move(double[,] gain, int[] group, ref Draws draws)
    {
        var order = Enumerable.Range(0, size).ToArray();
        for (var i = size - 1; i > 0; i--)
        {
            var j = draws.Below(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }
        var toGroup = new double[size];
        var hasMoved = true;
        // Each move raises the modularity, so this ends; the bound only guards against rounding.
        for (var round = 0; hasMoved && round < 100; round++)
        {
            hasMoved = false;
            foreach (var node in order)
            {
                Array.Clear(toGroup);
                for (var other = 0; other < size; other++)
                    if (other != node)
                        toGroup[group[other]] += gain[node, other];
                var best = group[node];
                for (var candidate = 0; candidate < size; candidate++)
                    if (toGroup[candidate] > toGroup[best] + 1e-12)
                        best = candidate;
                if (best == group[node])
                    continue;
                group[node] = best;
                hasMoved = true;
            }
        }
    }

    void Merge(double[,] gain, int[] group)
    {
        var between = new double[size, size];
        for (var i = 0; i < size; i++)
            for (var j = 0; j < size; j++)
                between[group[i], group[j]] += gain[i, j];
        while (true)
        {
            int one = -1, other = -1;
            var most = 1e-12;
            for (var i = 0; i < size; i++)
                for (var j = i + 1; j < size; j++)
                    if (between[i, j] > most)
                        (one, other, most) = (i, j, between[i, j]);
            if (one < 0)
                return;
            for (var i = 0; i < size; i++)
            {
                between[one, i] += between[other, i];
                between[other, i] = 0;
            }
            for (var i = 0; i < size; i++)
            {
                between[i, one] += between[i, other];
                between[i, other] = 0;
            }
            for (var i = 0; i < size; i++)
                if (group[i] == other)
                    group[i] = one;
        }
    }
}
