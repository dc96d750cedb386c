using Demarche.Language;
using Demarche.Training;

namespace Demarche.Tests.Training.Syntax;

public class SyntaxTrainerTests
{
    static float[] Weights(SyntaxModel model) => [.. model.All.SelectMany(weights => weights.Values)];

    [Fact]
    public void One_thread_and_two_make_the_same_model()
    {
        var treebank = SmallNetwork.Treebank();
        var options = SmallNetwork.Options with { Epochs = 4, StateDropout = 0.3f, ProjectionDropout = 0.3f, InputDropout = 0.1f };

        var one = Weights(SmallNetwork.Train(treebank, options, threads: 1));

        Assert.Equal(one, Weights(SmallNetwork.Train(treebank, options, threads: 2)));
        Assert.NotEqual(one, Weights(SmallNetwork.Train(treebank, options with { Seed = 2 }, threads: 2)));
    }

    /// <summary>The gradients by which the network learns are those of its loss: moving a weight a little changes the loss as they say.</summary>
    [Fact]
    public void Gradients_agree_with_differences_of_the_loss()
    {
        var treebank = SmallNetwork.Treebank();
        var model = SmallNetwork.Untrained(treebank);
        var random = new SeededRandom(5);
        foreach (var weights in model.All)
            foreach (ref var value in weights.Values.AsSpan())
                value = (float)random.NextDouble() - 0.5f;
        var options = SmallNetwork.Options with { PartDropout = 0 };
        // Words this frequent are never hidden.
        var counts = Enumerable.Repeat(1 << 30, model.Words.Rows).ToArray();
        var sentences = treebank.SelectMany(document => TrainingSentence.Of(document, model)).OrderByDescending(sentence => sentence.Count).ToArray();
        var pass = new SyntaxPass(model, options, new PackedWeights(model), counts);
        pass.Run(sentences, 1, seed: 1);

        foreach (var weights in model.All)
        {
            var gradients = pass.Gradients.Of(weights);
            // The largest gradients: beside them the rounding of the loss counts least.
            foreach (var place in Enumerable.Range(0, gradients.Length).OrderByDescending(i => Math.Abs(gradients[i])).Take(3))
            {
                const float step = 1e-3f;
                var value = weights.Values[place];
                weights.Values[place] = value + step;
                var more = Loss();
                weights.Values[place] = value - step;
                var less = Loss();
                weights.Values[place] = value;
                var expected = (more - less) / (2 * step);
                Assert.True(
                    Math.Abs(expected - gradients[place]) < 0.05 * Math.Abs(expected) + 0.02,
                    $"{weights.Name}[{place}]: {gradients[place]}, by differences {expected}");
            }
        }

        double Loss()
        {
            var other = new SyntaxPass(model, options, new PackedWeights(model), counts);
            other.Run(sentences, 1, seed: 1);
            return other.Loss;
        }
    }

    [Fact]
    public void Words_used_alike_get_vectors_alike()
    {
        var sentences = Enumerable.Range(0, 40).SelectMany(i => (string[])
        [
            $"{(i % 2 == 0 ? "Oslo" : "Geneva")} hosted the talks",
            $"officials {(i % 3 == 0 ? "condemned" : "denied")} the attack",
        ]).Select(sentence => System.Collections.Immutable.ImmutableArray.Create(sentence.Split(' '))).ToArray();

        var vectors = WordVectorTrainer.Train(sentences, new WordVectorOptions { Width = 4, FewestOccurrences = 1, Neighbours = 20 });

        Assert.True(Cosine("oslo", "geneva") > 0.9);
        Assert.True(Cosine("condemned", "denied") > 0.9);
        Assert.True(Cosine("oslo", "denied") < 0.5);

        double Cosine(string a, string b)
        {
            var first = new float[4];
            var second = new float[4];
            vectors.CopyRow(vectors.Words.IndexOf(a), first);
            vectors.CopyRow(vectors.Words.IndexOf(b), second);
            return VectorMath.Dot(first, second) / Math.Sqrt(VectorMath.Dot(first, first) * VectorMath.Dot(second, second));
        }
    }
}
