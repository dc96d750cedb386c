using Demarche.Documents;
using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Places;
using Demarche.Language.Places;

namespace Demarche.Tests.Language.Places;

public class PlaceFinderTests
{
    static readonly PlaceFinder Finder = new(new Gazetteer(Repository.Data), new StateNames(Repository.Data), new Namesakes(Repository.Data));

    [Fact]
    public void A_city_is_found_with_its_country() => Assert.Equal("UKR", Assert.Single(Find("shells fell in Kharkiv*")).Place?.Country);

    [Fact]
    public void What_stands_behind_the_comma_decides_between_namesakes()
    {
        Assert.Equal("USA", Find("shells fell in Paris* , Texas*")[0].Place?.Country);
        Assert.Equal("FRA", Find("shells fell in Paris* , France*")[0].Place?.Country);
    }

    [Fact]
    public void The_countries_a_text_speaks_of_decide_between_namesakes()
    {
        Assert.Equal("ESP", Find("troops left Cordoba*", "troops stayed in Spain*", "troops saw Madrid*")[0].Place?.Country);
        Assert.Equal("ARG", Find("troops left Cordoba*", "troops stayed in Argentina*", "troops saw Rosario*")[0].Place?.Country);
    }

    [Fact]
    public void A_place_that_the_name_finder_missed_is_found_behind_a_preposition() =>
        Assert.Equal("Minsk", Assert.Single(Find("troops stayed in Minsk")).Place?.Name);

    [Fact]
    public void An_unknown_name_stays_without_a_place() => Assert.Null(Assert.Single(Find("shells fell in Darat*")).Place);

    [Fact]
    public void A_possessive_is_no_part_of_the_name()
    {
        var mention = Assert.Single(Find("shells fell in Minsk* 's streets"));

        Assert.Equal(1, mention.End - mention.First);
    }

    /// <summary>The second word is the verb; a star marks a location's name.</summary>
    static PlaceMention[] Find(params string[] sentences)
    {
        var document = TestDocument.Parse(string.Join("\n\n", sentences.Select(sentence => string.Join('\n', sentence.Split(' ').Select((word, i) =>
            $"{word.TrimEnd('*')} {word.TrimEnd('*')} {Tag(word)} {(i == 1 ? "0 root" : "2 dep")}")))));
        return [.. Finder.Find(document.Tokens, document.Sentences, document.Names, document.Article.Text)];
    }

    static string Tag(string word) => word.EndsWith('*') ? "PROPN*LOC" : char.IsUpper(word[0]) ? "PROPN" : word is "in" or "on" ? "ADP" : word == "'s" ? "PART" : word == "," ? "PUNCT" : "NOUN";
}
