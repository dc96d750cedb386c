using System.Numerics;
using System.Runtime.CompilerServices;

namespace Demarche.Language;

/// <summary>
/// Hashes of texts and features, the same on every machine. A feature is a template's number and up to four values; models keep
/// no names of features, only weights at hashed places (Weinberger et al. 2009, "Feature hashing").
/// </summary>
static class FeatureHash
{
    public static uint Of(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
            hash = (hash ^ character) * 16777619u;
        return hash;
    }

    public static uint OfLower(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
            hash = (hash ^ Lower(character)) * 16777619u;
        return hash;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static char Lower(char character) =>
        character < 128 ? (uint)(character - 'A') <= 'Z' - 'A' ? (char)(character | 0x20) : character : char.ToLowerInvariant(character);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(uint template, uint a) => Finish(template * 0x9E3779B97F4A7C15UL ^ a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(uint template, uint a, uint b) => Finish(template * 0x9E3779B97F4A7C15UL ^ a ^ (ulong)b << 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(uint template, uint a, uint b, uint c) => Finish(BitOperations.RotateLeft((template * 0x9E3779B97F4A7C15UL ^ a ^ (ulong)b << 32) * 0xD6E8FEB86659FD93UL, 29) ^ c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(uint template, uint a, uint b, uint c, uint d) => Mix(template, a, b, (uint)((c ^ (ulong)d << 32) * 0xD6E8FEB86659FD93UL >> 32));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint Finish(ulong value)
    {
        value *= 0xD6E8FEB86659FD93UL;
        value ^= value >> 32;
        value *= 0xD6E8FEB86659FD93UL;
        return (uint)(value >> 32);
    }
}
