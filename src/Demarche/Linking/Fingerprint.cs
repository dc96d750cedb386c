using System.Numerics;

namespace Demarche.Linking;

/// <summary>
/// SimHash (Charikar, STOC 2002) over word triples: texts that differ in a few words differ in a few of its 64 bits.
/// </summary>
public static class Fingerprint
{
    // Manku, Jain and Das Sarma (WWW 2007) use 3 for web pages; copies of agency news are cut and headed anew, and unrelated
    // texts of a hundred words and more differ in some 20 to 44 bits.
    const int NearlySame = 6;

    public static ulong Of(string text)
    {
        Span<int> votes = stackalloc int[64];
        ulong first = 0, second = 0;
        var count = 0;
        foreach (var word in Words.Of(text))
        {
            var third = Hash(word.Stem);
            if (++count >= 3)
                Vote(votes, Mix(first * 3 + BitOperations.RotateLeft(second, 21) * 5 + BitOperations.RotateLeft(third, 42) * 7));
            (first, second) = (second, third);
        }
        ulong result = 0;
        for (var bit = 0; bit < 64; bit++)
            if (votes[bit] > 0)
                result |= 1UL << bit;
        return result;
    }

    public static bool AreNearlySame(ulong one, ulong other) =>
        one != 0 && other != 0 && BitOperations.PopCount(one ^ other) <= NearlySame;

    static void Vote(Span<int> votes, ulong hash)
    {
        for (var bit = 0; bit < 64; bit++)
            votes[bit] += (hash >> bit & 1) == 0 ? -1 : 1;
    }

    // FNV-1a, which is the same in every process; string.GetHashCode is not.
    static ulong Hash(string word)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in word)
            hash = (hash ^ letter) * 1099511628211UL;
        return hash;
    }

    // The finalizer of MurmurHash3: FNV's high bits of short words are poor.
    static ulong Mix(ulong hash)
    {
        hash = (hash ^ hash >> 33) * 0xff51afd7ed558ccdUL;
        hash = (hash ^ hash >> 33) * 0xc4ceb9fe1a85ec53UL;
        return hash ^ hash >> 33;
    }
}
