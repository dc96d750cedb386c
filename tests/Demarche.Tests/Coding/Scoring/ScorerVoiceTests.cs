using Demarche.Coding;
using Demarche.Coding.Scoring;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;

namespace Demarche.Tests.Coding.Scoring;

/// <summary>Each part of the scorer, turned on for the test, with a model of a few words.</summary>
public sealed class ScorerVoiceTests
{
    static readonly ActorRegister Register = new(Repository.Data);

    [Fact]
    public void Proposes_an_act_at_a_verb_that_no_rule_covers_and_says_what_spoke_for_it()
    {
        var explained = Assert.Single(Coder("propose", ("way trounce", EventType.Assault, 9)).Explain(Trounce("has", "AUX", "aux")));

        Assert.Equal((EventType.Assault, EventStatus.Occurred, "model:scorer"), (explained.Event.Type, explained.Event.Status, explained.Event.Rule));
        Assert.Equal("FRA", Assert.Single(explained.Event.Actors).Code);
        Assert.Equal("RUS", Assert.Single(explained.Event.Recipients).Code);
        Assert.Equal(["way trounce"], explained.Decisions.Reasons);
    }

    [Theory]
    [InlineData("will", "AUX", "aux", EventType.Threaten, EventStatus.Planned)]
    [InlineData("never", "ADV", "advmod", EventType.Assault, EventStatus.Negated)]
    [InlineData("reportedly", "ADV", "advmod", EventType.Assault, EventStatus.Alleged)]
    public void The_status_of_what_it_proposes_is_read_as_for_a_rule(string word, string tag, string relation, EventType type, EventStatus status)
    {
        var coded = Assert.Single(Coder("propose", ("way trounce", EventType.Assault, 9)).Code(Trounce(word, tag, relation)).Events);

        Assert.Equal((type, status), (coded.Type, coded.Status));
    }

    [Theory]
    [InlineData("propose", "way trounce", 0.1f)]
    [InlineData("propose", "word trounce", 9)]
    [InlineData("choose", "way trounce", 9)]
    public void Keeps_silent_where_it_is_not_sure_or_not_by_the_clause_or_not_asked(string part, string feature, float weight) =>
        Assert.Empty(Coder(part, (feature, EventType.Assault, weight)).Code(Trounce("has", "AUX", "aux")).Events);

    [Fact]
    public void Drops_what_it_is_sure_is_of_another_type()
    {
        var document = TestDocument.Parse("""
            France  France  PROPN*  2 nsubj
            accused accuse  VERB    0 root VBD
            Russia  Russia  PROPN*  2 obj
            """);

        Assert.Single(Coder("propose", ("way accuse", EventType.Aid, 9)).Code(document).Events);
        Assert.Single(Coder("drop", ("way accuse", EventType.Accuse, 9)).Code(document).Events);
        Assert.Empty(Coder("drop", ("way accuse", EventType.Aid, 9)).Code(document).Events);
    }

    [Fact]
    public void Chooses_another_rule_at_the_word_where_it_is_sure_of_its_type()
    {
        var document = TestDocument.Parse("""
            France     France     PROPN*  2 nsubj
            reiterated reiterate  VERB    0 root VBD
            its        its        PRON    4 nmod:poss
            commitment commitment NOUN    2 obj
            to         to         ADP     6 case
            Ukraine    Ukraine    PROPN*  4 nmod
            """);
        var byRule = Assert.Single(Coder("drop").Code(document).Events);

        var explained = Assert.Single(Coder("choose", ("way commitment", EventType.Support, 9)).Explain(document));

        Assert.Equal(EventType.Agree, byRule.Type);
        Assert.Equal((EventType.Support, "model:scorer"), (explained.Event.Type, explained.Event.Rule));
        Assert.Equal("support/express-support", explained.Decisions.Rule.Name);
        Assert.Equal(["way commitment"], explained.Decisions.Reasons);
    }

    static Document Trounce(string word, string tag, string relation) => TestDocument.Parse($"""
        France   France  PROPN*  3 nsubj
        {word} {word} {tag} 3 {relation}
        trounced trounce VERB    0 root VBD
        Russia   Russia  PROPN*  3 obj
        """);

    static Coder Coder(string part, params (string Feature, EventType Type, float Weight)[] weights)
    {
        var parts = ScorerPartsTests.Read(string.Join("\n\n", new[] { "choose", "propose", "drop" }.Select(name => $"part: {name}\nuse: {(name == part ? "yes" : "no")}\nleast: 0.9\nsource: test")));
        var model = new RelationModel(weights.ToDictionary(weight => weight.Feature, weight =>
        {
            var row = new float[RelationModel.Types.Length];
            row[RelationModel.Column(weight.Type)] = weight.Weight;
            return row;
        }));
        return new Coder(Repository.Data, Register, "test", new ScorerVoice(parts, model, Repository.Data));
    }
}
