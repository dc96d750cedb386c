using System.Collections.Frozen;
using Demarche.Knowledge;

namespace Demarche.Language;

/// <summary>What an abbreviation with a full stop is followed by.</summary>
enum AbbreviationKind : byte
{
    None,
    /// <summary>A name always follows ("Gen."): the stop never ends a sentence.</summary>
    BeforeName,
    /// <summary>Means "number" and the like only before one ("No. 5"); else it is a word and a full stop.</summary>
    BeforeNumber,
    /// <summary>Mostly an adjective of what follows ("U.S. President"): the stop ends a sentence only before a word that begins one ("The").</summary>
    BeforeNoun,
    /// <summary>It may end a sentence ("Inc.", "a.m.").</summary>
    Anywhere,
}

/// <summary>Abbreviations written with a full stop, from data/lexicon/LANGUAGE/abbreviations.tsv; looked up without regard to case.</summary>
sealed class Abbreviations
{
    readonly FrozenDictionary<string, AbbreviationKind> kinds;
    readonly FrozenDictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public Abbreviations(DataFolder folder, string language)
    {
        var name = $"data/lexicon/{language}/abbreviations.tsv";
        var found = new Dictionary<string, AbbreviationKind>(StringComparer.OrdinalIgnoreCase);
        using var table = new TsvFile(folder.Open(name), name, "abbreviation", "followed_by");
        var (abbreviation, followedBy) = (table.Column("abbreviation"), table.Column("followed_by"));
        while (table.Read())
            found[table[abbreviation]] = table[followedBy] switch
            {
                "name" => AbbreviationKind.BeforeName,
                "number" => AbbreviationKind.BeforeNumber,
                "noun" => AbbreviationKind.BeforeNoun,
                "any" => AbbreviationKind.Anywhere,
                var other => throw table.Problem($"expected 'name', 'number', 'noun' or 'any', found '{other}'"),
            };
        kinds = found.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        lookup = kinds.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Of a word without its last full stop ("Gen", "a.m").</summary>
    public AbbreviationKind Of(ReadOnlySpan<char> word) =>
        word.Length is > 0 and <= 12 && lookup.TryGetValue(word, out var kind) ? kind : AbbreviationKind.None;
}
