namespace Demarche.Training;

/// <summary>Groups vectors by spherical k-means: first coarsely, then finely inside each coarse cluster.</summary>
static class NameClusters
{
    const int Size = NameWordVectors.Size, Rounds = 12;

    /// <summary>For each vector (coarse * <paramref name="fine"/> + fine), counted from 0.</summary>
    public static int[] Find(float[][] vectors, int coarse, int fine)
    {
        var normal = Array.ConvertAll(vectors, Normalize);
        var upper = Split(normal, coarse);
        var result = new int[vectors.Length];
        for (var cluster = 0; cluster < coarse; cluster++)
        {
            var members = Enumerable.Range(0, vectors.Length).Where(i => upper[i] == cluster).ToArray();
            var lower = Split(Array.ConvertAll(members, i => normal[i]), fine);
            for (var i = 0; i < members.Length; i++)
                result[members[i]] = cluster * fine + lower[i];
        }
        return result;
    }

    // Vectors come by frequency: the first ones, the surest, are the seeds.
    static int[] Split(float[][] vectors, int count)
    {
        var nearest = new int[vectors.Length];
        if (vectors.Length <= count)
            return [.. Enumerable.Range(0, vectors.Length)];
        var stride = Math.Max(1, Math.Min(vectors.Length, count * 4) / count);
        var centres = Enumerable.Range(0, count).Select(i => (float[])vectors[i * stride].Clone()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < vectors.Length; i++)
                nearest[i] = Nearest(vectors[i], centres);
            var sums = Enumerable.Range(0, count).Select(_ => new float[Size]).ToArray();
            for (var i = 0; i < vectors.Length; i++)
                for (var d = 0; d < Size; d++)
                    sums[nearest[i]][d] += vectors[i][d];
            for (var c = 0; c < count; c++)
                if (sums[c].Any(value => value != 0))
                    centres[c] = Normalize(sums[c]);
        }
        return nearest;
    }

    static int Nearest(float[] vector, float[][] centres)
    {
        var best = 0;
        var most = float.NegativeInfinity;
        for (var c = 0; c < centres.Length; c++)
        {
            var product = NameWordVectors.Dot(vector, centres[c]);
            if (product > most)
                (best, most) = (c, product);
        }
        return best;
    }

    static float[] Normalize(float[] vector)
    {
        var length = MathF.Sqrt(NameWordVectors.Dot(vector, vector));
        return length == 0 ? vector : Array.ConvertAll(vector, value => value / length);
    }
}
