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
    public void A_meeting_is_an_act_of_either_side() => Assert.Equal("FRA 04 RUS, RUS 04 FRA", Acts(Clause("met meet")));

    [Fact]
    public void What_is_planned_is_coded_as_the_act() => Assert.Equal("FRA 04 RUS, RUS 04 FRA", Acts("""
        France  France  PROPN*  3 nsubj
        will    will    AUX     3 aux
        meet    meet    VERB    0 root VB
        Russia  Russia  PROPN*  3 obj
        """));

    [Fact]
    public void What_may_be_is_not_coded() => Assert.Equal("", Acts("""
        France  France  PROPN*  3 nsubj
        may     may     AUX     3 aux
        attack  attack  VERB    0 root VB
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
}
