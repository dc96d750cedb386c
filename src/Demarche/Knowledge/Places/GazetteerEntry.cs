namespace Demarche.Knowledge.Places;

/// <summary>A place of data/places.</summary>
/// <param name="Country">PLOVER code, or null where several states share it (seas, straits, regions across borders).</param>
/// <param name="Region">First-level region, or null.</param>
/// <param name="Latitude">Degrees north, WGS 84; of a region its seat's.</param>
/// <param name="Population">0 where the table has none.</param>
/// <param name="Feature">GeoNames feature code, or one of our own for areas (docs/data-formats.md).</param>
/// <param name="GeoNamesId">Null where the entry is our own.</param>
public sealed record GazetteerEntry(
    string Name, string? Country, string? Region, double Latitude, double Longitude, int Population, string Feature, long? GeoNamesId)
{
    /// <summary>country, region, city, sea, strait, island, site ... in words.</summary>
    public string Kind => Feature switch
    {
        "PCLI" or "PCLD" => "country",
        "ADM1" or "RGN" => "region",
        "CONT" => "continent",
        "SEA" => "sea",
        "STR" => "strait",
        "CHN" => "canal",
        "RIV" => "river",
        "LK" => "lake",
        "ISL" => "island",
        "MTS" or "PASS" => "mountains",
        "DES" => "desert",
        "SITE" => "site",
        _ => "city",
    };
}
