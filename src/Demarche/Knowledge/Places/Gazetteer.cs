using System.Collections.Immutable;
using System.Globalization;

namespace Demarche.Knowledge.Places;

/// <summary>
/// The places of the world by name. Entries are kept by column and made when asked for, so that 28,000 of them load in a
/// moment. Never changes after construction.
/// </summary>
public sealed class Gazetteer
{
    public const string CitiesPath = "data/places/cities.tsv";
    public const string RegionsPath = "data/places/regions.tsv";
    public const string AreasPath = "data/places/areas.tsv";

    // A region of a federation is as well known as a large city, and better than most of its namesakes.
    static readonly HashSet<string> Federations = ["AUS", "CAN", "CHN", "DEU", "IND", "USA"];

    readonly List<string> names = new(30_000);
    readonly List<string> countries = new(30_000);
    readonly List<string> regions = new(30_000);
    readonly List<string> features = new(30_000);
    // Ten-thousandths of a degree, the precision of the table.
    readonly List<(int Latitude, int Longitude)> points = new(30_000);
    readonly List<int> populations = new(30_000);
    readonly List<int> ids = new(30_000);
    readonly Dictionary<string, string> shared = new(6_000);

    // One chain of candidates a key: the head in a dictionary, the rest linked, which is far lighter than a list a name.
    readonly Dictionary<string, int> byKey = new(34_000);
    readonly List<(int Entry, int Next, string Spelling)> links = new(40_000);

