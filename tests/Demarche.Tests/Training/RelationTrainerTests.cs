using Demarche.Coding.Scoring;
using Demarche.Knowledge;
using Demarche.Training;

namespace Demarche.Tests.Training;

public sealed class RelationTrainerTests
{
    static readonly Ontology Ontology = new(Repository.Data, Codebook.Benchmark);

    static readonly RelationExample[] Examples =
    [
        Example(EventType.Assault, "way bomb", "word town"), Example(EventType.Assault, "way bomb", "word night"),
        Example(EventType.Coerce, "way jail", "word town"), Example(EventType.Coerce, "way jail", "word night"),
        Example(EventType.Aid, "way feed", "word town"), Example(EventType.Aid, "way feed", "word night"),
    ];

    [Fact]
    public void It_learns_which_word_tells_the_type()
    {
        var scorer = new RelationModel(Trainer(1).Train(Examples));

        Assert.Equal(EventType.Coerce, RelationModel.Types[scorer.Choose(["way jail", "word town"], Ontology)]);
        Assert.Equal("way feed", scorer.Reasons(["way feed", "word night"], RelationModel.Column(EventType.Aid)).First().Feature);
    }

    [Fact]
    public void Two_words_that_met_in_one_sentence_alone_are_not_learned_a_single_word_is()
    {
        var learned = Trainer(1).Train([.. Examples, Example(EventType.Aid, "way feed", "words at dawn", "word dawn")]);

        Assert.DoesNotContain("words at dawn", learned.Keys);
        Assert.Contains("word dawn", learned.Keys);
    }

    [Fact]
    public void The_same_seed_gives_the_same_weights()
    {
        var first = Trainer(7).Train(Examples);
        var second = Trainer(7).Train(Examples);

        Assert.All(first, pair => Assert.Equal(pair.Value, second[pair.Key]));
    }

    static RelationTrainer Trainer(ulong seed) => new([.. RelationModel.Types.Select(Ontology.Quad)], seed);

    static RelationExample Example(EventType type, params string[] features) => new(features, RelationModel.Column(type));
}
