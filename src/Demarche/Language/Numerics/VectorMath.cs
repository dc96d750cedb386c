using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Demarche.Language;

/// <summary>
/// The functions of the networks, eight numbers at a time. Only operations that IEEE 754 rounds in one way, in a fixed order, so
/// that every machine gives the same bits; the exponential is our own for that reason.
/// </summary>
static class VectorMath
{
    /// <summary>a * b + c, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MultiplyAdd(Vector256<float> a, Vector256<float> b, Vector256<float> c)
    {
        if (Fma.IsSupported)
            return Fma.MultiplyAdd(a, b, c);
        if (AdvSimd.IsSupported)
            return Vector256.Create(
                AdvSimd.FusedMultiplyAdd(c.GetLower(), a.GetLower(), b.GetLower()),
                AdvSimd.FusedMultiplyAdd(c.GetUpper(), a.GetUpper(), b.GetUpper()));
        return MultiplyAddOneByOne(a, b, c);
    }

    static Vector256<float> MultiplyAddOneByOne(Vector256<float> a, Vector256<float> b, Vector256<float> c)
    {
        Span<float> result = stackalloc float[Vector256<float>.Count];
        for (var i = 0; i < result.Length; i++)
            result[i] = MathF.FusedMultiplyAdd(a[i], b[i], c[i]);
        return Vector256.Create<float>(result);
    }

    /// <summary>e to the x, relative error below 2e-7; x is cut to [-87, 87]. The polynomial of expf in Cephes (Moshier 1992).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-87f)), Vector256.Create(87f));
        var power = Vector256.Floor(MultiplyAdd(x, Vector256.Create(1.44269504f), Vector256.Create(0.5f)));
        x = MultiplyAdd(power, Vector256.Create(-0.693359375f), x);
        x = MultiplyAdd(power, Vector256.Create(2.12194440e-4f), x);
        var y = Vector256.Create(1.9875691500e-4f);
        y = MultiplyAdd(y, x, Vector256.Create(1.3981999507e-3f));
        y = MultiplyAdd(y, x, Vector256.Create(8.3334519073e-3f));
        y = MultiplyAdd(y, x, Vector256.Create(4.1665795894e-2f));
        y = MultiplyAdd(y, x, Vector256.Create(1.6666665459e-1f));
        y = MultiplyAdd(y, x, Vector256.Create(5.0000001201e-1f));
        y = MultiplyAdd(y, x * x, x + Vector256<float>.One);
        return y * Vector256.ShiftLeft(Vector256.ConvertToInt32(power) + Vector256.Create(127), 23).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x) => Vector256<float>.One / (Vector256<float>.One + Exp(-x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x) =>
        Vector256.Create(2f) / (Vector256<float>.One + Exp(Vector256.Create(-2f) * x)) - Vector256<float>.One;

    /// <summary>Turns scores into probabilities.</summary>
    public static void Softmax(Span<float> x)
    {
        var highest = float.NegativeInfinity;
        foreach (var value in x)
            highest = Math.Max(highest, value);
        var i = 0;
        for (; i <= x.Length - Vector256<float>.Count; i += Vector256<float>.Count)
            Exp(Vector256.Create<float>(x[i..]) - Vector256.Create(highest)).CopyTo(x[i..]);
        for (; i < x.Length; i++)
            x[i] = Exp(Vector256.Create(x[i] - highest))[0];
        var sum = 0f;
        foreach (var value in x)
            sum += value;
        for (i = 0; i < x.Length; i++)
            x[i] /= sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sums = Vector256<float>.Zero;
        var i = 0;
        for (; i <= a.Length - Vector256<float>.Count; i += Vector256<float>.Count)
            sums = MultiplyAdd(Vector256.Create(a[i..]), Vector256.Create(b[i..]), sums);
        // Vector256.Sum leaves the order open.
        var half = sums.GetLower() + sums.GetUpper();
        var sum = half[0] + half[2] + (half[1] + half[3]);
        for (; i < a.Length; i++)
            sum = MathF.FusedMultiplyAdd(a[i], b[i], sum);
        return sum;
    }

    /// <summary>sum += x</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ReadOnlySpan<float> x, Span<float> sum)
    {
        var i = 0;
        for (; i <= x.Length - Vector256<float>.Count; i += Vector256<float>.Count)
            (Vector256.Create(x[i..]) + Vector256.Create<float>(sum[i..])).CopyTo(sum[i..]);
        for (; i < x.Length; i++)
            sum[i] += x[i];
    }

    /// <summary>x *= factors</summary>
    public static void Multiply(ReadOnlySpan<float> factors, Span<float> x)
    {
        var i = 0;
        for (; i <= x.Length - Vector256<float>.Count; i += Vector256<float>.Count)
            (Vector256.Create(factors[i..]) * Vector256.Create<float>(x[i..])).CopyTo(x[i..]);
        for (; i < x.Length; i++)
            x[i] *= factors[i];
    }

    /// <summary>sum += factor * x</summary>
    public static void AddScaled(ReadOnlySpan<float> x, float factor, Span<float> sum)
    {
        var factors = Vector256.Create(factor);
        var i = 0;
        for (; i <= x.Length - Vector256<float>.Count; i += Vector256<float>.Count)
            MultiplyAdd(factors, Vector256.Create(x[i..]), Vector256.Create<float>(sum[i..])).CopyTo(sum[i..]);
        for (; i < x.Length; i++)
            sum[i] = MathF.FusedMultiplyAdd(factor, x[i], sum[i]);
    }

    /// <summary>Leaky rectifier: below zero, one tenth.</summary>
    public static void Rectify(Span<float> x)
    {
        var tenth = Vector256.Create(0.1f);
        var i = 0;
        for (; i <= x.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            var value = Vector256.Create<float>(x[i..]);
            Vector256.Max(value, value * tenth).CopyTo(x[i..]);
        }
        for (; i < x.Length; i++)
            x[i] = Math.Max(x[i], x[i] * 0.1f);
    }

    /// <summary>The way back: the gradient of a rectified number is one tenth where the number is below zero.</summary>
    public static void RectifyBack(ReadOnlySpan<float> rectified, Span<float> gradient)
    {
        for (var i = 0; i < gradient.Length; i++)
            if (rectified[i] < 0)
                gradient[i] *= 0.1f;
    }

    /// <summary>Index of the highest value, the first of equals.</summary>
    public static int IndexOfHighest(ReadOnlySpan<float> x)
    {
        var best = 0;
        for (var i = 1; i < x.Length; i++)
            if (x[i] > x[best])
                best = i;
        return best;
    }
}
