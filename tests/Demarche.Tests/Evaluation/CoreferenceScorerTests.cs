using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Evaluation.Coreference;

namespace Demarche.Tests.Evaluation;

public class CoreferenceScorerTests
{
    static readonly Document Told = WithFeatures(TestDocument.Parse("""
        Lindqvist Lindqvist PROPN 2 nsubj
        met       meet      VERB  0 root
        Ortega    Ortega    PROPN 2 obj

        The       the       DET   2 det
        minister  minister  NOUN  3 nsubj
        left      leave     VERB  0 root

        She       she       PRON  2 nsubj
        slept     sleep     VERB  0 root
        """), (3, "Definite=Def"), (6, "Person=3"));

    static readonly GoldMention[] Gold =
    [
        Mention(1, 1, 1, "lindqvist"), Mention(1, 3, 3, "ortega"), Mention(2, 1, 2, "lindqvist"), Mention(3, 1, 1, "lindqvist"),
    ];

    [Theory]
    [InlineData(4, 0, "noun", 1.0, 1.0)]
    [InlineData(4, 2, "noun", 0.0, 0.0)]
    [InlineData(6, 0, "pronoun", 1.0, 1.0)]
    [InlineData(6, 2, "pronoun", 0.0, 0.0)]
    [InlineData(6, 0, "noun", 0.0, 0.0)]
    public void A_link_is_right_if_it_leads_into_the_cluster(int anaphor, int antecedent, string kind, double precision, double recall)
    {
        var linked = Told with { Coreference = [new CoreferenceLink(anaphor, [antecedent])] };

        var scores = CoreferenceScorer.Compare(Gold, [Told], [linked], "own").Where(score => score.Data == $"own/{kind}").ToDictionary(score => score.Measure, score => score.Value);

        Assert.Equal((precision, recall), (scores["precision"], scores["recall"]));
    }

    static GoldMention Mention(int sentence, int first, int last, string cluster) => new(Told.Article.Id.Value, sentence, first, sentence, last, cluster, "person");

    static Document WithFeatures(Document document, params ReadOnlySpan<(int Token, string Features)> given)
    {
        var features = document.Tokens.Features.ToBuilder();
        foreach (var (token, value) in given)
            features[token] = value;
        return document with { Tokens = document.Tokens with { Features = features.ToImmutable() } };
    }
}
