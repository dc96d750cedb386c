using Demarche.Language;

namespace Demarche.Tests.Language.Syntax;

public class TreeDecoderTests
{
    static float[] Scores(int words, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, words * (words + 1)).Select(_ => random.NextSingle())];
    }

    static float Total(float[] scores, ReadOnlySpan<int> heads)
    {
        var total = 0f;
        for (var word = 0; word < heads.Length; word++)
            total += scores[word * (heads.Length + 1) + heads[word]];
        return total;
    }

    /// <summary>The best total of all trees with one root, by trying every choice of heads.</summary>
    static float BestTotal(float[] scores, int words)
    {
        var best = float.NegativeInfinity;
        var heads = new int[words];
        for (var choice = 0; choice < Math.Pow(words + 1, words); choice++)
        {
            var rest = choice;
            for (var word = 0; word < words; word++, rest /= words + 1)
                heads[word] = rest % (words + 1);
            if (heads.Count(head => head == 0) == 1 && Enumerable.Range(0, words).All(word => heads[word] != word + 1) && TreeDecoder.IsTree(heads))
                best = Math.Max(best, Total(scores, heads));
        }
        return best;
    }

    [Fact]
    public void Finds_the_best_tree_of_few_words()
    {
        for (var words = 1; words <= 4; words++)
            for (var seed = 0; seed < 60; seed++)
            {
                var scores = Scores(words, seed);
                var heads = new int[words];
                TreeDecoder.Decode(scores, heads);
                Assert.Equal(BestTotal(scores, words), Total(scores, heads), 1e-5f);
            }
    }

    [Fact]
    public void Always_gives_a_tree_with_one_root()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var heads = new int[5 + seed];
            TreeDecoder.Decode(Scores(heads.Length, seed), heads);
            Assert.True(TreeDecoder.IsTree(heads));
            Assert.Single(heads, 0);
        }
    }

    [Fact]
    public void Ignores_the_score_of_a_word_as_its_own_head()
    {
        var heads = new int[2];
        TreeDecoder.Decode([1, 100, 5, 3, 4, 100], heads);

        Assert.Equal([2, 0], heads);
    }
}
