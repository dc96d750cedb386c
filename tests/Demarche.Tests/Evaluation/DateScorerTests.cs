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

    [Theory]
    [InlineData("P2DE", "P20Y", true)]
    [InlineData("P2DE", "P2Y", false)]
    [InlineData("2010-SU", "2010-06/2010-09", true)]
    [InlineData("2010-SU", "2010-09/2010-12", false)]
    [InlineData("1989-W43", "1989-WXX", true)]
    [InlineData("1989-W43", "1988-WXX", false)]
    [InlineData("2019-11-19TNI", "2019-11-19", true)]
    [InlineData("XXXX-XX-XXT14:00", "14:00:00", true)]
    [InlineData("XXXX-XX-XXT14:00", "15:00:00", false)]
    [InlineData("-0508", "-508", true)]
    [InlineData("1900", "/1900", true)]
    [InlineData("2016-Q3", "2016-07-01/2016-09-30", true)]
    public void Two_writings_of_a_value_are_the_same(string system, string gold, bool same) => Assert.Equal(same, TimeValues.Same(system, gold));

    [Fact]
    public void Either_end_of_a_range_is_a_time_of_the_gold()
    {
        var told = TestDocument.Parse("""
            Burke Burke PROPN 0 root
            1729  1729  NUM   1 nmod
            -     -     PUNCT 4 punct
            1797  1797  NUM   2 nmod
            """);
        var read = told with { Times = [new TimeExpression(TimeKind.Date, 1, 4, "1729/1797", new TextDate(new DateOnly(1729, 1, 1), new DateOnly(1797, 12, 31), DatePrecision.Range, null))] };
        var sentence = told.Sentences[0].Span.Of(told.Article.Text);

        var scores = DateScorer.Compare([new GoldDate("test", null, "1729", "1729", sentence), new GoldDate("test", null, "1797", "1797", sentence)], new Dictionary<string, Document> { ["test"] = read }, "own");

        Assert.Equal(1.0, scores.Single(score => score.Measure == "value_recall").Value);
    }
}
