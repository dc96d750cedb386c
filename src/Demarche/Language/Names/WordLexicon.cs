namespace Demarche.Language.Names;

/// <summary>What raw text tells of a word: its cluster, and how often it is written with a capital (0 never seen, 1 hardly ever ... 5 nearly always).</summary>
readonly record struct WordEntry(ushort Cluster, byte Capital)
{
    /// <summary>Fine clusters in each coarse one; the coarse cluster 0 is that of unknown words.</summary>
    public const int Fine = 16;
}

/// <summary>Words of the raw corpora with their entries, found by the hash of the lower-cased word.</summary>
sealed class WordLexicon
{
    public static readonly WordLexicon Empty = new([], []);

    readonly Dictionary<uint, WordEntry> entries;

    public WordLexicon(uint[] keys, WordEntry[] values)
    {
        Keys = keys;
        Values = values;
        entries = new Dictionary<uint, WordEntry>(keys.Length);
        for (var i = 0; i < keys.Length; i++)
            entries[keys[i]] = values[i];
    }

    public uint[] Keys { get; }

    public WordEntry[] Values { get; }

    public WordEntry Find(uint key) => entries.GetValueOrDefault(key);
}
