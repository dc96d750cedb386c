using System.Collections.Frozen;
using System.Globalization;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Knowledge.Places;

namespace Demarche.Exporting;

/// <summary>What the gazetteer knows of places beside what their events carry: their regions, the codes of these, and where parties are at home.</summary>
sealed class ExportPlaces
{
    const string NumberedAsFips = "data/exporting/fips-regions.tsv";

    readonly Gazetteer gazetteer;
    readonly FrozenDictionary<string, Place> states;
    readonly FrozenDictionary<(string Country, string Region), string> codes;

    public ExportPlaces(DataFolder data)
    {
        gazetteer = new Gazetteer(data);
        states = ReadStates(data).ToFrozenDictionary();
        codes = ReadCodes(data).ToFrozenDictionary();
    }

    /// <summary>The first-level region a city or a region lies in, or is; null where unknown.</summary>
    public string? RegionOf(Place place) => place.Kind switch
    {
        "region" => place.Name,
        "city" or "site" => gazetteer.Find(place.Name).FirstOrDefault(entry => entry.Country == place.Country && (place.GeoNamesId is { } id ? entry.GeoNamesId == id : entry.Kind == place.Kind))?.Region,
        _ => null,
    };

    /// <summary>The two signs that FIPS 10-4 puts behind the country's for a region, or null where it has none we are sure of.</summary>
    public string? FipsRegion(string? country, string? region) => country is not null && region is not null ? codes.GetValueOrDefault((country, region)) : null;

    /// <summary>The city that a state is called by ("Moscow"), else the state; null of parties of no state.</summary>
    /// <param name="stateName">The name of the party's state.</param>
    public Place? HomeOf(Party party, string? stateName)
    {
        if (party.Code is not { } code || stateName is null)
            return null;
        var city = party.Text is { } text && party.Name == stateName && text != stateName
            ? gazetteer.Find(text).Where(entry => entry.Country == code && entry.Kind == "city").OrderBy(entry => entry.Feature == "PPLC" ? 0 : 1).FirstOrDefault()
            : null;
        return city is null ? states.GetValueOrDefault(code) : new Place(city.Name, city.Country, city.Latitude, city.Longitude, city.GeoNamesId, city.Kind);
    }

    static Dictionary<string, Place> ReadStates(DataFolder data)
    {
        using var table = new TsvFile(data.Open(Gazetteer.AreasPath), Gazetteer.AreasPath, "name", "country", "latitude", "longitude", "feature");
        int name = table.Column("name"), country = table.Column("country"), latitude = table.Column("latitude"), longitude = table.Column("longitude"), feature = table.Column("feature");
        var found = new Dictionary<string, Place>();
        while (table.Read())
            if (table[feature] == "PCLI")
                found[table[country]] = new Place(
                    table[name], table[country], double.Parse(table[latitude], CultureInfo.InvariantCulture), double.Parse(table[longitude], CultureInfo.InvariantCulture), null, "country");
        return found;
    }

    static Dictionary<(string, string), string> ReadCodes(DataFolder data)
    {
        var sure = new HashSet<string>();
        using (var list = new TsvFile(data.Open(NumberedAsFips), NumberedAsFips, "country"))
            while (list.Read())
                sure.Add(list[list.Column("country")]);
        using var table = new TsvFile(data.Open(Gazetteer.RegionsPath), Gazetteer.RegionsPath, "name", "country", "geonames_admin");
        int name = table.Column("name"), country = table.Column("country"), number = table.Column("geonames_admin");
        var found = new Dictionary<(string, string), string>();
        while (table.Read())
            // A dependency stands under its state's code, with numbers of its own: those of the states proper are postal codes.
            if (sure.Contains(table[country]) && table[number].Split('.') is [var prefix, { Length: 2 } code] && (table[country] == "USA" ? prefix == "US" : code.All(char.IsAsciiDigit)))
                found.TryAdd((table[country], table[name]), code);
        return found;
    }
}
