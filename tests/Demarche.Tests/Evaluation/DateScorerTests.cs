using Demarche.Documents;
using Demarche.Evaluation.Times;

namespace Demarche.Tests.Evaluation;

public class DateScorerTests
{
    // Prices fell in the 1990s.
    static readonly Document Told = TestDocument.Parse("""
        Prices price NOUN 2 nsubj
        fell   fall  VERB 0 root
        in     in    ADP  5 case
        the    the   DET  5 det
        1990s  1990s NOUN 2 obl
        """);

    static readonly Document Read = Told with
    {
        Times = [new TimeExpression(TimeKind.Date, 4, 5, "199", new TextDate(new DateOnly(1990, 1, 1), new DateOnly(1999, 12, 31), DatePrecision.Window, null))],
    };

    [Theory]
    [InlineData("199", 1.0)]
    [InlineData("1990-01-01/1999-12-31", 1.0)]
    [InlineData("1990/1999-12", 1.0)]
    [InlineData("1990/", 0.0)]
    [InlineData("-1990", 0.0)]
    public void A_value_is_right_if_it_is_the_same_or_means_the_same_days(string gold, double expected)
    {
        var scores = DateScorer.Compare([new GoldDate("test", null, gold, "1990s", Told.Sentences[0].Span.Of(Told.Article.Text))], new Dictionary<string, Document> { ["test"] = Read }, "own");

        Assert.Equal(expected, scores.Single(score => score.Measure == "value_recall").Value);
    }
}
