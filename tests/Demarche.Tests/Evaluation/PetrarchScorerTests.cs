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

    static ImmutableArray<PetrarchRecord> Load()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("demarche").FullName, "records.xml");
        File.WriteAllText(path, Records);
        return PetrarchGold.Load(path);
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
    public void Root_and_both_countries_must_agree_and_an_act_without_a_party_is_not_asked_for() =>
        Assert.Equal((1, 1, 1), (Scores([new CameoAct("042", "VSP", "UNO")], [])["precision"], Scores([new CameoAct("042", "VSP", "UNO")], [])["recall"], Scores([new CameoAct("042", "VSP", "UNO")], [])["records_exact"]));

    [Fact]
    public void Another_root_or_direction_is_wrong_and_the_wanted_one_missed()
    {
        var scores = Scores([new CameoAct("05", "VSP", "UNO"), new CameoAct("04", "UNO", "VSP")], [new CameoAct("04", "VSP", "UNO")]);

        Assert.Equal((0, 0, 0, 0), (scores["precision"], scores["recall"], scores["f1"], scores["records_exact"]));
    }
}
