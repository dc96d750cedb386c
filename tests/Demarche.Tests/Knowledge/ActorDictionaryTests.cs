using System.Text;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;

namespace Demarche.Tests.Knowledge;

/// <summary>Dictionaries of PETRARCH's format, written for these tests.</summary>
public class ActorDictionaryTests
{
    const string Actors = """
        <!-- A dictionary of an invented world.
             Comments may go over lines. -->
        VESPERIA  [VSP]   # a state
        +VESPERIAN_
        +THE_EVENING_LAND

        TARN_RIFLES [VSPREBTRN]
        COUNCIL_OF_TIDES [IGOUNOHLH]
        DORIAN_VALE # the prime minister
            [VSPOPP <20100101]
            [VSPGOV 20100101-20141231]
            [VSPELI >20141231] ; out of office
        OLD_HARBOUR_CLUB [---]
        LONG_COAST
            [LCO <911226]
        FRANCE [FRX]
        <! -- a comment as some files have it -->
        """;

    const string Agents = """
        !WATCH! = NIGHTWATCH, DAYWATCH
        TIDEKEEPER {} [~GOV]
        HARBOUR_DEPUTY [~LEG]   ; plural by rule
        !WATCH!_CAPTAIN [~COP]
        RELIEF_SOCIETY [NGO~]
        GOLDEN_GOOSE {GOLDEN_GEESE} [~BUS]
        """;

    static readonly ActorRegister Register = new(Repository.Data, null, [Read(Actors), Read(Agents)]);

    static ActorDictionary Read(string text) => ActorDictionary.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "own.txt");

    static string Summary(string words, string? date = null)
    {
        var mention = words.Split(' ').Select(word => new MentionWord(word, word.ToLowerInvariant(), char.IsUpper(word[0]))).ToArray();
        var reading = Register.Read(mention, date is null ? null : DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture));
        return $"{reading.Code ?? "-"} {reading.Sector ?? "-"}";
    }

    [Theory]
    [InlineData("Vesperia", "VSP GOV")]
    [InlineData("the Evening Land", "VSP GOV")]
    [InlineData("Vesperian soldiers", "VSP MIL")]
    [InlineData("the Tarn Rifles", "VSP REB")]
    [InlineData("the Council of Tides", "UNO MED")]
    public void Names_and_synonyms_are_whose_they_are(string words, string expected) => Assert.Equal(expected, Summary(words));

    [Theory]
    [InlineData("2009-12-31", "VSP OPP")]
    [InlineData("2010-01-01", "VSP GOV")]
    [InlineData("2014-12-31", "VSP GOV")]
    [InlineData("2015-06-01", "VSP ELI")]
    public void A_role_holds_in_its_time(string date, string expected) => Assert.Equal(expected, Summary("Dorian Vale", date));

    [Fact]
    public void Behind_its_title_a_listed_person_tells_the_state() => Assert.Equal("VSP GOV", Summary("President Dorian Vale", "2012-01-01"));

    [Fact]
    public void What_has_a_code_of_another_time_only_has_none()
    {
        Assert.Equal("LCO GOV", Summary("Long Coast", "1990-01-01"));
        Assert.Equal("- -", Summary("Long Coast", "2020-01-01"));
    }

    [Theory]
    [InlineData("the Old Harbour Club")]
    [InlineData("a golden eagle")]
    public void A_discarded_phrase_names_nobody(string words) => Assert.Equal("- -", Summary(words));

    [Theory]
    [InlineData("Vesperia 's tidekeeper", "VSP GOV")]
    [InlineData("Vesperian harbour deputies", "VSP LEG")]
    [InlineData("the Vesperian nightwatch captain", "VSP COP")]
    [InlineData("two German daywatch captains", "DEU COP")]
    [InlineData("the relief society", "NGO -")]
    [InlineData("Vesperian golden geese", "VSP BUS")]
    public void Agents_take_the_state_of_the_words_around_them(string words, string expected) => Assert.Equal(expected, Summary(words));

    [Fact]
    public void A_dictionary_of_the_user_goes_before_our_tables() => Assert.Equal("FRX GOV", Summary("France"));

    [Fact]
    public void A_code_of_marks_is_no_comment_and_comments_are_passed_over()
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("<!-- of 2014\n--> # heading\nGOLDEN_EAGLE [###] # a bird\nVESPERIA [VSP] ; a state\n"));
        Assert.Equal(["", "VSP"], ActorDictionary.Read(file, "own.txt").Entries.Select(entry => entry.Codes[0].Code));
    }

    [Theory]
    [InlineData("VESPERIA [VSP", "own.txt:1: expected [CODE], found '[VSP'")]
    [InlineData("VESPERIA [VSP]\n\nTARN_RIFLES\nLONG_COAST [LCO]", "own.txt:3: 'TARN RIFLES' has no code")]
    [InlineData("VESPERIA [VSP 2010-2014]", "own.txt:1: '2010' is no date; expected YYYYMMDD or YYMMDD")]
    [InlineData("VESPERIA [V*P]", "own.txt:1: 'V*P' is no actor code")]
    [InlineData("!WATCH! = NIGHT\n!WACH!_CAPTAIN [~COP]", "own.txt:2: the set !WACH! is not defined above (did you mean '!WATCH!'?)")]
    [InlineData("--- ACCEPT [030] ---", "own.txt:1: expected NAME [CODE], +SYNONYM or an indented [CODE]")]
    [InlineData("+EVENING_LAND", "own.txt:1: the synonym 'EVENING_LAND' stands before any entry")]
    [InlineData("name\tcode\nVesperia\tVSP", "own.txt:1: 'name\tcode' has no code")]
    public void A_line_that_is_no_dictionarys_is_named_with_its_reason(string text, string problem) =>
        Assert.StartsWith(problem, Assert.Throws<DataFileException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Petrarchs_own_dictionaries_load_unchanged()
    {
        Assert.True(ActorDictionary.Load(Repository.RequireDevelopmentData("eventcoding/dictionaries/PETR.Validate.actors.txt")).Count > 100);
        Assert.True(ActorDictionary.Load(Repository.RequireDevelopmentData("eventcoding/dictionaries/PETR.Validate.agents.txt")).Count > 80);
    }
}
