using Demarche.Evaluation.Linking;

namespace Demarche.Tests.Evaluation;

public class LinkingPairsTests
{
    [Fact]
    public void Counts_each_pair_of_mentions_once()
    {
        var scores = Pairs.Of([("e1", "A"), ("e1", "A"), ("e1", "B"), ("e2", "A")], (one, other) => one == other).Scores("linking", "test", "across").ToList();

        Assert.Equal([1 / 3.0, 1 / 3.0, 1 / 3.0], scores.Select(score => score.Value), (one, other) => Math.Abs(one - other) < 1e-9);
        Assert.Equal([3, 3, 6], scores.Select(score => score.Items));
    }

    [Fact]
    public void Says_nothing_where_there_is_no_pair() => Assert.Empty(Pairs.Of([("e1", "A")], (_, _) => true).Scores("linking", "test", "across"));
}
