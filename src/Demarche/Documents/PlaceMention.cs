namespace Demarche.Documents;

/// <summary>A place in the world as the gazetteer has it. Country is a PLOVER code (ISO 3166-1 alpha-3, KOS for Kosovo) or null at sea.</summary>
/// <param name="Latitude">Degrees north, WGS 84.</param>
/// <param name="Longitude">Degrees east, WGS 84.</param>
/// <param name="GeoNamesId">GeoNames id, or null where the entry is our own.</param>
/// <param name="Kind">country, region, city, sea ...</param>
public sealed record Place(string Name, string? Country, double Latitude, double Longitude, long? GeoNamesId, string Kind);

/// <summary>Words that name a place: [First, End) of the token table. <see cref="Place"/> is null where no reading could be chosen.</summary>
public readonly record struct PlaceMention(int First, int End, Place? Place);
