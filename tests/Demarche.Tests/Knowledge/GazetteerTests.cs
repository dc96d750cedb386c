using Demarche.Knowledge;
using Demarche.Knowledge.Places;

namespace Demarche.Tests.Knowledge;

public class GazetteerTests
{
    static readonly Lazy<Gazetteer> Shared = new(() => new Gazetteer(Repository.Data));

    static Gazetteer Places => Shared.Value;

    [Theory]
    [InlineData("Kharkiv", "UKR", "city")]
    [InlineData("Kharkov", "UKR", "city")]
    [InlineData("Bavaria", "DEU", "region")]
    [InlineData("the Donbas", "UKR", "region")]
    [InlineData("Gaza Strip", "PSE", "region")]
    [InlineData("Xinjiang", "CHN", "region")]
    [InlineData("Texas", "USA", "region")]
    [InlineData("Taiwan Strait", null, "strait")]
    [InlineData("Red Sea", null, "sea")]
    [InlineData("France", "FRA", "country")]
    [InlineData("Paris", "FRA", "city")]
    [InlineData("El-Fasher", "SDN", "city")]
    [InlineData("Virginia", "USA", "region")]
    [InlineData("Ky.", "USA", "region")]
    [InlineData("deir al zor", "SYR", "city")]
    public void The_likeliest_place_of_a_name_comes_first(string name, string? country, string kind)
    {
        var place = Places.Find(name)[0];

        Assert.Equal((country, kind), (place.Country, place.Kind));
    }

    [Fact]
    public void Namesakes_follow_by_population()
    {
        var found = Places.Find("Birmingham");

        Assert.Equal("GBR", found[0].Country);
        Assert.Contains(found, place => place.Country == "USA");
    }

    [Fact]
    public void A_city_has_coordinates_and_its_GeoNames_id()
    {
        var kyiv = Places.Find("Kyiv")[0];

        Assert.Equal((50.4547, 30.5238, 703448L), (kyiv.Latitude, kyiv.Longitude, kyiv.GeoNamesId));
        Assert.True(kyiv.Population > 2_000_000);
    }

    [Fact]
    public void An_abbreviation_of_a_state_needs_its_dot() => Assert.Empty(Places.Find("Ky"));

    [Fact]
    public void Nothing_is_known_of_an_invented_name() => Assert.Empty(Places.Find("Qyzvatholm"));

    [Theory]
    [InlineData("minneapolis", "USA")]
    [InlineData("catalonia", "ESP")]
    [InlineData("red sea", null)]
    [InlineData("valencia", null)]
    public void A_name_means_a_country_only_where_nothing_speaks_against_it(string key, string? country) => Assert.Equal(country, Places.CountryOf(key));

    [Fact]
    public void A_coordinate_off_the_globe_is_refused_with_its_line()
    {
        using var folder = new TemporaryData("data/places/areas.tsv", "Donbas\t", line => line.Replace("\t48.2\t", "\t148.2\t", StringComparison.Ordinal));

        var problem = Assert.Throws<DataFileException>(() => new Gazetteer(folder.Data));
        Assert.Matches(@"^data/places/areas\.tsv:\d+: '148\.2' is no coordinate", problem.Message);
    }
}
