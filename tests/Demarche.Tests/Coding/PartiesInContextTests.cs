using Demarche.Coding;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;

namespace Demarche.Tests.Coding;

/// <summary>Parties that the words around or before the act tell, not the act's own phrase.</summary>
public class PartiesInContextTests
{
    static readonly Coder Coder = new(Repository.Data, new ActorRegister(Repository.Data), "test");

    [Fact]
    public void Rejecting_the_accusation_is_aimed_at_the_accuser_of_the_sentence_before()
    {
        var document = TestDocument.Parse("""
            France  France  PROPN*  2 nsubj
            accused accuse  VERB    0 root VBD
            Russia  Russia  PROPN*  2 obj

            Russia  Russia  PROPN*  2 nsubj
            rejected reject VERB    0 root VBD
            the     the     DET     4 det
            accusation accusation NOUN 2 obj
            """);

        var rejection = Assert.Single(Coder.Code(document).Events, one => one.Type == EventType.Reject);

        var accuser = Assert.Single(rejection.Recipients);
        Assert.Equal("FRA", accuser.Code);
        Assert.True(accuser.Implicit);
    }

    [Fact]
    public void Whoever_expelled_somebody_when_it_was_told_first_did_so_when_it_is_told_again()
    {
        var document = TestDocument.Parse("""
            Kenya    Kenya    PROPN*LOC 2 nsubj
            expelled expel    VERB      0 root VBD
            the      the      DET       4 det
            journalist journalist NOUN  2 obj
            Peter    Peter    PROPN*PER 4 appos
            Lang     Lang     PROPN*PER 5 flat

            Lang     Lang     PROPN*PER 3 nsubj:pass
            was      be       AUX       3 aux:pass VBD
            expelled expel    VERB      0 root VBN
            """);

        var told = Coder.Code(document).Events;

        Assert.Equal(2, told.Length);
        Assert.All(told, one => Assert.Equal(("KEN", "Peter Lang"), (Assert.Single(one.Actors).Code, Assert.Single(one.Recipients).Name)));
    }

    [Fact]
    public void What_stands_for_the_actor_is_no_recipient()
    {
        var document = TestDocument.Parse("""
            China   China   PROPN*  2 nsubj
            denied  deny    VERB    0 root VBD
            that    that    SCONJ   5 mark
            it      it      PRON    5 nsubj
            sends   send    VERB    2 ccomp VBZ
            weapons weapon  NOUN    5 obj
            to      to      ADP     8 case
            Russia  Russia  PROPN*  5 obl
            """);
        document = document with { Coreference = [new CoreferenceLink(3, [0])] };

        var denial = Assert.Single(Coder.Code(document).Events, one => one.Type == EventType.Reject);

        Assert.DoesNotContain(denial.Recipients, party => party.Code == "CHN");
    }

    [Fact]
    public void A_dateline_is_no_party()
    {
        var document = TestDocument.Parse("""
            HANOI   HANOI   PROPN*  4 nsubj
            —       —       PUNCT   1 punct
            France  France  PROPN*  1 appos
            accused accuse  VERB    0 root VBD
            Russia  Russia  PROPN*  4 obj
            """);

        Assert.Equal("FRA", Assert.Single(Assert.Single(Coder.Code(document).Events).Actors).Code);
    }

    [Fact]
    public void A_visitor_meets_his_hosts_but_states_without_a_visit_meet_each_other()
    {
        const string Meeting = """
            France  France  PROPN*  2 nsubj
            met     meet    VERB    0 root VBD
            Russia  Russia  PROPN*  2 obj
            """;
        var document = TestDocument.Parse($"""
            France  France  PROPN*  2 nsubj
            visited visit   VERB    0 root VBD
            Russia  Russia  PROPN*  2 obj

            {Meeting}
            """);

        var hosted = Assert.Single(Coder.Code(document).Events, one => one.TriggerText == "met");
        var mutual = Assert.Single(Coder.Code(TestDocument.Parse(Meeting)).Events);

        Assert.Equal(("FRA", "RUS"), (Assert.Single(hosted.Actors).Code, Assert.Single(hosted.Recipients).Code));
        Assert.Equal(["FRA", "RUS"], mutual.Actors.Select(actor => actor.Code));
        Assert.Empty(mutual.Recipients);
    }

    [Fact]
    public void Those_who_are_counted_are_the_party()
    {
        var document = TestDocument.Parse("""
            Thousands thousand NOUN 4 nsubj
            of      of      ADP     3 case
            people  people  NOUN    1 nmod
            protested protest VERB  0 root VBD
            against against ADP     6 case
            Russia  Russia  PROPN*  4 obl
            """);

        Assert.Equal("CVL", Assert.Single(Assert.Single(Coder.Code(document).Events).Actors).Sector);
    }

    [Fact]
    public void What_somebody_is_accused_of_is_no_part_of_him()
    {
        var document = TestDocument.Parse("""
            France  France  PROPN*  2 nsubj
            accused accuse  VERB    0 root VBD
            the     the     DET     5 det
            Russian Russian ADJ     5 amod
            president president NOUN 2 obj
            of      of      ADP     7 case
            stalling stalling NOUN  5 nmod
            """);

        Assert.Equal("the Russian president", Assert.Single(Assert.Single(Coder.Code(document).Events).Recipients).Text);
    }

    [Theory]
    [InlineData("arrested arrest", "GBR")]
    [InlineData("attacked attack", null)]
    public void What_states_do_to_persons_is_done_by_the_country_where_it_is_done(string verb, string? expected)
    {
        var document = TestDocument.Parse($"""
            A       a       DET     3 det
            French  french  ADJ     3 amod
            journalist journalist NOUN 5 nsubj:pass
            was     be      AUX     5 aux:pass
            {verb}  VERB    0 root VBN
            in      in      ADP     7 case
            Leeds   Leeds   PROPN*  5 obl
            """);
        document = document with { Places = [new PlaceMention(6, 7, new Place("Leeds", "GBR", 53.8, -1.55, null, "city"))] };

        var told = Assert.Single(Coder.Code(document).Events);

        Assert.Equal(expected, told.Actors.SingleOrDefault()?.Code);
        Assert.All(told.Actors, actor => Assert.True(actor.Implicit && actor.Text is null));
    }

    [Fact]
    public void Role_holders_of_several_states_are_a_party_for_each()
    {
        var document = TestDocument.Parse("""
            The       the      DET    2 det
            ministers minister NOUN   7 nsubj NNS
            of        of       ADP    4 case
            France    France   PROPN* 2 nmod
            and       and      CCONJ  6 cc
            Italy     Italy    PROPN* 4 conj
            condemned condemn  VERB   0 root VBD
            Russia    Russia   PROPN* 7 obj
            """);

        Assert.Equal([("FRA", "GOV"), ("ITA", "GOV")], Assert.Single(Coder.Code(document).Events).Actors.Select(party => (party.Code, party.Sector)));
    }

    [Fact]
    public void Nationalities_before_a_role_are_a_party_each()
    {
        var document = TestDocument.Parse("""
            Russian   Russian  ADJ    4 amod
            and       and      CCONJ  3 cc
            Chinese   Chinese  ADJ    1 conj
            soldiers  soldier  NOUN   5 nsubj NNS
            attacked  attack   VERB   0 root VBD
            France    France   PROPN* 5 obj
            """);

        var actors = Assert.Single(Coder.Code(document).Events).Actors;

        Assert.Equal([("RUS", "MIL"), ("CHN", "MIL")], actors.Select(party => (party.Code, party.Sector)));
        Assert.Equal("Chinese", actors[1].Span!.Value.Of(document.Article.Text));
    }
}
