using Demarche.Language;

namespace Demarche.Tests.Language.Numerics;

public class MatrixProductTests
{
    static float[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 7, 33)]
    [InlineData(2, 5, 31)]
    [InlineData(3, 96, 32)]
    [InlineData(6, 13, 64)]
    [InlineData(7, 13, 65)]
    [InlineData(20, 64, 100)]
    public void Each_element_is_one_chain_of_fused_steps_in_order(int rows, int inner, int columns)
    {
        var left = Numbers(rows * inner, 1);
        var right = Numbers(inner * columns, 2);
        var result = new float[rows * columns];

        MatrixProduct.Multiply(left, inner, 1, rows, PackedMatrix.Of(right, inner, columns), result, columns);

        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++)
            {
                var sum = 0f;
                for (var k = 0; k < inner; k++)
                    sum = MathF.FusedMultiplyAdd(left[i * inner + k], right[k * columns + j], sum);
                // The same bits: a document's tree must not depend on what was parsed beside it, nor on the processor.
                Assert.Equal(BitConverter.SingleToInt32Bits(sum), BitConverter.SingleToInt32Bits(result[i * columns + j]));
            }
    }

    [Fact]
    public void Adds_to_a_part_of_a_wider_result()
    {
        var left = Numbers(4 * 3, 3);
        var right = Numbers(3 * 40, 4);
        var before = Numbers(4 * 50, 5);
        var result = (float[])before.Clone();

        MatrixProduct.Multiply(left, 3, 1, 4, PackedMatrix.Of(right, 3, 40), result, 50, add: true);

        for (var i = 0; i < 4; i++)
            for (var j = 0; j < 50; j++)
            {
                double sum = before[i * 50 + j];
                for (var k = 0; k < 3 && j < 40; k++)
                    sum += left[i * 3 + k] * right[k * 40 + j];
                Assert.Equal(sum, result[i * 50 + j], 1e-5);
            }
    }

    [Fact]
    public void Takes_either_side_transposed()
    {
        var left = Numbers(5 * 9, 6);
        var right = Numbers(34 * 9, 7);
        var packed = new PackedMatrix();
        packed.FillTransposed(right, 9, 34, 9);
        var result = new float[5 * 34];

        MatrixProduct.Multiply(left, 1, 5, 5, packed, result, 34);

        for (var i = 0; i < 5; i++)
            for (var j = 0; j < 34; j++)
                Assert.Equal(Enumerable.Range(0, 9).Sum(k => (double)left[k * 5 + i] * right[j * 9 + k]), result[i * 34 + j], 1e-5);
    }

    [Fact]
    public void Refuses_what_is_too_short()
    {
        var right = PackedMatrix.Of(new float[6], 2, 3);

        Assert.Throws<ArgumentOutOfRangeException>(() => MatrixProduct.Multiply(new float[3], 2, 1, 2, right, new float[6], 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => MatrixProduct.Multiply(new float[4], 2, 1, 2, right, new float[5], 3));
    }
}
