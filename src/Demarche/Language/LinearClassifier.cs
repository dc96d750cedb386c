using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Demarche.Language;

/// <summary>
/// A linear classifier over hashed features. The weights of a feature for all labels lie side by side, at a place its hash
/// chooses; the rows of two features may overlap, which costs no more than the collisions every hashing has, and lets one small
/// table serve any number of labels from the processor's cache.
/// </summary>
sealed class LinearClassifier
{
    readonly short[] weights;
    readonly uint mask;

    /// <param name="weights">A power of two of weights and, after them, room for one row.</param>
    public LinearClassifier(int labels, int bits, short[] weights)
    {
        if (weights.Length != TableLength(labels, bits))
            throw new ArgumentException($"expected {TableLength(labels, bits)} weights", nameof(weights));
        Labels = labels;
        this.weights = weights;
        mask = (1u << bits) - 1;
    }

    public int Labels { get; }

    /// <summary>How long the span of scores must be: the labels, rounded up to whole vectors.</summary>
    public int ScoresLength => RowLength(Labels);

    public static int TableLength(int labels, int bits) => (1 << bits) + RowLength(labels);

    static int RowLength(int labels) => labels < 8 ? labels : (labels + 15) & ~15;

    /// <summary>The place of a feature's first weight in the table.</summary>
    public static int Row(uint feature, uint mask) => (int)(feature & mask);

    /// <summary>Adds up the weights of the features for every label.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        scores[..ScoresLength].Clear();
        if (Labels < 8)
            ScoreFew(features, scores);
        else
            ScoreMany(features, scores);
    }

    void ScoreFew(ReadOnlySpan<uint> features, Span<int> scores)
    {
        foreach (var feature in features)
        {
            var row = Row(feature, mask);
            for (var label = 0; label < Labels; label++)
                scores[label] += weights[row + label];
        }
    }

    void ScoreMany(ReadOnlySpan<uint> features, Span<int> scores)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(weights);
        // Two passes of sixteen labels keep four sums in registers while the rows stream by.
        for (var label = 0; label < ScoresLength; label += 16)
        {
            var low = Vector256<int>.Zero;
            var high = Vector256<int>.Zero;
            foreach (var feature in features)
            {
                var row = Vector256.LoadUnsafe(ref table, (nuint)(Row(feature, mask) + label));
                low += Vector256.WidenLower(row);
                high += Vector256.WidenUpper(row);
            }
            low.CopyTo(scores[label..]);
            high.CopyTo(scores[(label + 8)..]);
        }
    }

    /// <summary>The label with the highest score; the first among equals.</summary>
    public int Best(ReadOnlySpan<int> scores)
    {
        var best = 0;
        for (var label = 1; label < Labels; label++)
            if (scores[label] > scores[best])
                best = label;
        return best;
    }

    /// <summary>Zeros come as runs, since most places of a trained table are empty.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Labels);
        writer.Write(mask);
        for (var i = 0; i < weights.Length;)
        {
            var zeros = 0;
            while (i + zeros < weights.Length && weights[i + zeros] == 0)
                zeros++;
            writer.Write7BitEncodedInt(zeros);
            i += zeros;
            if (i < weights.Length)
                writer.Write7BitEncodedInt(weights[i] << 1 ^ weights[i] >> 31);
            i++;
        }
    }

    public static LinearClassifier Read(BinaryReader reader)
    {
        var labels = reader.ReadInt32();
        var bits = System.Numerics.BitOperations.PopCount(reader.ReadUInt32());
        var table = new short[TableLength(labels, bits)];
        for (var i = reader.Read7BitEncodedInt(); i < table.Length; i += 1 + reader.Read7BitEncodedInt())
        {
            var coded = reader.Read7BitEncodedInt();
            table[i] = (short)((int)((uint)coded >> 1) ^ -(coded & 1));
            if (i == table.Length - 1)
                break;
        }
        return new LinearClassifier(labels, bits, table);
    }
}
