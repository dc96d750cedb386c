using Demarche.Documents;
using Demarche.Evaluation.Syntax;

namespace Demarche.Tests.Evaluation;

public class SyntaxScorerTests
{
    const string Gold = """
        Troops troops NOUN 2 nsubj
        shelled shell VERB 0 root
        Darat Darat PROPN 2 obj
        . . PUNCT 2 punct
        """;

    [Fact]
    public void A_parse_agrees_with_itself()
    {
        var document = TestDocument.Parse(Gold);

        Assert.All(SyntaxScorer.Compare([document], [document], "own"), score => Assert.Equal(1, score.Value));
    }

    [Fact]
    public void A_wrong_head_costs_attachment_but_no_tag()
    {
        var scores = Compare(Gold.Replace("PROPN 2 obj", "PROPN 1 obj", StringComparison.Ordinal));

        Assert.Equal(1, scores["UPOS"]);
        Assert.Equal(0.75, scores["UAS"]);
        Assert.Equal(0.5, scores["Core"]);
    }

    [Fact]
    public void A_wrong_label_costs_attachment_with_label_only()
    {
        var scores = Compare(Gold.Replace("2 obj", "2 obl", StringComparison.Ordinal));

        Assert.Equal(1, scores["UAS"]);
        Assert.Equal(0.75, scores["LAS"]);
    }

    [Fact]
    public void Other_characters_cannot_be_compared() =>
        Assert.Throws<ArgumentException>(() => Compare(Gold.Replace("Darat", "Barat", StringComparison.Ordinal)));

    static Dictionary<string, double> Compare(string system) =>
        SyntaxScorer.Compare([TestDocument.Parse(Gold)], [TestDocument.Parse(system)], "own").ToDictionary(score => score.Measure, score => score.Value);
}
