using System.Collections.Immutable;
using Demarche.Evaluation.Petrarch;
using Demarche.Events;

namespace Demarche.Tests.Evaluation;

public class PetrarchScorerTests
{
    const string Records = """
        <Validation><Sentences>
        <Sentence date="20100105" id="A"><EventCoding eventcode="042" sourcecode="VSPGOV" targetcode="IGOUNO"/><EventCoding eventcode="190" sourcecode="---MIL" targetcode="VSP"/>
        <Text>
        The premier of Vesperia
        went to New York.
        </Text></Sentence>
        <Sentence date="20100106" id="A" noevents="True"><Text>Nothing.</Text></Sentence>
        </Sentences></Validation>
        """;

    static ImmutableArray<PetrarchRecord> Load() => PetrarchGold.Load(Written());

    static string Written()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("demarche").FullName, "records.xml");
        File.WriteAllText(path, Records);
        return path;
    }

    static Dictionary<string, double> Scores(params CameoAct[][] coded) => PetrarchScorer.Compare(Load(), coded, "own").ToDictionary(score => score.Measure, score => score.Value);

    [Fact]
    public void A_record_is_its_words_its_day_and_its_acts()
    {
        var records = Load();

        Assert.Equal(["A", "A#2"], records.Select(record => record.Id));
        Assert.Equal("The premier of Vesperia went to New York.", records[0].Text);
        Assert.Equal(new DateOnly(2010, 1, 5), records[0].Published);
        Assert.Equal([new CameoAct("04", "VSP", "UNO"), new CameoAct("19", "---", "VSP")], records[0].Acts);
        Assert.Empty(records[1].Acts);
    }

    [Fact]
    public void A_code_of_blanks_is_none()
    {
        using var stream = new MemoryStream("""<Sentence id="A"><EventCoding eventcode="1 "/><Text>Nothing.</Text></Sentence>"""u8.ToArray());

        Assert.Empty(Assert.Single(PetrarchGold.Read(stream)).Acts);
    }

    [Fact]
    public void Root_and_both_countries_must_agree_and_an_act_without_a_party_is_missed()
    {
        var scores = Scores([new CameoAct("042", "VSP", "UNO")], []);

        Assert.Equal((1, 0.5, 0.5), (scores["precision"], scores["recall"], scores["records_exact"]));
        Assert.Equal((1, 1), (scores["recall_named"], scores["f1_named"]));
    }

    [Fact]
    public void An_act_of_somebody_unknown_is_no_answer_where_both_must_be_named() =>
        Assert.Equal((1, 0.5), (Scores([new CameoAct("190", "---", "VSP"), new CameoAct("042", "VSP", "UNO")], [])["precision"], Scores([new CameoAct("190", "---", "VSP"), new CameoAct("042", "VSP", "UNO")], [])["recall"]));

    [Fact]
    public void Cut_records_keep_the_root_and_whose_each_actor_is()
    {
        var (path, cut) = (Written(), Path.Combine(Directory.CreateTempSubdirectory("demarche").FullName, "cut.xml"));

        PetrarchGold.CopyCut(path, cut);

        Assert.Contains("eventcode=\"04\" sourcecode=\"VSP\" targetcode=\"UNO\"", File.ReadAllText(cut), StringComparison.Ordinal);
        Assert.Equal(PetrarchGold.Load(path).Select(record => record.Acts.AsEnumerable()), PetrarchGold.Load(cut).Select(record => record.Acts.AsEnumerable()));
    }

    [Theory]
    [InlineData("<Validation><Sentence>", "no well-formed XML")]
    [InlineData("<Validation/>", "no record")]
    public void A_file_that_holds_no_records_is_refused(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => PetrarchGold.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)))).Message, StringComparison.Ordinal);

    [Fact]
    public void Another_root_or_direction_is_wrong_and_the_wanted_one_missed()
    {
        var scores = Scores([new CameoAct("05", "VSP", "UNO"), new CameoAct("04", "UNO", "VSP")], [new CameoAct("04", "VSP", "UNO")]);

        Assert.Equal((0, 0, 0, 0), (scores["precision"], scores["recall"], scores["f1"], scores["records_exact"]));
    }
}
