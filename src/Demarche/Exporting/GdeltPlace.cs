using Demarche.Documents;

namespace Demarche.Exporting;

/// <summary>A place as GDELT has it. Our gazetteer knows GeoNames' numbers and not those of GNS and GNIS: cities have no FeatureID.</summary>
sealed class GdeltPlace
{
    readonly Place place;
    readonly string? state, region;

    public GdeltPlace(Place place, ExportWords words)
    {
        this.place = place;
        state = words.StateName(place.Country);
        region = words.Places.RegionOf(place);
        // The two parts of Palestine are countries of their own there.
        Country = place.Country == "PSE" && region == "Gaza Strip" ? "GZ" : words.Fips(place.Country);
        Type = Country is null || state is null ? 0 : place.Kind switch
        {
            "country" => 1,
            "city" or "site" => place.Country == "USA" ? 3 : 4,
            "sea" or "continent" => 0,
            _ => place.Country == "USA" ? 2 : 5,
        };
        Adm1 = Type <= 1 ? Country : Country + words.Places.FipsRegion(place.Country, region);
    }

    /// <summary>0 none (seas, continents, unknown countries), 1 country, 3 city of the United States, 4 city elsewhere, 2 and 5 their regions.</summary>
    public int Type { get; }

    /// <summary>From the place to its country: "Kharkiv, Kharkiv, Ukraine", "Texas, United States", "Ukraine".</summary>
    public string FullName => Type switch
    {
        1 => state!,
        3 or 4 when region is not null => $"{place.Name}, {region}, {state}",
        _ => $"{place.Name}, {state}",
    };

    /// <summary>FIPS 10-4.</summary>
    public string? Country { get; }

    /// <summary>The country with two signs for the region, where they are known; else the country's code alone, as GDELT does where it knows no more.</summary>
    public string? Adm1 { get; }

    public double Latitude => place.Latitude;

    public double Longitude => place.Longitude;

    /// <summary>The code of the country or region.</summary>
    public string? FeatureId => Type is 1 or 2 or 5 ? Adm1 : null;
}
