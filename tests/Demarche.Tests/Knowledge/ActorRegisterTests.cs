using System.Text.RegularExpressions;
using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Places;

namespace Demarche.Tests.Knowledge;

public partial class ActorRegisterTests
{
    static readonly Lazy<ActorRegister> Shared = new(() => new ActorRegister(Repository.Data, new Gazetteer(Repository.Data)));

    static ActorRegister Register => Shared.Value;

    [Theory]
    [InlineData("Norwegian Defence Minister Ola Tvedt", "NOR GOV+MIL")]
    [InlineData("the Peruvian foreign minister", "PER GOV")]
    [InlineData("Kenya's interior ministry spokesperson", "KEN GOV+COP")]
    [InlineData("the prime minister of Malaysia", "MYS GOV")]
    [InlineData("Ghana's army chief, Kofi Asante", "GHA MIL")]
    [InlineData("Chile's defense departments' representatives", "CHL GOV+MIL")]
    [InlineData("Kazakhstan's top trade negotiator", "KAZ GOV")]
    [InlineData("Mexican Senator Laura Ibarra", "MEX LEG")]
    [InlineData("South Korean lawmakers", "KOR LEG")]
    [InlineData("the speaker of the Polish parliament", "POL LEG")]
    public void An_office_with_its_state_needs_no_list_of_holders(string words, string expected) => Assert.Equal(expected, Summary(words));

    [Theory]
    [InlineData("Russian troops", "RUS MIL")]
    [InlineData("Turkish warplanes", "TUR MIL")]
    [InlineData("Egyptian security forces", "EGY COP+MIL")]
    [InlineData("police in Nairobi", "KEN COP")]
    [InlineData("prosecutors in Sweden", "SWE JUD")]
    [InlineData("a U.S. intelligence report", "USA SPY")]
    [InlineData("the government of Sri Lanka", "LKA GOV")]
    [InlineData("Venezuelan opposition leader Juan Guaidó", "VEN OPP+PTY")]
    [InlineData("refugees from Syria", "SYR REF")]
    [InlineData("tens of thousands of Chilean students", "CHL EDU+CVL")]
    [InlineData("the Vietnamese coast guard", "VNM COP+MIL")]
    [InlineData("top military and government officials from Chad", "TCD GOV+MIL")]
    public void A_role_with_its_state_has_code_and_sector(string words, string expected) => Assert.Equal(expected, Summary(words));

    [Theory]
    [InlineData("the Independent Harbour Commission", "- GOV")]
    [InlineData("protesters", "- CVL")]
    [InlineData("villagers", "- CVL")]
    [InlineData("a dozen masked gunmen", "- UAF")]
    [InlineData("the rebels", "- REB")]
    [InlineData("officials", "- GOV")]
    public void A_role_without_a_state_has_a_sector_alone(string words, string expected) => Assert.Equal(expected, Summary(words));

    [Theory]
    [InlineData("Taliban fighters", "2015-06-01", "AFG REB")]
    [InlineData("the Taliban", "2022-03-01", "AFG GOV+REB")]
    [InlineData("the Taliban's foreign minister", "2022-03-01", "AFG GOV")]
    public void What_a_body_is_depends_on_the_date(string words, string date, string expected) => Assert.Equal(expected, Summary(words, date));

    [Theory]
    [InlineData("Hamas", "PSE REB")]
    [InlineData("Hezbollah's leader", "LBN REB")]
    [InlineData("the Security Council", "UNO -")]
    [InlineData("the UN Security Council", "UNO -")]
    [InlineData("Reuters", "GBR JRN")]
    [InlineData("the Institute for the Study of War", "USA SOC+EDU")]
    [InlineData("EU foreign policy chief Josep Borrell", "EUR GOV")]
    [InlineData("the People's Liberation Army", "CHN MIL")]
    [InlineData("al-Qaida", "IMG REB")]
    [InlineData("a Hamas spokesman", "PSE REB")]
    [InlineData("the FBI", "USA COP")]
    public void An_organisation_is_known_by_its_names(string words, string expected) => Assert.Equal(expected, Summary(words));

