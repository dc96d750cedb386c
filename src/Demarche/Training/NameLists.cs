using Demarche.Knowledge;
using Demarche.Language.Names;

namespace Demarche.Training;

/// <summary>Gathers phrases of the world for a <see cref="NameGazetteer"/>.</summary>
public sealed class NameLists
{
    const int LargeCity = 100_000;

    readonly SortedDictionary<uint, GazetteerKinds> entries = [];

    /// <summary>Adds a phrase; one that is empty or longer than the gazetteer looks is left out.</summary>
    public void Add(string phrase, GazetteerKinds kinds)
    {
        var words = NameRawText.Split(phrase);
        if (words.Count is 0 or > NameGazetteer.LongestPhrase)
            return;
        var key = words.Aggregate(0u, (hash, word) => NameGazetteer.Extend(hash, NameHash.Of(word.ToLowerInvariant())));
        entries[key] = entries.GetValueOrDefault(key) | kinds;
    }

    /// <summary>Adds a person's full name, and its parts as given name and surname.</summary>
    public void AddPerson(string person)
    {
        Add(person, GazetteerKinds.Person);
        var parts = person.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2)
            return;
        Add(parts[0], GazetteerKinds.GivenName);
        Add(parts[^1], GazetteerKinds.Surname);
    }

    /// <summary>The phrases of <c>data/actors</c>, <c>data/places</c> and the lists of names in <c>data/lexicon/en</c>.</summary>
    public static NameLists Of(DataFolder folder)
    {
        var lists = new NameLists();
        foreach (var (person, _) in Cells(folder, "data/actors/holders.tsv", "person", "variants"))
            lists.AddPerson(person);
        lists.AddAll(Cells(folder, "data/actors/states.tsv", "name", "official", "aliases"), GazetteerKinds.Country);
        lists.AddAll(Cells(folder, "data/actors/states.tsv", "adjectives", "demonyms"), GazetteerKinds.Nationality);
        lists.AddAll(Cells(folder, "data/actors/states.tsv", "seats"), GazetteerKinds.City);
        lists.AddAll(Cells(folder, "data/actors/organisations.tsv", "name", "aliases"), GazetteerKinds.Organisation);
        lists.AddAll(Cells(folder, "data/actors/offices.tsv", "term"), GazetteerKinds.Office);
        lists.AddAll(Cells(folder, "data/actors/agents.tsv", "term"), GazetteerKinds.Office);
        lists.AddAll(Cells(folder, "data/lexicon/en/companies.tsv", "name"), GazetteerKinds.Organisation);
        lists.AddAll(Cells(folder, "data/lexicon/en/given-names.tsv", "name"), GazetteerKinds.GivenName);
        lists.AddAll(Cells(folder, "data/lexicon/en/surnames.tsv", "name"), GazetteerKinds.Surname);
        lists.AddAll(Cells(folder, "data/places/regions.tsv", "name", "alternates"), GazetteerKinds.Region);
        lists.AddAll(Cells(folder, "data/places/areas.tsv", "name", "alternates"), GazetteerKinds.Region);
        foreach (var (text, population) in Cells(folder, "data/places/cities.tsv", "name", "alternates"))
            lists.Add(text, population >= LargeCity ? GazetteerKinds.City : GazetteerKinds.Town);
        return lists;
    }

    void AddAll(IEnumerable<(string Text, long Population)> phrases, GazetteerKinds kinds)
    {
        foreach (var (text, _) in phrases)
            Add(text, kinds);
    }

    static IEnumerable<(string Text, long Population)> Cells(DataFolder folder, string path, params string[] columns)
    {
        using var table = new TsvFile(folder.Open(path), path, columns);
        var numbers = Array.ConvertAll(columns, table.Column);
        var size = table.Column("population");
        while (table.Read())
        {
            var population = long.TryParse(table[size], out var value) ? value : 0;
            foreach (var column in numbers)
                foreach (var cell in table.List(column))
                {
                    // "Zaire (1971-1997)": years tell when, not how it is written.
                    var bracket = cell.IndexOf(" (", StringComparison.Ordinal);
                    yield return (bracket > 0 ? cell[..bracket] : cell, population);
                }
        }
    }

    internal NameGazetteer Build() => new([.. entries.Keys], [.. entries.Values]);
}
