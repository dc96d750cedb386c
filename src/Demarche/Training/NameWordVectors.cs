using System.Numerics;
using System.Runtime.Intrinsics;

namespace Demarche.Training;

/// <summary>
/// Word vectors by skip-gram with negative sampling (Mikolov et al., NIPS 2013) in one thread, so that they come out the same
/// every time.
/// </summary>
sealed class NameWordVectors
{
    /// <summary>A multiple of every vector width there is.</summary>
    public const int Size = 48;

    const int Window = 4, Negatives = 4, NoiseTable = 1 << 20;

    const double Rate = 0.03, Subsampling = 3e-4;

    readonly float[] vectors, contexts;
    readonly int[] noise;
    readonly double[] keep;
    readonly SeededRandom random;

    public NameWordVectors(int[] counts, ulong seed)
    {
        random = new SeededRandom(seed);
        vectors = new float[counts.Length * Size];
        contexts = new float[counts.Length * Size];
        for (var i = 0; i < vectors.Length; i++)
            vectors[i] = ((float)random.NextDouble() - 0.5f) / Size;
        var total = counts.Sum(count => (double)count);
        keep = [.. counts.Select(count => Math.Sqrt(Subsampling * total / Math.Max(1, count)))];
        noise = Noise(counts);
    }

    public ReadOnlySpan<float> this[int word] => vectors.AsSpan(word * Size, Size);

    static int[] Noise(int[] counts)
    {
        var table = new int[NoiseTable];
        var total = counts.Sum(count => Math.Pow(count, 0.75));
        var reached = 0.0;
        var slot = 0;
        for (var word = 0; word < counts.Length; word++)
        {
            reached += Math.Pow(counts[word], 0.75) / total;
            while (slot < table.Length && slot < reached * table.Length)
                table[slot++] = word;
        }
        Array.Fill(table, counts.Length - 1, slot, table.Length - slot);
        return table;
    }

    /// <summary>One pass over a text of word numbers; -1 ends a paragraph or stands for a rare word.</summary>
    public void Learn(ReadOnlySpan<int> text, int pass, int passes)
    {
        var window = new int[text.Length];
        var gathered = new float[Size];
        var kept = 0;
        for (var i = 0; i < text.Length; i++)
            if (text[i] < 0 || random.NextDouble() < keep[text[i]])
                window[kept++] = text[i];
        for (var i = 0; i < kept; i++)
        {
            if (window[i] < 0)
                continue;
            var rate = (float)(Rate * Math.Max(0.02, 1 - (pass + (double)i / kept) / passes));
            var reach = 1 + random.Next(Window);
            for (var side = -1; side <= 1; side += 2)
                for (var k = i + side; Math.Abs(k - i) <= reach && k >= 0 && k < kept && window[k] >= 0; k += side)
                    LearnPair(window[i], window[k], rate, gathered);
        }
    }

    void LearnPair(int word, int context, float rate, float[] gathered)
    {
        Array.Clear(gathered);
        var own = vectors.AsSpan(word * Size, Size);
        for (var n = 0; n <= Negatives; n++)
        {
            var other = n == 0 ? context : noise[random.Next(NoiseTable)];
            if (n > 0 && other == context)
                continue;
            var theirs = contexts.AsSpan(other * Size, Size);
            var product = Dot(own, theirs);
            var step = rate * ((n == 0 ? 1 : 0) - (1 / (1 + MathF.Exp(-product))));
            for (var d = 0; d < Size; d += Vector<float>.Count)
            {
                var their = new Vector<float>(theirs[d..]);
                (new Vector<float>(gathered, d) + their * step).CopyTo(gathered, d);
                (their + new Vector<float>(own[d..]) * step).CopyTo(theirs[d..]);
            }
        }
        for (var d = 0; d < Size; d += Vector<float>.Count)
            (new Vector<float>(own[d..]) + new Vector<float>(gathered, d)).CopyTo(own[d..]);
    }

    // Summed in the same order whatever the width of the machine's vectors.
    public static float Dot(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        var sums = Vector128<float>.Zero;
        for (var d = 0; d < Size; d += 4)
            sums += Vector128.Create(first.Slice(d, 4)) * Vector128.Create(second.Slice(d, 4));
        return sums[0] + sums[1] + (sums[2] + sums[3]);
    }
}
