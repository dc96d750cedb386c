using Demarche.Documents;

namespace Demarche.Exporting;

/// <summary>
/// A place as GDELT has it. Our gazetteer knows GeoNames' numbers and not those of GNS and GNIS, and no FIPS regions: those cells stay
/// empty, the region gets the country's code, as GDELT does where it knows no more.
/// </summary>
sealed class GdeltPlace(Place place, ExportWords words)
{
    /// <summary>0 none (seas, continents, unknown countries), 1 country, 3 city of the United States, 4 city elsewhere, 2 and 5 their regions.</summary>
    public int Type => Country is null ? 0 : place.Kind switch
    {
        "country" => 1,
        "city" or "site" => place.Country == "USA" ? 3 : 4,
        "sea" or "continent" => 0,
        _ => place.Country == "USA" ? 2 : 5,
    };

    public string FullName => place.Kind == "country" ? place.Name : $"{place.Name}, {words.StateName(place.Country)}";

    /// <summary>FIPS 10-4.</summary>
    public string? Country => words.Fips(place.Country);

    public double Latitude => place.Latitude;

    public double Longitude => place.Longitude;
}
