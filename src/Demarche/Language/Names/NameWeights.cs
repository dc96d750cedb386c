using System.Numerics;

namespace Demarche.Language.Names;

/// <summary>
/// The linear model of the first reading: for each feature in use one weight for each label, in eighths of a byte's range.
/// A bit field says which buckets are in use; the rank of a bucket's bit is its row.
/// </summary>
sealed class NameWeights
{
    readonly ulong[] used;
    readonly int[] ranks;
    readonly sbyte[] weights;
    readonly float scale;

    /// <summary>Takes over the arrays.</summary>
    /// <param name="used">One bit for each bucket.</param>
    /// <param name="weights">A row of <see cref="NameLabel.Count"/> for each bit set, in bucket order.</param>
    /// <param name="scale">What a weight of 1 is worth.</param>
    public NameWeights(ulong[] used, sbyte[] weights, float scale)
    {
        this.used = used;
        this.weights = weights;
        this.scale = scale;
        ranks = new int[used.Length];
        var rank = 0;
        for (var i = 0; i < used.Length; i++)
        {
            ranks[i] = rank;
            rank += BitOperations.PopCount(used[i]);
        }
        Rows = rank;
    }

    public int Rows { get; }

    public ReadOnlySpan<ulong> Used => used;

    public ReadOnlySpan<sbyte> Weights => weights;

    public float Scale => scale;

    /// <summary>Adds up the weights of a word's features for every label.</summary>
    public void Score(ReadOnlySpan<int> buckets, Span<float> scores)
    {
        Span<int> sums = stackalloc int[NameLabel.Count];
        sums.Clear();
        foreach (var bucket in buckets)
        {
            var bits = used[bucket >> 6];
            var bit = 1UL << (bucket & 63);
            if ((bits & bit) == 0)
                continue;
            var row = ranks[bucket >> 6] + BitOperations.PopCount(bits & (bit - 1));
            var line = weights.AsSpan(row * NameLabel.Count, NameLabel.Count);
            for (var label = 0; label < line.Length; label++)
                sums[label] += line[label];
        }
        for (var label = 0; label < NameLabel.Count; label++)
            scores[label] = sums[label] * scale;
    }
}
