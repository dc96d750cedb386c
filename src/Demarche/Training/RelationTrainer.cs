using Demarche.Coding.Scoring;

namespace Demarche.Training;

/// <summary>One sentence to learn from: what the scorer sees, and the column of its type.</summary>
/// <param name="Weight">How much it counts: 1 for a sentence of ours.</param>
readonly record struct RelationExample(IReadOnlyList<string> Features, int Type, double Weight = 1);

/// <summary>
/// Multinomial logistic regression whose weight of a feature for a type is the sum of one for the type, one for its quad and one
/// for cooperation or conflict, so that rare types learn from their kin. AdaGrad (Duchi, Hazan, Singer 2011), averaged over the
/// later passes and over several orders of the sentences.
/// </summary>
sealed class RelationTrainer(IReadOnlyList<int> quads, ulong seed)
{
    const int Passes = 30, FirstAveraged = 10;

    // Slow steps, stopped early, hold the weights small: five folds told 1 to 2 points more at a tenth of the usual rate.
    const double Rate = 0.015, Decay = 0.01;

    // The order of the sentences decides close cases; three orders taken together decide them better than one.
    const int Orders = 3;

    // What a single sentence holds says more of that sentence than of its type.
    const int LeastSentences = 2;

    readonly int types = quads.Count;

    // Columns: the types, the four quads, cooperation and conflict.
    int Width => types + 6;

    public Dictionary<string, float[]> Train(IReadOnlyList<RelationExample> examples)
    {
        var together = new Dictionary<string, float[]>(StringComparer.Ordinal);
        for (var order = 0; order < Orders; order++)
            foreach (var (feature, row) in Train(examples, new SeededRandom(seed + (ulong)order)))
            {
                if (!together.TryGetValue(feature, out var sum))
                    together.Add(feature, sum = new float[types]);
                for (var type = 0; type < types; type++)
                    sum[type] += row[type] / Orders;
            }
        return together;
    }

    Dictionary<string, float[]> Train(IReadOnlyList<RelationExample> examples, SeededRandom random)
    {
        var index = Index(examples);
        var encoded = examples.Select(example => example.Features.Distinct().Where(index.ContainsKey).Select(feature => index[feature]).ToArray()).ToArray();
        var weights = new double[index.Count * Width];
        var squares = new double[weights.Length];
        var sums = new double[weights.Length];
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var scores = new double[types];
        var gradient = new double[Width];
        for (var pass = 0; pass < Passes; pass++)
        {
            random.Shuffle(order.AsSpan());
            foreach (var at in order)
                Learn(encoded[at], examples[at], weights, squares, scores, gradient);
            if (pass >= FirstAveraged)
                for (var i = 0; i < sums.Length; i++)
                    sums[i] += weights[i];
        }
        return index.ToDictionary(pair => pair.Key, pair => Collapse(sums.AsSpan(pair.Value * Width, Width)));
    }

    static Dictionary<string, int> Index(IReadOnlyList<RelationExample> examples)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var example in examples)
            foreach (var feature in example.Features.Distinct())
                counts[feature] = counts.GetValueOrDefault(feature) + 1;
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var feature in counts.Where(pair => pair.Value >= LeastSentences).Select(pair => pair.Key).Order(StringComparer.Ordinal))
            index.Add(feature, index.Count);
        return index;
    }

    void Learn(int[] features, RelationExample example, double[] weights, double[] squares, double[] scores, double[] gradient)
    {
        Array.Clear(scores);
        foreach (var feature in features)
        {
            var row = feature * Width;
            for (var type = 0; type < types; type++)
                scores[type] += weights[row + type] + weights[row + QuadColumn(type)] + weights[row + SideColumn(type)];
        }
        Array.Clear(gradient);
        var highest = scores.Max();
        var total = scores.Sum(score => Math.Exp(score - highest));
        for (var type = 0; type < types; type++)
        {
            var excess = example.Weight * (Math.Exp(scores[type] - highest) / total - (type == example.Type ? 1 : 0));
            gradient[type] += excess;
            gradient[QuadColumn(type)] += excess;
            gradient[SideColumn(type)] += excess;
        }
        foreach (var feature in features)
            for (var column = 0; column < Width; column++)
            {
                var at = feature * Width + column;
                var slope = gradient[column] + Decay * weights[at];
                squares[at] += slope * slope;
                weights[at] -= Rate * slope / (Math.Sqrt(squares[at]) + 1e-2);
            }
    }

    int QuadColumn(int type) => types + quads[type] - 1;

    int SideColumn(int type) => types + 4 + (quads[type] > 2 ? 1 : 0);

    float[] Collapse(Span<double> sums)
    {
        var row = new float[types];
        for (var type = 0; type < types; type++)
            row[type] = (float)((sums[type] + sums[QuadColumn(type)] + sums[SideColumn(type)]) / (Passes - FirstAveraged));
        return row;
    }
}
