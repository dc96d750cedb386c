using Demarche.Coding;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;

namespace Demarche.Tests.Coding;

public class CoderTests
{
    static readonly Coder Coder = new(Repository.Data, new ActorRegister(Repository.Data), "test");

    [Fact]
    public void Codes_who_did_what_to_whom_with_its_rule_and_spans()
    {
        var document = TestDocument.Parse("""
            France  France  PROPN*  2 nsubj
            accused accuse  VERB    0 root VBD
            Russia  Russia  PROPN*  2 obj
            """);

        var coded = Assert.Single(Coder.Code(document).Events);

        Assert.Equal(EventType.Accuse, coded.Type);
        Assert.Equal(["allege"], coded.Modes);
        Assert.Equal(EventStatus.Occurred, coded.Status);
        Assert.Equal("FRA", Assert.Single(coded.Actors).Code);
        Assert.Equal("RUS", Assert.Single(coded.Recipients).Code);
        Assert.Equal("accused", coded.Trigger.Of(document.Article.Text));
        Assert.Equal("accuse/accuse", coded.Rule);
    }

    [Theory]
    [InlineData("will", "AUX", EventType.Agree, EventType.Consult, EventStatus.Planned)]
    [InlineData("reportedly", "ADV", EventType.Consult, EventType.None, EventStatus.Alleged)]
    public void A_planned_visit_is_an_agreement_about_a_visit(string word, string tag, EventType type, EventType underlying, EventStatus status)
    {
        var document = TestDocument.Parse($"""
            France {"France"} PROPN* 3 nsubj
            {word} {word} {tag} 3 {(tag == "AUX" ? "aux" : "advmod")}
            visited visit VERB 0 root VBD
            Russia Russia PROPN* 3 obj
            """);

        var coded = Assert.Single(Coder.Code(document).Events);

        Assert.Equal((type, underlying, status), (coded.Type, coded.Underlying, coded.Status));
    }

    [Fact]
    public void Coordinated_parties_make_one_event()
    {
        var document = TestDocument.Parse("""
            France  France  PROPN*  2 nsubj
            accused accuse  VERB    0 root VBD
            Russia  Russia  PROPN*  2 obj
            and     and     CCONJ   5 cc
            China   China   PROPN*+LOC  3 conj
            """);

        var coded = Assert.Single(Coder.Code(document).Events);

        Assert.Equal(["RUS", "CHN"], coded.Recipients.Select(party => party.Code));
    }

    [Fact]
    public void What_is_demanded_gives_the_mode_and_is_no_event_of_its_own()
    {
        var document = TestDocument.Parse("""
            France  France  PROPN*  2 nsubj
            urged   urge    VERB    0 root VBD
            Russia  Russia  PROPN*  2 obj
            to      to      PART    5 mark
            release release VERB    2 xcomp VB
            Ukrainian Ukrainian ADJ 7 amod
            hostages hostage NOUN   5 obj
            """);

        var coded = Assert.Single(Coder.Code(document).Events);

        Assert.Equal(EventType.Request, coded.Type);
        Assert.Equal(["yield"], coded.Modes);
        Assert.Equal(EventType.Retreat, coded.Underlying);
    }

    [Fact]
    public void An_announced_refusal_is_an_act()
    {
        var document = TestDocument.Parse("""
            France  France  PROPN*  4 nsubj
            will    will    AUX     4 aux
            not     not     PART    4 advmod
            meet    meet    VERB    0 root VB
            Russia  Russia  PROPN*  4 obj
            """);

        var coded = Assert.Single(Coder.Code(document).Events);

        Assert.Equal((EventType.Reject, EventStatus.Occurred), (coded.Type, coded.Status));
        Assert.Equal(["meet"], coded.Modes);
    }

    [Fact]
    public void A_meeting_without_a_host_has_actors_only()
    {
        var document = TestDocument.Parse("""
            France  France  PROPN*  2 nsubj
            met     meet    VERB    0 root VBD
            Russia  Russia  PROPN*  2 obj
            """);

        var coded = Assert.Single(Coder.Code(document).Events);

        Assert.Equal(["FRA", "RUS"], coded.Actors.Select(party => party.Code));
        Assert.Empty(coded.Recipients);
    }

    [Fact]
    public void A_thing_is_not_a_party()
    {
        var document = TestDocument.Parse("""
            Critics  critic  NOUN 2 nsubj
            attacked attack  VERB 0 root VBD
            the      the     DET  4 det
            bill     bill    NOUN 2 obj
            """);

        Assert.Empty(Coder.Code(document).Events);
    }

    [Fact]
    public void A_pronoun_is_the_party_it_stands_for()
    {
        var document = TestDocument.Parse("""
            France  France  PROPN*  2 nsubj
            spoke   speak   VERB    0 root VBD

            It      it      PRON    2 nsubj
            accused accuse  VERB    0 root VBD
            Russia  Russia  PROPN*  2 obj
            """);
        document = document with { Coreference = [new CoreferenceLink(2, [0])] };

        var actor = Assert.Single(Assert.Single(Coder.Code(document).Events).Actors);

        Assert.Equal(("FRA", "It", true), (actor.Code, actor.Text, actor.Implicit));
    }

    [Fact]
    public void Sport_gives_no_events()
    {
        var document = TestDocument.Parse("""
            The     the     DET     3 det
            football football NOUN  3 compound
            club    club    NOUN    4 nsubj
            accused accuse  VERB    0 root VBD
            Russia  Russia  PROPN*  4 obj
            after   after   ADP     9 case
            the     the     DET     9 det
            league  league  NOUN    9 compound
            season  season  NOUN    4 obl
            """);

        Assert.Empty(Coder.Code(document).Events);
    }
}
