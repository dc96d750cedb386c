using System.Text;
using Demarche.Coding;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Tests.Coding.Claims;

public class ClaimFinderTests
{
    static readonly ClaimFinder Finder = ClaimFinder.Load(Repository.Data, new AttributionReader(), "test");

    static Document Saying(string cue, string modal) => TestDocument.Parse($"""
        Analysts analyst NOUN  2 nsubj
        {cue} VERB 0 root
        that     that    SCONJ 6 mark
        talks    talk    NOUN  6 nsubj
        {modal} AUX 6 aux
        fail     fail    VERB  2 ccomp
        """) is var document ? document with { Quotations = [new Quotation(QuotationKind.Indirect, document.SpanOf(3, 6), 0, 1)] } : null!;

    [Theory]
    [InlineData("denied deny", "did do", ClaimKind.Denial)]
    [InlineData("alleged allege", "did do", ClaimKind.Allegation)]
    [InlineData("predicted predict", "will will", ClaimKind.Forecast)]
    [InlineData("believe believe", "did do", ClaimKind.Assessment)]
    [InlineData("recommended recommend", "should should", ClaimKind.Recommendation)]
    [InlineData("said say", "should should", ClaimKind.Recommendation)]
    [InlineData("said say", "may may", ClaimKind.Assessment)]
    [InlineData("said say", "will will", ClaimKind.Forecast)]
    public void The_reporting_word_or_else_the_content_decides_the_kind(string cue, string modal, ClaimKind expected)
    {
        var claim = Assert.Single(Finder.Find(Saying(cue, modal), []));

        Assert.Equal(expected, claim.Kind);
        Assert.Equal("Analysts", claim.Holder?.Text);
        Assert.Equal($"talks {modal.Split(' ')[0]} fail", claim.Proposition);
    }

    [Fact]
    public void A_plain_report_is_no_claim()
    {
        Assert.Empty(Finder.Find(Saying("said say", "did do"), []));
    }

    [Fact]
    public void A_denial_links_to_what_is_denied_and_a_told_act_is_no_assessment()
    {
        var denied = Saying("denied deny", "did do");
        var told = EventAt(denied, 5);

        Assert.Equal([told.Id], Assert.Single(Finder.Find(denied, [told])).About);
        Assert.Empty(Finder.Find(Saying("believe believe", "may may"), [EventAt(Saying("believe believe", "may may"), 5)]));
    }

    // Beijing called the resolution a farce. / The army denied it.
    [Theory]
    [InlineData("called call", "a a", "farce farce", ClaimKind.Framing, "vote a farce")]
    [InlineData("opposes oppose", "this this", "week week", ClaimKind.Stance, "vote")]
    public void What_is_held_may_be_an_object(string verb, string article, string complement, ClaimKind expected, string proposition)
    {
        var document = TestDocument.Parse($"""
            Beijing Beijing PROPN 2 nsubj
            {verb}          VERB  0 root
            vote    vote    NOUN  2 obj
            {article}       DET   5 det
            {complement}    NOUN  2 {(expected == ClaimKind.Framing ? "obj" : "obl:unmarked")}
            """);

        var claim = Assert.Single(Finder.Find(document, []));

        Assert.Equal((expected, proposition, "Beijing"), (claim.Kind, claim.Proposition, claim.Holder?.Text));
    }

    [Theory]
    [InlineData("claim: denials\nverbs: deny\nsource: own", "claims.txt:1: unknown claim 'denials'")]
    [InlineData("claim: denial\nverbs: deny", "claims.txt:1: expected 'source:' in every record")]
    [InlineData("claim: denial\nwords: deny\nsource: own", "claims.txt:2: unknown key 'words'")]
    public void A_broken_lexicon_is_refused_with_its_place(string text, string message)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));

        var problem = Assert.Throws<DataFileException>(() => ClaimLexicon.Read(stream, "claims.txt"));

        Assert.StartsWith(message, problem.Message, StringComparison.Ordinal);
    }

    static ReportedEvent EventAt(Document document, int trigger) => new()
    {
        Id = new ReportedEventId("r-1"),
        Document = document.Article.Id,
        TextSha256 = document.Article.Sha256,
        Type = EventType.Reject,
        Status = EventStatus.Denied,
        Sentence = document.Article.Text,
        Evidence = document.Sentences[0].Span,
        Trigger = document.Tokens.Spans[trigger],
        TriggerText = document.Tokens.Forms[trigger],
        Rule = "test",
        Version = "test",
    };
}
