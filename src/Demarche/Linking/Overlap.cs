using System.Collections.Immutable;

namespace Demarche.Linking;

/// <summary>Comparison of sorted, distinct word lists.</summary>
static class Overlap
{
    public static int Shared(ImmutableArray<string> one, ImmutableArray<string> other)
    {
        int i = 0, j = 0, shared = 0;
        while (i < one.Length && j < other.Length)
        {
            var order = string.CompareOrdinal(one[i], other[j]);
            if (order == 0)
                shared++;
            if (order <= 0)
                i++;
            if (order >= 0)
                j++;
        }
        return shared;
    }

    /// <summary>Shared words in the geometric mean of the lengths: 0 nothing in common, 1 the same.</summary>
    public static double Cosine(ImmutableArray<string> one, ImmutableArray<string> other) =>
        one.IsEmpty || other.IsEmpty ? 0 : Shared(one, other) / Math.Sqrt((double)one.Length * other.Length);

    /// <summary>Shared words in all words.</summary>
    public static double Jaccard(ImmutableArray<string> one, ImmutableArray<string> other)
    {
        var shared = Shared(one, other);
        return shared == 0 ? 0 : (double)shared / (one.Length + other.Length - shared);
    }
}