    public Gazetteer(DataFolder data)
    {
        ReadAreas(data);
        ReadRegions(data);
        ReadCities(data);
        Lookup = byKey.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int Count => names.Count;

    Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup { get; }

    public GazetteerEntry this[int index] => new(
        names[index], countries[index].Length > 0 ? countries[index] : null, regions[index].Length > 0 ? regions[index] : null, points[index].Latitude / 10_000.0, points[index].Longitude / 10_000.0,
        populations[index], features[index], ids[index] > 0 ? ids[index] : null);

    /// <summary>
    /// The places a name can mean, likeliest first: spelled as in the table before spelled alike after folding (case,
    /// diacritics, hyphens), then states, seas and areas before regions, and these before cities by population. "the" before the name is passed over.
    /// </summary>
    public ImmutableArray<GazetteerEntry> Find(string name)
    {
        if (name.StartsWith("the ", StringComparison.OrdinalIgnoreCase))
            name = name[4..];
        if (!byKey.TryGetValue(NameKey.Of(name), out var link))
            return [];
        var found = new List<(bool Exact, int Entry)>();
        for (; link >= 0; link = links[link].Next)
            if (!found.Exists(other => other.Entry == links[link].Entry) && Allows(links[link].Spelling, name))
                found.Add((links[link].Spelling == name, links[link].Entry));
        return [.. found.OrderBy(f => f.Exact ? 0 : 1).ThenBy(f => Rank(f.Entry)).ThenByDescending(f => populations[f.Entry]).ThenBy(f => f.Entry).Select(f => this[f.Entry])];
    }

    /// <summary>Whether a key (<see cref="NameKey"/>) names a place.</summary>
    public bool Knows(ReadOnlySpan<char> key) => Lookup.ContainsKey(key);

    /// <summary>
    /// The country that a place name means by itself: that of a state, region or area, else of the city that has at least five
    /// times the people of its namesakes in other countries. Null where the name is unknown or open, or a city's with fewer than
    /// <paramref name="people"/> that names no region.
    /// </summary>
    public string? CountryOf(ReadOnlySpan<char> key, int people = 0)
    {
        if (!Lookup.TryGetValue(key, out var link) || links[link].Spelling[^1] == '.')
            return null;
        var best = link;
        for (var next = links[link].Next; next >= 0; next = links[next].Next)
            if (Before(links[next].Entry, links[best].Entry))
                best = next;
        var winner = links[best].Entry;
        var country = countries[winner];
        if (ids[winner] > 0 && populations[winner] < people && !IsRegionOf(link, country))
            return null;
        for (var next = link; next >= 0; next = links[next].Next)
        {
            var other = links[next].Entry;
            if (countries[other] != country && Rank(other) == Rank(winner) && populations[other] * 5L > populations[winner])
                return null;
        }
        return country.Length > 0 ? country : null;

        bool IsRegionOf(int first, string country)
        {
            for (var next = first; next >= 0; next = links[next].Next)
                if (ids[links[next].Entry] == 0 && countries[links[next].Entry] == country)
                    return true;
            return false;
        }

        bool Before(int a, int b) => Rank(a) != Rank(b) ? Rank(a) < Rank(b) : populations[a] > populations[b];
    }

    // "Miss.", "Ore." and "Pa." are states only with their dot.
    static bool Allows(string spelling, string name) => spelling[^1] != '.' || spelling == name;

    int Rank(int entry) => features[entry] switch
    {
        "PCLI" => 0,
        "PCLD" => 1,
        // A capital or city of millions is better known than a region of its name, a region better than a town.
        "PPLC" => populations[entry] > 100_000 ? 2 : 4,
        "ADM1" => Federations.Contains(countries[entry]) ? 3 : 5,
        ['P', 'P', 'L', ..] => populations[entry] switch { > 4_000_000 => 2, > 100_000 => 4, _ => 6 },
        _ => 2,
    };

    void ReadAreas(DataFolder data)
    {
        using var table = new TsvFile(data.Open(AreasPath), AreasPath, "name", "alternates", "country", "latitude", "longitude", "feature");
        var (name, alternates, country, feature) = (table.Column("name"), table.Column("alternates"), table.Column("country"), table.Column("feature"));
        var (latitude, longitude) = (table.Column("latitude"), table.Column("longitude"));
        while (table.Read())
            Add(table[name], table[alternates], table[country], "", Degrees(table, latitude, 90), Degrees(table, longitude, 180), 0, table[feature], 0);
    }

    void ReadRegions(DataFolder data)
    {
        using var table = new TsvFile(data.Open(RegionsPath), RegionsPath, "name", "alternates", "country", "latitude", "longitude", "feature");
        var (name, alternates, country, feature) = (table.Column("name"), table.Column("alternates"), table.Column("country"), table.Column("feature"));
        var (latitude, longitude) = (table.Column("latitude"), table.Column("longitude"));
        while (table.Read())
            Add(table[name], table[alternates], table[country], table[name], Degrees(table, latitude, 90), Degrees(table, longitude, 180), 0, table[feature], 0);
    }

    void ReadCities(DataFolder data)
    {
        using var table = new TsvFile(
            data.Open(CitiesPath), CitiesPath, "name", "alternates", "country", "admin1", "latitude", "longitude", "population", "feature", "geonames");
        var (name, alternates, country, admin1) = (table.Column("name"), table.Column("alternates"), table.Column("country"), table.Column("admin1"));
        var (latitude, longitude, population) = (table.Column("latitude"), table.Column("longitude"), table.Column("population"));
        var (feature, id) = (table.Column("feature"), table.Column("geonames"));
        while (table.Read())
            Add(
                table[name], table[alternates], table[country], table[admin1], Degrees(table, latitude, 90), Degrees(table, longitude, 180),
                Number(table, population), table[feature], Number(table, id));
    }

    void Add(string name, string alternates, string country, string region, int latitude, int longitude, int population, string feature, int id)
    {
        var entry = names.Count;
        names.Add(name);
        countries.Add(Share(country));
        regions.Add(Share(region));
        features.Add(Share(feature));
        points.Add((latitude, longitude));
        populations.Add(population);
        ids.Add(id);
        Link(name, entry);
        if (alternates.Length > 0)
            foreach (var alternate in alternates.Split('|'))
                Link(alternate, entry);
    }

    void Link(string spelling, int entry)
    {
        var key = NameKey.Of(spelling);
        if (key.Length == 0)
            return;
        links.Add((entry, byKey.GetValueOrDefault(key, -1), spelling));
        byKey[key] = links.Count - 1;
    }

    string Share(string text)
    {
        if (shared.TryGetValue(text, out var one))
            return one;
        shared[text] = text;
        return text;
    }

    static int Degrees(TsvFile table, int column, int limit) =>
        double.TryParse(table[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= limit
            ? (int)Math.Round(value * 10_000)
            : throw table.Problem($"'{table[column]}' is no coordinate between -{limit} and {limit}");

    static int Number(TsvFile table, int column) => int.TryParse(table[column], NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        ? value
        : throw table.Problem($"'{table[column]}' is no whole number");
}