    [Theory]
    [InlineData("the US", "USA GOV")]
    [InlineData("U.S.", "USA GOV")]
    [InlineData("UAE", "ARE GOV")]
    [InlineData("the DRC", "COD GOV")]
    [InlineData("the DPRK", "PRK GOV")]
    [InlineData("the People’s Republic of China", "CHN GOV")]
    [InlineData("Abkhazia", "GEO GOV+PRE")]
    public void A_state_that_acts_is_its_government(string words, string expected) => Assert.Equal(expected, Summary(words));

    [Fact]
    public void A_small_word_is_no_abbreviation_of_a_state() => Assert.Null(Read("us").Code);

    [Fact]
    public void A_capital_is_marked_so_that_the_sentence_may_make_it_a_place()
    {
        var reading = Read("Moscow");

        Assert.Equal(("RUS", ActorKind.Seat), (reading.Code, reading.Kind));
        Assert.Equal(ActorKind.Metonym, Read("the Kremlin").Kind);
        Assert.Equal("USA GOV+MIL", Summary("the Pentagon"));
    }

    [Theory]
    [InlineData("the Chinese", "CHN GOV")]
    [InlineData("more than 300 Indians", "IND CVL")]
    [InlineData("Israelis", "ISR CVL")]
    [InlineData("a 48-year-old Australian", "AUS CVL")]
    [InlineData("American Thomas Webb", "USA CVL")]
    [InlineData("the Swedish move", "SWE GOV")]
    public void A_people_is_civilian_and_an_adjective_its_government(string words, string expected) => Assert.Equal(expected, Summary(words));

    [Theory]
    [InlineData("the Saudi-led coalition", "SAU MIL")]
    [InlineData("Iran-backed militias", "- UAF")]
    [InlineData("pro-Turkish fighters", "- REB")]
    [InlineData("anti-French protesters", "- CVL")]
    public void A_state_that_backs_others_does_not_own_them(string words, string expected) => Assert.Equal(expected, Summary(words));

    [Theory]
    [InlineData("former President Ana Pavlova of Bulgaria", "BGR ELI+GOV")]
    [InlineData("the former head of Hong Kong's legislative council", "HKG ELI+LEG")]
    [InlineData("former French soldiers", "FRA CVL+MIL")]
    public void Those_out_of_office_are_elite(string words, string expected) => Assert.Equal(expected, Summary(words));

    [Theory]
    [InlineData("Sergey Lavrov", "2023-08-14", "RUS GOV", "foreign minister")]
    [InlineData("Sergei Lavrov", "2023-08-14", "RUS GOV", "foreign minister")]
    [InlineData("Mr. Lavrov", "2023-08-14", "RUS GOV", "foreign minister")]
    [InlineData("Volodymyr Zelenskiy", "2022-05-01", "UKR GOV", "head of state")]
    [InlineData("Xi", "2019-11-19", "CHN GOV", "head of state")]
    [InlineData("Jens Stoltenberg", "2020-01-01", "IGO MIL", "head of organisation")]
    [InlineData("Angela Merkel", "2023-01-01", "DEU ELI+GOV", null)]
    [InlineData("Obama", "2019-01-01", "USA ELI+GOV", null)]
    [InlineData("Bashar Assad", "2018-01-01", "SYR GOV", "head of state")]
    [InlineData("al-Assad", "2018-01-01", "SYR GOV", "head of state")]
    [InlineData("Kim", "2020-01-01", "PRK GOV", "head of state")]
    [InlineData("Abdel-Fattah el-Sissi", "2020-01-01", "EGY GOV", "head of state")]
    [InlineData("Muhammad bin Salman", "2018-11-01", "SAU GOV+MIL", "defence minister")]
    public void A_listed_person_has_the_office_of_the_day(string words, string date, string expected, string? office)
    {
        Assert.Equal(expected, Summary(words, date));
        Assert.Equal(office, Read(words, date).Office);
    }

    [Theory]
    [InlineData("King")]
    [InlineData("Mr. Webb")]
    [InlineData("Thomas Webb")]
    [InlineData("Jim Jordan")]
    [InlineData("Jordan Whitfield")]
    public void A_name_that_nobody_listed_is_a_name_and_no_more(string words) => Assert.Null(Read(words).Code);

