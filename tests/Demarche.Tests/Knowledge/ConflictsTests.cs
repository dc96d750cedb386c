using Demarche.Knowledge;
using Demarche.Knowledge.Actors;

namespace Demarche.Tests.Knowledge;

public class ConflictsTests
{
    static readonly Conflicts Table = new(Repository.Data);

    [Theory]
    [InlineData("Korean War", "2023-06-01", "PRK CHN", "KOR USA")]
    [InlineData("Tigray war", "2021-06-01", "ETH ERI", "ETH/REB")]
    [InlineData("Russo-Ukrainian War", "2023-06-01", "RUS", "UKR")]
    [InlineData("Iraq's invasion of Kuwait", "2003-06-01", "IRQ", "KWT")]
    public void A_war_is_known_by_its_names(string name, string day, string first, string second)
    {
        var found = Table.Named(NameKey.Of(name), Day(day), null, _ => false);

        Assert.NotNull(found);
        Assert.Equal((first, second), (Sides(found.First), Sides(found.Second)));
    }

    [Theory]
    [InlineData("Gaza", "2009-01-05", "Gaza War of 2008-2009")]
    [InlineData("Gaza", "2015-01-05", "Gaza War of 2014")]
    [InlineData("Gaza", "2024-01-05", "Gaza war")]
    [InlineData("Ukraine", "2016-01-05", "War in Donbas")]
    [InlineData("Ukraine", "2023-01-05", "Russian invasion of Ukraine")]
    public void Of_several_wars_at_a_place_the_day_decides(string scene, string day, string name) => Assert.Equal(name, Table.FoughtIn(NameKey.Of(scene), Day(day), null)?.Name);

    [Fact]
    public void A_year_in_the_words_goes_before_the_day() => Assert.Equal("2006 Lebanon War", Table.FoughtIn("lebanon", Day("2024-10-05"), 2006)?.Name);

    [Fact]
    public void A_war_that_has_not_begun_is_not_meant() => Assert.Null(Table.FoughtIn("tigray", Day("2019-10-05"), null));

    [Fact]
    public void Words_that_any_war_has_need_a_side_in_the_text()
    {
        Assert.Null(Table.Named("full scale invasion", Day("2023-10-05"), null, _ => false));
        Assert.Equal("Russian invasion of Ukraine", Table.Named("full scale invasion", Day("2023-10-05"), null, code => code == "UKR")?.Name);
    }

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    static string Sides(IEnumerable<Belligerent> sides) => string.Join(' ', sides.Select(side => side.Sector is null ? side.Code : $"{side.Code}/{side.Sector}"));
}
