using System.Runtime.Intrinsics;
using Demarche.Language;

namespace Demarche.Tests.Language.Numerics;

public class VectorMathTests
{
    [Fact]
    public void The_functions_agree_with_the_exact_ones()
    {
        for (var x = -86f; x < 86; x += 0.37f)
        {
            Assert.Equal(1, VectorMath.Exp(Vector256.Create(x))[0] / Math.Exp(x), 5e-7);
            Assert.Equal(1 / (1 + Math.Exp(-x)), VectorMath.Sigmoid(Vector256.Create(x))[0], 2e-7);
            Assert.Equal(Math.Tanh(x), VectorMath.Tanh(Vector256.Create(x))[0], 4e-7);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(19)]
    public void Probabilities_sum_to_one_and_keep_their_ratios(int count)
    {
        var scores = Enumerable.Range(0, count).Select(i => (i * 7 % 5) - 100f).ToArray();
        var probabilities = (float[])scores.Clone();

        VectorMath.Softmax(probabilities);

        Assert.Equal(1, probabilities.Sum(), 1e-6);
        for (var i = 1; i < count; i++)
            Assert.Equal(Math.Exp(scores[i] - scores[0]), probabilities[i] / probabilities[0], 1e-4);
    }

    [Fact]
    public void Sums_reach_the_last_number()
    {
        float[] a = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
        float[] b = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2];
        var sum = (float[])b.Clone();
        VectorMath.AddScaled(a, 2, sum);
        var product = (float[])b.Clone();
        VectorMath.Multiply(a, product);
        float[] signs = [-1, 2, -3, 4, -5, 6, -7, 8, -9, 10, -11];
        VectorMath.Rectify(signs);

        Assert.Equal(77, VectorMath.Dot(a, b));
        Assert.Equal(24, sum[10]);
        Assert.Equal(22, product[10]);
        Assert.Equal(-1.1f, signs[10], 1e-6f);
        Assert.Equal(10, signs[9]);
        Assert.Equal(2, VectorMath.IndexOfHighest([1, 0, 5, 5]));
    }
}