    [Fact]
    public void The_document_knows_whom_a_surname_means()
    {
        var reading = Read("Nigerian Senator Dayo Akande", "2018-10-09");
        var known = new KnownActors([("Dayo Akande", reading)]);

        Assert.Equal("NGA LEG", Summary(Register.Read(Words("Akande"), new DateOnly(2018, 10, 9), known)));
        Assert.Null(Register.Read(Words("Akande"), new DateOnly(2018, 10, 9)).Code);
    }

    [Fact]
    public void A_surname_of_two_persons_of_a_document_is_nobodys()
    {
        var known = new KnownActors([("Ann Morrow", Read("Australian Prime Minister Ann Morrow")), ("Tim Morrow", Read("U.S. official Tim Morrow"))]);

        Assert.Null(Register.Read(Words("Morrow"), new DateOnly(2019, 11, 19), known).Code);
    }

    [Theory]
    [InlineData("a top aide to Zelenskiy", "2019-11-20", "UKR GOV")]
    [InlineData("Liu He, China's top trade negotiator", "2019-11-18", "CHN GOV")]
    [InlineData("Rep. Dana Cole (D-Ohio)", "2019-11-18", "USA LEG")]
    [InlineData("the Trump administration", "2019-11-18", "USA GOV")]
    public void A_party_is_found_beside_the_name(string words, string date, string expected) => Assert.Equal(expected, Summary(words, date));

    [Fact]
    public void Powers_that_nobody_lists_are_a_collective_without_a_code()
    {
        var reading = Read("representatives of Western governments");

        Assert.Equal((null, ActorKind.Collective), (reading.Code, reading.Kind));
    }

    [Theory]
    [InlineData("a group of Danish lawmakers", "DNK LEG")]
    [InlineData("around 2,000 textile workers in Lesotho", "LSO LAB")]
    [InlineData("Thousands of Bulgarian miners", "BGR LAB")]
    [InlineData("Brazil and Colombia", "BRA GOV")]
    [InlineData("a request by the Ghanaian government", "GHA GOV")]
    [InlineData("the Haitian Senate", "HTI LEG")]
    [InlineData("a UN-backed government in Libya", "LBY GOV")]
    [InlineData("Nato", "IGO MIL")]
    [InlineData("the Norwegian Polar Research Council", "NOR GOV")]
    public void What_heads_the_phrase_decides(string words, string expected) => Assert.Equal(expected, Summary(words));

    [Theory]
    [InlineData("Idlib", "SYR")]
    [InlineData("several villages near Kharkiv", "UKR")]
    [InlineData("Louisiana", "USA")]
    public void A_place_is_of_its_country_and_no_government(string words, string code)
    {
        var reading = Read(words);

        Assert.Equal((code, null, ActorKind.Place), (reading.Code, reading.Sector, reading.Kind));
    }

    [Fact]
    public void A_phrase_without_end_is_read_by_its_first_words()
    {
        var words = Enumerable.Repeat(new MentionWord("of", "of", false), 200_000).Prepend(new MentionWord("Peru", "Peru", true)).ToArray();

        Assert.Equal("PER", Register.Read(words).Code);
    }

    [Fact]
    public void A_reading_says_on_what_it_stands()
    {
        var reading = Read("Chinese Defense Minister Li Shangfu");

        Assert.Equal("defence minister", reading.Office);
        Assert.Equal("Li Shangfu", reading.Name);
        Assert.Equal(ActorEvidence.Adjective | ActorEvidence.OfficeWord, reading.Evidence);
    }

    static ActorReading Read(string words, string date = "2023-08-14") => Register.Read(Words(words), DateOnly.ParseExact(date, "yyyy-MM-dd"));

    static string Summary(string words, string date = "2023-08-14") => Summary(Read(words, date));

    static string Summary(ActorReading reading) => $"{reading.Code ?? "-"} {string.Join('+', reading.OtherSectors.Prepend(reading.Sector ?? "-"))}";

    /// <summary>Splits as Universal Dependencies does: clitics and punctuation are words of their own.</summary>
    static MentionWord[] Words(string text) =>
        [.. WordOrMark().Matches(text).Select(match => new MentionWord(match.Value, match.Value.ToLowerInvariant(), char.IsUpper(match.Value[0])))];

    [GeneratedRegex(@"(?:[A-Z]\.){2,}|(?:Mr|Rep)\.|['’]s\b|[\p{L}\d]+(?:-[\p{L}\d]+)*|\S")]
    private static partial Regex WordOrMark();
}
