using Demarche.Documents;
using Demarche.Language.Coreference;

namespace Demarche.Tests.Language.Coreference;

public class CoreferenceResolverTests
{
    static readonly CoreferenceResolver Resolver = new(Repository.Data, "en");

    static string Resolve(string lines)
    {
        var document = TestDocument.Parse(lines);
        return string.Join("; ", Resolver.Resolve(document.Tokens, document.Sentences, document.Names)
            .Select(link => $"{document.Tokens.Forms[link.Anaphor]} = {string.Join(" + ", link.Antecedents.Select(head => document.Tokens.Forms[head]))}"));
    }

    const string KhreninArrives = """
        Defence  defence  NOUN      2 compound
        Minister minister PROPN     4 nsubj
        Khrenin  Khrenin  PROPN*PER 2 flat
        arrived  arrive   VERB      0 root
        .        .        PUNCT     4 punct


        """;

    [Fact]
    public void The_minister_is_whoever_has_that_office() =>
        Assert.Equal("minister = Minister", Resolve(KhreninArrives + """
            The      the      DET  2 det
            minister minister NOUN 3 nsubj
            left     leave    VERB 0 root
            """));

    [Fact]
    public void The_foreign_minister_is_not_the_defence_minister() =>
        Assert.Equal("", Resolve(KhreninArrives + """
            The      the      DET  3 det
            foreign  foreign  ADJ  3 amod
            minister minister NOUN 4 nsubj
            left     leave    VERB 0 root
            """));

    [Fact]
    public void The_minister_of_another_country_is_somebody_else() =>
        Assert.Equal("", Resolve(KhreninArrives + """
            The      the      DET       2 det
            minister minister NOUN      5 nsubj
            of       of       ADP       4 case
            Chile    Chile    PROPN*LOC 2 nmod
            left     leave    VERB      0 root
            """));

    [Fact]
    public void He_is_the_subject_of_the_sentence_before() =>
        Assert.Equal("He = Minister", Resolve(KhreninArrives + """
            He   he    PRON 2 nsubj
            left leave VERB 0 root
            """));

    [Fact]
    public void She_is_not_a_man() =>
        Assert.Equal("She = Annalena", Resolve("""
            Annalena Annalena PROPN*PER 3 nsubj
            Baerbock Baerbock PROPN*PER 1 flat
            met      meet     VERB      0 root
            Viktor   Viktor   PROPN*PER 3 obj
            Khrenin  Khrenin  PROPN*PER 4 flat

            She  she   PRON 2 nsubj
            left leave VERB 0 root
            """));

    [Fact]
    public void He_is_nobody_else_in_his_own_clause() =>
        Assert.Equal("", Resolve("""
            Viktor  Viktor PROPN*PER 2 nsubj
            praised praise VERB      0 root
            him     he     PRON      2 obj
            """));

    [Fact]
    public void Who_is_quoted_does_not_call_himself_he() =>
        Assert.Equal("", Resolve("""
            Viktor  Viktor  PROPN*PER 3 nsubj
            Khrenin Khrenin PROPN*PER 1 flat
            said    say     VERB      0 root
            “       “       PUNCT     6 punct
            He      he      PRON      6 nsubj
            lies    lie     VERB      3 ccomp
            ”       ”       PUNCT     6 punct
            """));

    [Fact]
    public void He_as_a_surname_is_no_pronoun() =>
        Assert.Equal("Premier = He", Resolve("""
            He     He     PROPN*PER 3 nsubj
            Lifeng Lifeng PROPN*PER 1 flat
            left   leave  VERB      0 root

            Vice    vice    ADJ       2 amod
            Premier premier NOUN      4 nsubj
            He      He      PROPN*PER 2 flat
            spoke   speak   VERB      0 root
            """));

    [Fact]
    public void A_surname_stands_for_the_full_name() =>
        Assert.Equal("Li = Li", Resolve("""
            Li      Li      PROPN*PER 3 nsubj
            Shangfu Shangfu PROPN*PER 1 flat
            came    come    VERB      0 root

            Li   Li    PROPN*PER 2 nsubj
            left leave VERB      0 root
            """));

    [Fact]
    public void Two_of_one_family_are_two() =>
        Assert.Equal("", Resolve("""
            Kim  Kim  PROPN*PER 4 nsubj
            Jong Jong PROPN*PER 1 flat
            Un   Un   PROPN*PER 1 flat
            came come VERB      0 root

            Kim  Kim   PROPN*PER 4 nsubj
            Yo   Yo    PROPN*PER 1 flat
            Jong Jong  PROPN*PER 1 flat
            left leave VERB      0 root
            """));

    [Fact]
    public void The_two_sides_are_the_last_two_states() =>
        Assert.Equal("sides = China + Washington", Resolve("""
            China      China      PROPN*LOC 2 nsubj
            accused    accuse     VERB      0 root
            Washington Washington PROPN*LOC 2 obj

            The   the  DET  3 det
            two   two  NUM  3 nummod
            sides side NOUN 4 nsubj NNS
            met   meet VERB 0 root
            """));

    [Fact]
    public void Three_states_make_no_two_sides() =>
        Assert.Equal("", Resolve("""
            China China PROPN*LOC  6 nsubj
            ,     ,     PUNCT      3 punct
            Peru  Peru  PROPN*LOC  1 conj
            and   and   CCONJ      5 cc
            Chile Chile PROPN*+LOC 1 conj
            met   meet  VERB       0 root

            The   the   DET  3 det
            two   two   NUM  3 nummod
            sides side  NOUN 4 nsubj NNS
            left  leave VERB 0 root
            """));

