namespace Demarche.Language.Names;

/// <summary>Hashes that name features; part of the model format, so that a change here asks for a new training.</summary>
static class NameHash
{
    /// <summary>Features are folded into this many buckets (a power of two).</summary>
    public const int BucketBits = 22;

    public const int Buckets = 1 << BucketBits;

    public static uint Of(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var character in word)
            hash = (hash ^ character) * 16777619u;
        return Mix(hash);
    }

    public static uint Join(uint first, uint second) => Mix((first * 0x9E3779B1u) ^ (second + 0x7F4A7C15u + (first << 6)));

    public static int Bucket(uint hash) => (int)(Mix(hash) >> (32 - BucketBits));

    // The finalizer of MurmurHash3.
    static uint Mix(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85EBCA6Bu;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35u;
        return hash ^ (hash >> 16);
    }
}
