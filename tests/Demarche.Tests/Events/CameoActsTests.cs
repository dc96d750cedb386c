using Demarche.Coding;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;

namespace Demarche.Tests.Events;

public class CameoActsTests
{
    static readonly Ontology Ontology = new(Repository.Data);
    static readonly Coder Coder = new(Repository.Data, new ActorRegister(Repository.Data), "test");

    static string Acts(string parse, Func<Document, Document>? change = null)
    {
        var document = TestDocument.Parse(parse);
        return string.Join(", ", Coder.Code(change?.Invoke(document) ?? document).Events.SelectMany(one => CameoActs.Of(one, Ontology)).Select(act => $"{act.Source} {act.Code} {act.Target}").Order(StringComparer.Ordinal));
    }

    static string Clause(string verb, string object1 = "Russia") => $"""
        France  France  PROPN*  2 nsubj
        {verb}  VERB    0 root VBD
        {object1} {object1} PROPN*  2 obj
        """;

    [Theory]
    [InlineData("condemned condemn", "FRA 111 RUS")]
    [InlineData("accused accuse", "FRA 112 RUS")]
    [InlineData("attacked attack", "FRA 190 RUS")]
    public void A_state_that_attacks_fights(string verb, string expected) => Assert.Equal(expected, Acts(Clause(verb)));

    [Theory]
    [InlineData("urged urge", "FRA 02 RUS")]
    [InlineData("ordered order", "FRA 10 RUS")]
    public void An_appeal_is_no_demand(string verb, string expected) => Assert.StartsWith(expected[..6], Acts(Clause(verb) + """

        to      to      PART    5 mark
        resign  resign  VERB    2 xcomp VB
        """), StringComparison.Ordinal);

    [Fact]
    public void A_meeting_goes_from_the_subject_to_whom_it_meets() => Assert.Equal("FRA 04 RUS", Acts(Clause("met meet")));

    [Theory]
    [InlineData("condemned condemn", "attack", "")]
    [InlineData("held hold", "talk", "FRA 04 RUS, RUS 04 FRA")]
    public void Who_condemns_side_by_side_does_not_condemn_each_other(string verb, string noun, string expected) => Assert.Equal(expected, Acts($"""
        France   France   PROPN* 4 nsubj
        and      and      CCONJ  3 cc
        Russia   Russia   PROPN* 1 conj
        {verb}   VERB     0 root VBD
        the      the      DET    6 det
        {noun}s  {noun}   NOUN   4 obj NNS
        """));

    [Fact]
    public void Who_is_told_to_receive_a_guest_hosts_and_the_guest_visits() => Assert.Equal("FRA 043 RUS, RUS 042 FRA", Acts(Clause("hosted host")));

    [Fact]
    public void Forces_repress_a_crowd_that_riots() => Assert.Equal("FRA 175 RUS, RUS 145 FRA", Acts("""
        French   French   ADJ    2 amod
        police   police   NOUN   3 nsubj
        clashed  clash    VERB   0 root VBD
        with     with     ADP    6 case
        Russian  Russian  ADJ    6 amod
        rioters  rioter   NOUN   3 obl NNS
        """));

    [Fact]
    public void Whose_somebody_is_that_acts_must_stand_there() => Assert.Equal("", Acts("""
        The      the      DET    2 det
        police   police   NOUN   3 nsubj
        attacked attack   VERB   0 root VBD
        Russia   Russia   PROPN* 3 obj
        """));

    [Fact]
    public void What_is_planned_is_coded_as_the_act() => Assert.Equal("FRA 04 RUS", Acts("""
        France  France  PROPN*  3 nsubj
        will    will    AUX     3 aux
        meet    meet    VERB    0 root VB
        Russia  Russia  PROPN*  3 obj
        """));

    [Theory]
    [InlineData("attack", "FRA 13 RUS")]
    [InlineData("meet", "")]
    public void Violence_that_may_come_is_a_threat_and_what_else_may_be_is_not_coded(string verb, string expected) => Assert.Equal(expected, Acts($"""
        France  France  PROPN*  3 nsubj
        may     may     AUX     3 aux
        {verb}  {verb}  VERB    0 root VB
        Russia  Russia  PROPN*  3 obj
        """));

    [Fact]
    public void Violence_that_a_party_tells_of_is_its_accusation() => Assert.Equal("DEU 112 FRA", Acts("""
        Germany Germany PROPN*  2 nsubj
        said    say     VERB    0 root VBD
        France  France  PROPN*  4 nsubj
        attacked attack VERB    2 ccomp VBD
        Russia  Russia  PROPN*  4 obj
        """, document => document with { Quotations = [new Quotation(QuotationKind.Indirect, document.SpanOf(2, 5), 0, 1)] }));

    [Fact]
    public void Who_tells_of_his_own_violence_accuses_nobody() => Assert.Equal("FRA 190 RUS", Acts("""
        France  France  PROPN*  2 nsubj
        said    say     VERB    0 root VBD
        France  France  PROPN*  4 nsubj
        attacked attack VERB    2 ccomp VBD
        Russia  Russia  PROPN*  4 obj
        """, document => document with { Quotations = [new Quotation(QuotationKind.Indirect, document.SpanOf(2, 5), 0, 1)] }));
}
