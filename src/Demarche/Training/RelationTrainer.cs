using System.Runtime.Intrinsics;
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
    const float Rate = 0.015f, Decay = 0.01f;

    // The order of the sentences decides close cases; three orders taken together decide them better than one.
    const int Orders = 3;

    // What two words make together in a single sentence says more of that sentence than of its type; a single word still tells.
    const int LeastSentences = 1, LeastOfPairs = 2;

    readonly int types = quads.Count;

    // Columns: the types, the four quads, cooperation and conflict; then room up to whole vectors.
    int Width => (types + 6 + 7) & ~7;

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
        var weights = new float[index.Count * Width];
        var squares = new float[weights.Length];
        var sums = new float[weights.Length];
        var order = Enumerable.Range(0, examples.Count).ToArray();
        for (var pass = 0; pass < Passes; pass++)
        {
            random.Shuffle(order.AsSpan());
            foreach (var at in order)
                Learn(encoded[at], examples[at], weights, squares);
            if (pass >= FirstAveraged)
                Add(sums, weights);
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
        foreach (var feature in counts.Where(pair => pair.Value >= (RelationFeatures.IsPair(pair.Key) ? LeastOfPairs : LeastSentences)).Select(pair => pair.Key).Order(StringComparer.Ordinal))
            index.Add(feature, index.Count);
        return index;
    }

    void Learn(int[] features, RelationExample example, float[] weights, float[] squares)
    {
        Span<float> columns = stackalloc float[Width];
        columns.Clear();
        foreach (var feature in features)
            Add(columns, weights.AsSpan(feature * Width, Width));
        Span<float> scores = stackalloc float[types];
        for (var type = 0; type < types; type++)
            scores[type] = columns[type] + columns[QuadColumn(type)] + columns[SideColumn(type)];
        var highest = float.MinValue;
        foreach (var score in scores)
            highest = Math.Max(highest, score);
        var total = 0f;
        for (var type = 0; type < types; type++)
            total += scores[type] = MathF.Exp(scores[type] - highest);
        Span<float> gradient = stackalloc float[Width];
        gradient.Clear();
        for (var type = 0; type < types; type++)
        {
            var excess = (float)example.Weight * (scores[type] / total - (type == example.Type ? 1 : 0));
            gradient[type] += excess;
            gradient[QuadColumn(type)] += excess;
            gradient[SideColumn(type)] += excess;
        }
        foreach (var feature in features)
            Step(weights.AsSpan(feature * Width, Width), squares.AsSpan(feature * Width, Width), gradient);
    }

    static void Add(Span<float> to, ReadOnlySpan<float> what)
    {
        for (var at = 0; at < to.Length; at += Vector256<float>.Count)
            (Vector256.Create<float>(to[at..]) + Vector256.Create(what[at..])).CopyTo(to[at..]);
    }

    static void Step(Span<float> weights, Span<float> squares, ReadOnlySpan<float> gradient)
    {
        for (var at = 0; at < weights.Length; at += Vector256<float>.Count)
        {
            var weight = Vector256.Create<float>(weights[at..]);
            var slope = Vector256.Create(gradient[at..]) + Vector256.Create(Decay) * weight;
            var square = Vector256.Create<float>(squares[at..]) + slope * slope;
            square.CopyTo(squares[at..]);
            (weight - Vector256.Create(Rate) * slope / (Vector256.Sqrt(square) + Vector256.Create(1e-2f))).CopyTo(weights[at..]);
        }
    }

    int QuadColumn(int type) => types + quads[type] - 1;

    int SideColumn(int type) => types + 4 + (quads[type] > 2 ? 1 : 0);

    float[] Collapse(ReadOnlySpan<float> sums)
    {
        var row = new float[types];
        for (var type = 0; type < types; type++)
            row[type] = (sums[type] + sums[QuadColumn(type)] + sums[SideColumn(type)]) / (Passes - FirstAveraged);
        return row;
    }
}
