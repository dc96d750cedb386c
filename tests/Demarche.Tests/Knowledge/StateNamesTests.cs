using Demarche.Knowledge.Actors;

namespace Demarche.Tests.Knowledge;

public class StateNamesTests
{
    static readonly Lazy<StateNames> Shared = new(() => new StateNames(Repository.Data));

    [Theory]
    [InlineData("Turkish", "TUR")]
    [InlineData("Danes", "DNK")]
    [InlineData("Congolese", "COD COG")]
    [InlineData("Greenlanders", "DNK")]
    [InlineData("turkish", "")]
    [InlineData("Table", "")]
    public void A_nationality_tells_its_codes(string word, string codes) => Assert.Equal(codes, string.Join(' ', Shared.Value.CodesOfNationality(word)));

    [Fact]
    public void There_are_193_members_of_the_United_Nations_and_six_special_entities()
    {
        Assert.Equal(193, Shared.Value.Entries.Count(entry => entry.Kind == "state"));
        Assert.Equal(["ATA", "HKG", "KOS", "PSE", "TWN", "VAT"], Shared.Value.Entries.Where(entry => entry.Kind == "special").Select(entry => entry.Code).Order());
    }

    [Fact]
    public void A_name_tied_to_a_time_has_its_years()
    {
        var zaire = Assert.Single(Shared.Value.Find("Zaire"));

        Assert.Equal("COD", zaire.State.Code);
        Assert.Equal((new DateOnly(1971, 1, 1).DayNumber, new DateOnly(1997, 12, 31).DayNumber), (zaire.FromDay, zaire.ToDay));
    }
}
