using System.Collections.Immutable;
using System.Globalization;
using Demarche.Knowledge.Actors;

namespace Demarche.Knowledge.Places;

/// <summary>Validates data/places for <c>demarche data check</c>: codes, coordinates, features, order, duplicates.</summary>
public static class PlaceTableCheck
{
    static readonly HashSet<string> AreaFeatures = ["PCLI", "PCLD", "RGN", "CONT", "SEA", "STR", "CHN", "RIV", "LK", "ISL", "MTS", "DES", "PASS", "PPL", "SITE"];

    public static ImmutableArray<TableProblem> Run(DataFolder data)
    {
        var problems = ImmutableArray.CreateBuilder<TableProblem>();
        var codes = new StateNames(data).Entries.Where(entry => entry.Kind is "state" or "special").Select(entry => entry.Code).ToHashSet();
        var ids = new HashSet<string>();
        new TableCheck(data, Gazetteer.CitiesPath, ["name", "country", "geonames"], problems).Rows(["alternates", "admin1", "latitude", "longitude", "population", "feature"], row =>
        {
            Common(row, codes);
            if (row["country"].Length == 0)
                row.Say("a city is in a country");
            if (!row["feature"].StartsWith("PPL", StringComparison.Ordinal) && row["feature"] != "STLMT")
                row.Say($"'{row["feature"]}' is no feature code of a populated place");
            if (!int.TryParse(row["population"], NumberStyles.None, CultureInfo.InvariantCulture, out _))
                row.Say($"population '{row["population"]}' is no whole number");
            if (!ids.Add(row["geonames"]))
                row.Say($"GeoNames id {row["geonames"]} stands twice");
        });
        new TableCheck(data, Gazetteer.RegionsPath, ["name", "country", "geonames_admin"], problems).Rows(["alternates", "latitude", "longitude", "feature"], row => Common(row, codes));
        new TableCheck(data, Gazetteer.AreasPath, ["name", "country", "feature"], problems).Rows(["alternates", "latitude", "longitude", "as_of", "source"], row =>
        {
            Common(row, codes);
            row.OneOf("feature", row["feature"], AreaFeatures);
            if (row["source"].Length == 0)
                row.Say("expected a source");
        });
        try
        {
            Outlines.Load(data);
        }
        catch (DataFileException problem)
        {
            problems.Add(new TableProblem("data/places/outlines.tsv", 0, problem.Message));
        }
        return problems.ToImmutable();
    }

    static void Common(TableCheck row, HashSet<string> codes)
    {
        if (row["name"].Length == 0)
            row.Say("expected a name");
        row.OneOf("code", row["country"], codes);
        Degrees(row, "latitude", 90);
        Degrees(row, "longitude", 180);
    }

    static void Degrees(TableCheck row, string column, double limit)
    {
        if (!double.TryParse(row[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || Math.Abs(value) > limit)
            row.Say($"{column} '{row[column]}' is no number between -{limit} and {limit}");
    }
}
