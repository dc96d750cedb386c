using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Evaluation;
using Demarche.Evaluation.Quotations;

namespace Demarche.Tests.Evaluation;

public class QuotationScorerTests
{
    // Envoys who spoke said talks failed.
    static readonly Document Told = TestDocument.Parse("""
        Envoys envoy  NOUN 4 nsubj
        who    who    PRON 3 nsubj
        spoke  speak  VERB 1 acl:relcl
        said   say    VERB 0 root
        talks  talk   NOUN 6 nsubj
        failed fail   VERB 4 ccomp
        """);

    [Theory]
    [InlineData(0, 4, 6, 1.0, 1.0)]
    [InlineData(4, 4, 6, 1.0, 0.0)]
    [InlineData(-1, 4, 6, 1.0, 0.0)]
    [InlineData(0, 0, 6, 0.0, 0.0)]
    [InlineData(0, 5, 6, 1.0, 1.0)]
    public void Content_must_share_half_and_the_speaker_lie_in_the_source(int speaker, int first, int end, double content, double right)
    {
        var scores = Compare([Span(0, 1)], [Span(4, 6)], new Quotation(QuotationKind.Indirect, Span(first, end), speaker, 3));

        Assert.Equal((content, right), (scores("content_recall"), scores("speaker_recall")));
    }

    [Fact]
    public void A_relative_pronoun_stands_for_its_noun() =>
        Assert.Equal(1.0, Compare([Span(1, 2)], [Span(4, 6)], new Quotation(QuotationKind.Indirect, Span(4, 6), 0, 3))("speaker_recall"));

    [Fact]
    public void Parts_of_one_cue_are_one_quotation_where_the_gold_has_it_so() =>
        Assert.Equal(1.0, Compare([Span(0, 1)], [Span(4, 5), Span(5, 6)], new Quotation(QuotationKind.Direct, Span(4, 5), 0, 3), new Quotation(QuotationKind.Direct, Span(5, 6), 0, -1))("content_recall"));

    static Func<string, double> Compare(ImmutableArray<TextSpan> source, ImmutableArray<TextSpan> content, params ReadOnlySpan<Quotation> system)
    {
        var gold = new QuotedText("test", Told.Article.Text, [new GoldQuotation(content, source, [Span(3, 4)])]);
        IReadOnlyList<Score> scores = [.. QuotationScorer.Compare([gold], [Told with { Quotations = [.. system] }], "own").Where(score => score.Data == "own")];
        return measure => scores.Single(score => score.Measure == measure).Value;
    }

    static TextSpan Span(int first, int end) => Told.SpanOf(first, end);
}