    [Fact]
    public void Letters_stand_for_the_institute_they_begin() =>
        Assert.Equal("ISW = Institute; ISW = Institute", Resolve("""
            The       the       DET       2 det
            Institute Institute PROPN*ORG 11 nsubj
            for       for       ADP*ORG   5 case
            the       the       DET*ORG   5 det
            Study     Study     PROPN*ORG 2 nmod
            of        of        ADP*ORG   7 case
            War       War       PROPN*ORG 5 nmod
            (         (         PUNCT     9 punct
            ISW       ISW       PROPN*ORG 2 appos
            )         )         PUNCT     9 punct
            wrote     write     VERB      0 root

            ISW   ISW   PROPN*ORG 2 nsubj
            spoke speak VERB      0 root
            """));

    [Fact]
    public void The_ministry_is_a_body_with_that_word_in_its_name() =>
        Assert.Equal("ministry = Ministry", Resolve("""
            The      the      DET       2 det
            Ministry Ministry PROPN*ORG 5 nsubj
            of       of       ADP*ORG   4 case
            Defence  Defence  PROPN*ORG 2 nmod
            denied   deny     VERB      0 root
            it       it       PRON      5 obj

            The      the      DET  2 det
            ministry ministry NOUN 3 nsubj
            lied     lie      VERB 0 root
            """));

    [Fact]
    public void It_in_it_is_likely_that_is_nobody() =>
        Assert.Equal("", Resolve("""
            China   China   PROPN*LOC 2 nsubj
            denied  deny    VERB      0 root
            this    this    PRON      2 obj

            It      it      PRON 3 nsubj
            is      be      AUX  3 cop
            likely  likely  ADJ  0 root
            that    that    SCONJ 6 mark
            talks   talk    NOUN 6 nsubj
            fail    fail    VERB 3 csubj
            """));

    [Fact]
    public void It_in_it_is_the_Senate_that_is_nobody() =>
        Assert.Equal("", Resolve("""
            China   China   PROPN*LOC 2 nsubj
            denied  deny    VERB      0 root
            this    this    PRON      2 obj

            It      it      PRON      4 nsubj
            is      be      AUX       4 cop
            the     the     DET       4 det
            Senate  Senate  PROPN*ORG 0 root
            that    that    PRON      6 nsubj
            failed  fail    VERB      4 acl:relcl
            """));

    [Fact]
    public void His_in_a_phrase_that_opens_the_sentence_is_its_subject() =>
        Assert.Equal("his = Pavel", Resolve("""
            Pavel  Pavel  PROPN*PER 2 nsubj
            met    meet   VERB      0 root
            Viktor Viktor PROPN*PER 2 obj

            Viktor Viktor PROPN*PER 2 nsubj
            left   leave  VERB      0 root

            In     in     ADP       3 case
            his    he     PRON      3 nmod:poss
            speech speech NOUN      5 obl
            Pavel  Pavel  PROPN*PER 5 nsubj
            smiled smile  VERB      0 root
            """));

    [Fact]
    public void His_in_what_somebody_owns_is_the_owner() =>
        Assert.Equal("his = Pavel", Resolve("""
            Viktor   Viktor   PROPN*PER 2 nsubj
            backed   back     VERB      0 root
            Pavel    Pavel    PROPN*PER 5 nmod:poss
            's       's       PART      3 case
            hopes    hope     NOUN      2 obj
            for      for      ADP       8 case
            his      he       PRON      8 nmod:poss
            country  country  NOUN      5 nmod
            """));

    [Fact]
    public void They_are_the_many_not_the_one() =>
        Assert.Equal("They = Protesters", Resolve("""
            Protesters protester NOUN      2 nsubj  NNS
            met        meet      VERB      0 root
            Viktor     Viktor    PROPN*PER 2 obj

            They they  PRON 2 nsubj
            left leave VERB 0 root
            """));

    [Theory]
    [InlineData("saw see", "They = Protesters")]
    [InlineData("killed kill", "")]
    public void The_dead_do_nothing_in_the_sentences_after(string verb, string expected) =>
        Assert.Equal(expected, Resolve($"""
            Viktor     Viktor    PROPN*PER 2 nsubj
            {verb} VERB 0 root
            Protesters protester NOUN      2 obj    NNS

            They they  PRON 2 nsubj
            left leave VERB 0 root
            """));

    [Fact]
    public void Where_two_are_as_likely_nothing_is_said() =>
        Assert.Equal("", Resolve("""
            When   when   ADV       3 advmod
            Viktor Viktor PROPN*PER 3 nsubj
            spoke  speak  VERB      5 advcl
            Pavel  Pavel  PROPN*PER 5 nsubj
            left   leave  VERB      0 root

            He     he     PRON 2 nsubj
            smiled smile  VERB 0 root
            """));

    [Fact]
    public void No_link_leads_to_an_anaphor()
    {
        var document = TestDocument.Parse(KhreninArrives + """
            He   he    PRON 2 nsubj
            left leave VERB 0 root

            Later later ADV  4 advmod
            the   the   DET  3 det
            minister minister NOUN 4 nsubj
            spoke speak VERB 0 root
            """);
        var links = Resolver.Resolve(document.Tokens, document.Sentences, document.Names);

        Assert.Equal(2, links.Length);
        Assert.Empty(links.SelectMany(link => link.Antecedents).Intersect(links.Select(link => link.Anaphor)));
    }
}
