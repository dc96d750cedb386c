using System.Runtime.CompilerServices;

namespace Demarche.Analysis;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood 2014): the same draws from the same seed on every machine and in every version of the
/// runtime, which <see cref="Random"/> does not promise.
/// </summary>
struct Draws(ulong seed)
{
    ulong state = seed;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A whole number from 0 to <paramref name="count"/> - 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Below(int count) => (int)Math.BigMul(Next(), (ulong)count, out _);
}
