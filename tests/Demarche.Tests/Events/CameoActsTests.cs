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

    [Theory]
    [InlineData("each", "other", "FRA 112 RUS, RUS 112 FRA")]
    [InlineData("one", "another", "FRA 112 RUS, RUS 112 FRA")]
    [InlineData("the", "rebels", "")]
    public void Accusers_side_by_side_accuse_each_other_where_the_words_say_so(string first, string second, string expected) => Assert.Equal(expected, Acts($"""
        France   France   PROPN* 4 nsubj
        and      and      CCONJ  3 cc
        Russia   Russia   PROPN* 1 conj
        accused  accuse   VERB   0 root VBD
        {first}  {first}  DET    6 det
        {second} {second} NOUN   4 obj
        """));

    [Fact]
    public void Support_from_two_sides_is_not_of_one_for_the_other() => Assert.Equal("", Acts("""
        the      the      DET    2 det
        plan     plan     NOUN   3 nsubj
        won      win      VERB   0 root VBD
        support  support  NOUN   3 obj
        from     from     ADP    6 case
        France   France   PROPN* 4 nmod
        and      and      CCONJ  8 cc
        Russia   Russia   PROPN* 6 conj
        """));

    [Fact]
    public void An_agreement_is_signed_by_both_with_each_other() => Assert.Equal("FRA 057 RUS, RUS 057 FRA", Acts("""
        France   France   PROPN* 4 nsubj
        and      and      CCONJ  3 cc
        Russia   Russia   PROPN* 1 conj
        signed   sign     VERB   0 root VBD
        a        a        DET    6 det
        treaty   treaty   NOUN   4 obj
        """));

    [Theory]
    [InlineData("promised promise", "FRA 17 RUS")]
    [InlineData("threatened threaten", "FRA 13 RUS")]
    public void A_promise_to_punish_is_the_punishment_meant_and_a_threat_is_a_threat(string verb, string expected) => Assert.StartsWith(expected, Acts($"""
        France   France   PROPN* 2 nsubj
        {verb}   VERB     0 root VBD
        to       to       PART   4 mark
        deport   deport   VERB   2 xcomp VB
        Russia   Russia   PROPN* 4 obj
        """).Replace("136", "13", StringComparison.Ordinal), StringComparison.Ordinal);

    [Fact]
    public void Whoever_comes_behind_the_meeting_still_meets_his_guest() => Assert.Equal("FRA 04 RUS", Acts("""
        After    after    SCONJ  2 mark
        meeting  meet     VERB   6 advcl VBG
        Russia   Russia   PROPN* 2 obj
        ,        ,        PUNCT  2 punct
        France   France   PROPN* 6 nsubj
        resigned resign   VERB   0 root VBD
        """));

    [Fact]
    public void Who_is_told_to_receive_a_guest_hosts_and_the_guest_visits() => Assert.Equal("FRA 043 RUS, RUS 042 FRA", Acts(Clause("hosted host")));

    [Fact]
    public void Whoever_is_received_visits_and_whoever_receives_him_hosts() => Assert.Equal("FRA 042 RUS, RUS 043 FRA", Acts("""
        France   France   PROPN* 3 nsubj:pass
        was      be       AUX    3 aux:pass
        received receive  VERB   0 root VBN
        by       by       ADP    5 case
        Russia   Russia   PROPN* 3 obl:agent
        """));

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

    [Fact]
    public void What_somebody_is_punished_for_is_told_with_the_punishment() => Assert.Equal("FRA 173 RUS", Acts("""
        France  France  PROPN*  2 nsubj
        jailed  jail    VERB    0 root VBD
        Russia  Russia  PROPN*  2 obj
        for     for     SCONJ   5 mark
        bombing bomb    VERB    2 advcl VBG
        Chad    Chad    PROPN*  5 obj
        """));

    [Fact]
    public void Sides_of_one_country_deal_with_each_other() => Assert.Equal("FRA 057 FRA", Acts("""
        French     French     ADJ    2 amod
        ministers  minister   NOUN   6 nsubj NNS
        and        and        CCONJ  5 cc
        French     French     ADJ    5 amod
        rebels     rebel      NOUN   2 conj NNS
        signed     sign       VERB   0 root VBD
        a          a          DET    8 det
        treaty     treaty     NOUN   6 obj
        """));

    [Fact]
    public void Who_would_not_allow_it_refuses() => Assert.Equal("FRA 12 RUS", Acts("""
        France  France  PROPN*  4 nsubj
        would   would   AUX     4 aux
        not     not     PART    4 advmod
        allow   allow   VERB    0 root VB
        Russia  Russia  PROPN*  4 obj
        to      to      PART    7 mark
        vote    vote    VERB    4 xcomp VB
        """));

    [Fact]
    public void Violence_that_is_planned_is_a_threat() => Assert.StartsWith("FRA 13", Acts("""
        France  France  PROPN*  3 nsubj
        will    will    AUX     3 aux
        attack  attack  VERB    0 root VB
        Russia  Russia  PROPN*  3 obj
        """), StringComparison.Ordinal);

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
