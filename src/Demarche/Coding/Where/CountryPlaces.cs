using System.Collections.Frozen;
using System.Globalization;
using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Knowledge.Places;

namespace Demarche.Coding;

/// <summary>The states and dependencies of data/places/areas.tsv as places, by PLOVER code.</summary>
public sealed class CountryPlaces
{
    readonly FrozenDictionary<string, Place> places;

    /// <exception cref="DataFileException">The table is missing or broken.</exception>
    public CountryPlaces(DataFolder data)
    {
        using var table = new TsvFile(data.Open(Gazetteer.AreasPath), Gazetteer.AreasPath, "name", "country", "latitude", "longitude", "feature");
        int name = table.Column("name"), country = table.Column("country"), latitude = table.Column("latitude"), longitude = table.Column("longitude"), feature = table.Column("feature");
        var found = new Dictionary<string, Place>();
        while (table.Read())
            // A dependency has the code of its state, unless it has one of its own.
            if (table[feature] == "PCLI" || (table[feature] == "PCLD" && !found.ContainsKey(table[country])))
                found[table[country]] = new Place(table[name], table[country], Degrees(table, latitude), Degrees(table, longitude), null, "country");
        places = found.ToFrozenDictionary();
    }

    /// <summary>The country of a code, or null where the code is no country's (IGO, EUR, NGO ...).</summary>
    public Place? Find(string code) => places.GetValueOrDefault(code);

    static double Degrees(TsvFile table, int column) => double.TryParse(table[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        ? value
        : throw table.Problem($"'{table[column]}' is no coordinate");
}
