using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Training;

/// <summary>
/// Word vectors by counting: pointwise mutual information of words and their neighbours, reduced by a randomized singular value
/// decomposition (Halko, Martinsson and Tropp 2011, algorithm 4.4). As good for this purpose as those of prediction, in seconds,
/// and without an order of updates that threads could disturb.
/// </summary>
static class WordVectorTrainer
{
    const int ExtraColumns = 16;
    const int PowerIterations = 3;
    const float RowLength = 0.5f;

    public static WordVectors Train(IEnumerable<ImmutableArray<string>> sentences, WordVectorOptions options)
    {
        var counts = NeighbourCounts.Of(sentences, options);
        var width = Math.Min(options.Width, counts.Words.Count);
        var columns = (width + ExtraColumns + 7) / 8 * 8;
        var random = new SeededRandom(options.Seed);
        var start = new float[counts.ColumnCount * columns];
        // The sum of three even numbers is near enough to normal.
        foreach (ref var value in start.AsSpan())
            value = (float)random.NextDouble() + (float)random.NextDouble() + (float)random.NextDouble() - 1.5f;

        var left = Times(counts, start, columns);
        Orthonormalize(left, columns);
        for (var i = 0; i < PowerIterations; i++)
        {
            var right = TransposedTimes(counts, left, columns);
            Orthonormalize(right, columns);
            left = Times(counts, right, columns);
            Orthonormalize(left, columns);
        }
        var (values, vectors) = SymmetricEigen.Decompose(Gram(TransposedTimes(counts, left, columns), columns), columns);
        return WordVectors.Of(counts.Words, options.Width, Rows(left, counts.Words.Count, columns, values, vectors, width, options.Width));
    }

    static float[] Times(NeighbourCounts counts, float[] x, int width)
    {
        var result = new float[counts.Words.Count * width];
        for (var row = 0; row < counts.Words.Count; row++)
        {
            var columns = counts.Columns(row);
            var values = counts.Values(row);
            for (var i = 0; i < columns.Length; i++)
                VectorMath.AddScaled(x.AsSpan(columns[i] * width, width), values[i], result.AsSpan(row * width, width));
        }
        return result;
    }

    static float[] TransposedTimes(NeighbourCounts counts, float[] x, int width)
    {
        var result = new float[counts.ColumnCount * width];
        for (var row = 0; row < counts.Words.Count; row++)
        {
            var columns = counts.Columns(row);
            var values = counts.Values(row);
            for (var i = 0; i < columns.Length; i++)
                VectorMath.AddScaled(x.AsSpan(row * width, width), values[i], result.AsSpan(columns[i] * width, width));
        }
        return result;
    }

    /// <summary>Gram and Schmidt, each column twice.</summary>
    static void Orthonormalize(float[] x, int width)
    {
        var rows = x.Length / width;
        var columns = new float[width][];
        for (var j = 0; j < width; j++)
        {
            var column = columns[j] = new float[rows];
            for (var row = 0; row < rows; row++)
                column[row] = x[row * width + j];
            for (var time = 0; time < 2; time++)
                for (var k = 0; k < j; k++)
                    VectorMath.AddScaled(columns[k], -VectorMath.Dot(columns[k], column), column);
            var length = MathF.Sqrt(VectorMath.Dot(column, column) + 1e-20f);
            for (var row = 0; row < rows; row++)
                column[row] /= length;
        }
        for (var j = 0; j < width; j++)
            for (var row = 0; row < rows; row++)
                x[row * width + j] = columns[j][row];
    }

    static double[] Gram(float[] x, int width)
    {
        var gram = new double[width * width];
        for (var row = 0; row < x.Length; row += width)
            for (var i = 0; i < width; i++)
                for (var j = 0; j < width; j++)
                    gram[i * width + j] += (double)x[row + i] * x[row + j];
        return gram;
    }

    /// <summary>Left singular vectors times the fourth root of the squared values, every row brought to one length.</summary>
    static float[] Rows(float[] left, int words, int columns, double[] values, double[] vectors, int width, int rowWidth)
    {
        var order = Enumerable.Range(0, columns).OrderByDescending(i => values[i]).ThenBy(i => i).Take(width).ToArray();
        var result = new float[words * rowWidth];
        var row = new double[width];
        for (var word = 0; word < words; word++)
        {
            var squares = 0.0;
            for (var k = 0; k < width; k++)
            {
                var sum = 0.0;
                for (var j = 0; j < columns; j++)
                    sum += left[word * columns + j] * vectors[j * columns + order[k]];
                row[k] = sum * Math.Sqrt(Math.Sqrt(Math.Max(values[order[k]], 0)));
                squares += row[k] * row[k];
            }
            var scale = RowLength / (Math.Sqrt(squares / width) + 1e-9);
            for (var k = 0; k < width; k++)
                result[word * rowWidth + k] = (float)(row[k] * scale);
        }
        return result;
    }
}
