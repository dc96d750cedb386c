using System.Collections.Frozen;

namespace Demarche.Knowledge.Actors;

/// <summary>
/// Names that a state shares with a part of another, or with another: which one a text means is told by the words around ("Georgia" beside
/// Atlanta, voters and a governor, or beside Tbilisi).
/// </summary>
public sealed class Namesakes
{
    public const string Path = "data/actors/namesakes.tsv";

    static readonly FrozenDictionary<string, string> None = FrozenDictionary<string, string>.Empty;

    readonly List<(string Name, string Key, string Other, FrozenSet<string> Words, FrozenSet<string> OtherWords)> rows = [];

    public Namesakes(DataFolder data)
    {
        using var table = new TsvFile(data.Open(Path), Path, "name", "code", "other", "words", "other_words");
        var (name, other, words, otherWords) = (table.Column("name"), table.Column("other"), table.Column("words"), table.Column("other_words"));
        while (table.Read())
            rows.Add((table[name], NameKey.Of(table[name]), table[other], Keys(table.List(words)), Keys(table.List(otherWords))));
    }

    /// <summary>The shared names, by key, that mean the other in a text of these words, with the other's code.</summary>
    public FrozenDictionary<string, string> Elsewhere(IReadOnlyList<string> forms)
    {
        Dictionary<string, string>? found = null;
        foreach (var row in rows)
            if (Has(forms, row.Name) && Count(forms, row.OtherWords) > Count(forms, row.Words))
                (found ??= []).Add(row.Key, row.Other);
        return found?.ToFrozenDictionary() ?? None;
    }

    static bool Has(IReadOnlyList<string> forms, string name)
    {
        foreach (var form in forms)
            if (form.Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    static int Count(IReadOnlyList<string> forms, FrozenSet<string> words)
    {
        var count = 0;
        foreach (var form in forms)
            if (words.Contains(NameKey.Of(form)))
                count++;
        return count;
    }

    static FrozenSet<string> Keys(IEnumerable<string> words) => words.Select(word => NameKey.Of(word)).ToFrozenSet();
}
