using Demarche.Coding;
using Demarche.Documents;
using Demarche.Knowledge.Actors;

namespace Demarche.Tests.Coding.Attribution;

public class AttributionReaderTests
{
    // Petrov told TASS of the meeting; TASS tells us.
    static readonly Document Chain = TestDocument.Parse("""
        Ministers minister NOUN     3 nsubj
        will      will     AUX      3 aux
        meet      meet     VERB     0 root
        ,         ,        PUNCT    6 punct
        TASS      TASS     PROPN*ORG 6 nsubj
        said      say      VERB     3 parataxis
        ,         ,        PUNCT    8 punct
        quoting   quote    VERB     6 advcl
        Petrov    Petrov   PROPN*PER 8 obj
        """);

    static Document WithQuotations(params Quotation[] quotations) => Chain with { Quotations = [.. quotations] };

    static TextSpan Content => Chain.SpanOf(0, 3);

    [Fact]
    public void The_chain_is_outermost_first()
    {
        var document = WithQuotations(new(QuotationKind.Indirect, Content, 4, 5), new(QuotationKind.Indirect, Content, 8, 7));

        var chain = new AttributionReader().Read(document, 2);

        Assert.Equal(["TASS", "Petrov"], chain.Select(holder => holder.Text));
        Assert.Equal(["say", "quote"], chain.Select(holder => holder.Verb));
    }

    [Fact]
    public void A_verb_of_saying_does_not_hold_itself()
    {
        var document = WithQuotations(new Quotation(QuotationKind.Indirect, Chain.SpanOf(0, 9), 4, 5));

        Assert.Empty(new AttributionReader().Read(document, 5));
    }

    [Fact]
    public void Nobody_named_is_nobody()
    {
        Assert.Empty(new AttributionReader().Read(WithQuotations(new Quotation(QuotationKind.Indirect, Content, -1, 5)), 2));
    }

    [Fact]
    public void A_pronoun_is_taken_for_what_it_stands_for()
    {
        var document = TestDocument.Parse("""
            Petrov  Petrov PROPN*PER 2 nsubj
            arrived arrive VERB      0 root

            Talks   talk   NOUN 2 nsubj
            failed  fail   VERB 0 root
            ,       ,      PUNCT 5 punct
            he      he     PRON 5 nsubj
            said    say    VERB 2 parataxis
            """);
        document = document with
        {
            Quotations = [new Quotation(QuotationKind.Indirect, document.SpanOf(2, 4), 5, 6)],
            Coreference = [new CoreferenceLink(5, [0])],
        };

        Assert.Equal("Petrov", Assert.Single(new AttributionReader().Read(document, 3)).Text);
        Assert.Equal("he", Assert.Single(new AttributionReader().Read(document with { Coreference = [] }, 3)).Text);
    }

    [Fact]
    public void The_register_names_the_holder()
    {
        var document = TestDocument.Parse("""
            Talks    talk     NOUN 2 nsubj
            failed   fail     VERB 0 root
            ,        ,        PUNCT 7 punct
            the      the      DET  6 det
            Russian  Russian  ADJ  6 amod
            army     army     NOUN 7 nsubj
            said     say      VERB 2 parataxis
            """);
        document = document with { Quotations = [new Quotation(QuotationKind.Indirect, document.SpanOf(0, 2), 5, 6)] };

        var holder = Assert.Single(new AttributionReader(new ActorRegister(Repository.Data)).Read(document, 1));

        Assert.Equal(("the Russian army", "RUS", "MIL"), (holder.Text, holder.Code, holder.Sector));
    }
}
