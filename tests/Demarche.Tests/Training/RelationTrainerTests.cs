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
    public void What_was_seen_in_one_sentence_alone_is_not_learned() =>
        Assert.DoesNotContain("word dawn", Trainer(1).Train([.. Examples, Example(EventType.Aid, "way feed", "word dawn")]).Keys);

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
