using Demarche.Coding;

namespace Demarche.Tests.Coding.Where;

public class CountryPlacesTests
{
    static readonly CountryPlaces Countries = new(Repository.Data);

    [Theory]
    [InlineData("GBR", "United Kingdom")]
    [InlineData("VNM", "Vietnam")]
    [InlineData("HKG", "Hong Kong")]
    public void A_code_is_its_state_and_not_a_dependency_of_it(string code, string name) => Assert.Equal(name, Countries.Find(code)?.Name);

    [Fact]
    public void A_code_of_many_states_is_no_place() => Assert.Null(Countries.Find("IGO"));
}
