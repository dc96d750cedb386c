namespace Demarche.Language.Names;

/// <summary>What lists of the world say a phrase may be.</summary>
[Flags]
public enum GazetteerKinds : ushort
{
    None = 0,
    GivenName = 1,
    Surname = 2,
    Person = 4,
    Country = 8,
    City = 16,
    Region = 32,
    Organisation = 64,
    Nationality = 128,
    Office = 256,

    /// <summary>A place of fewer than a hundred thousand people: the lists hold many that are everyday words.</summary>
    Town = 512,
}

/// <summary>Known phrases by hash. It is part of the model: the finder learned how far to trust it.</summary>
sealed class NameGazetteer
{
    public const int Kinds = 10;

    const GazetteerKinds Places = GazetteerKinds.Country | GazetteerKinds.City | GazetteerKinds.Region | GazetteerKinds.Town;

    /// <summary>Words that raw text writes with a capital at least this often (see <see cref="WordEntry"/>) may be places without one.</summary>
    const byte Capitalised = 4;

    public const int LongestPhrase = 8;

    public static readonly NameGazetteer Empty = new([], []);

    readonly Dictionary<uint, GazetteerKinds> entries;

    // Keys are sorted hashes of phrases, by Extend.
    public NameGazetteer(uint[] keys, GazetteerKinds[] values)
    {
        Keys = keys;
        Values = values;
        entries = new Dictionary<uint, GazetteerKinds>(keys.Length);
        for (var i = 0; i < keys.Length; i++)
            entries[keys[i]] = values[i];
    }

    public uint[] Keys { get; }

    public GazetteerKinds[] Values { get; }

    /// <summary>Hash of a phrase longer by one word; the empty phrase is 0.</summary>
    public static uint Extend(uint phrase, uint wordKey) => NameHash.Join(phrase, wordKey);

    /// <summary>
    /// For each word and kind, whether it begins (1), continues (2), ends (3) or is (4) a phrase of that kind; 0 otherwise.
    /// The longest phrase wins in each kind; without a capital only places are looked for.
    /// </summary>
    /// <param name="marks"><paramref name="words"/> times <see cref="Kinds"/>.</param>
    public void Mark(ReadOnlySpan<WordTraits> words, Span<byte> marks)
    {
        marks.Clear();
        Span<int> free = stackalloc int[Kinds], longest = stackalloc int[Kinds];
        free.Clear();
        for (var start = 0; start < words.Length; start++)
        {
            if (!words[start].IsCapital && !(words[start].IsWord && words[start].Entry.Capital is 0 or >= Capitalised))
                continue;
            var phrase = 0u;
            longest.Clear();
            for (var end = start + 1; end <= Math.Min(words.Length, start + LongestPhrase); end++)
            {
                phrase = Extend(phrase, words[end - 1].Key);
                if (!entries.TryGetValue(phrase, out var kinds))
                    continue;
                if (!words[start].IsCapital)
                    kinds &= Places;
                for (var kind = 0; kind < Kinds; kind++)
                    if (((int)kinds >> kind & 1) != 0)
                        longest[kind] = end;
            }
            for (var kind = 0; kind < Kinds; kind++)
            {
                if (longest[kind] == 0 || start < free[kind])
                    continue;
                free[kind] = longest[kind];
                for (var i = start; i < longest[kind]; i++)
                    marks[i * Kinds + kind] = (byte)(longest[kind] - start == 1 ? 4 : i == start ? 1 : i == longest[kind] - 1 ? 3 : 2);
            }
        }
    }
}
