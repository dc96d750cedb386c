using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Demarche.Language;

/// <summary>
/// Products of float matrices. Every element of the result is one chain of fused multiply-adds in the order of the inner index,
/// whatever the tile and the width of the registers: all machines, and all ways to cut a batch, give the same bits.
/// The inner methods are compiled with all optimizations at once: without them, loading a model would take twice the time.
/// </summary>
static class MatrixProduct
{
    const int Panel = PackedMatrix.PanelWidth;

    // Registers hold 12 sums of 8 (or of 16) numbers: 3 (6) rows of one panel. Measured on one core: 110 and 180 GFLOP/s.
    const int Rows256 = 3;
    const int Rows512 = 6;

    /// <summary>
    /// result = left * right, or result += left * right. Element (i, k) of left lies at i * rowStride + k * columnStride, so that
    /// a transposed left needs no copy.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(
        ReadOnlySpan<float> left, int rowStride, int columnStride, int rows, PackedMatrix right, Span<float> result, int resultStride, bool add = false)
    {
        int inner = right.Rows, columns = right.Columns;
        if (rows == 0 || columns == 0)
            return;
        ArgumentOutOfRangeException.ThrowIfLessThan(left.Length, (rows - 1) * rowStride + (inner - 1) * columnStride + 1, nameof(left));
        ArgumentOutOfRangeException.ThrowIfLessThan(result.Length, (rows - 1) * resultStride + columns, nameof(result));
        ArgumentOutOfRangeException.ThrowIfLessThan(right.Panels.Length, (columns + Panel - 1) / Panel * Panel * inner, nameof(right));
        Span<float> edge = stackalloc float[Rows512 * Panel];
        var tile = Avx512F.IsSupported ? Rows512 : Rows256;
        for (var first = 0; first < columns; first += Panel)
        {
            ref var panel = ref right.Panels[first * inner];
            var width = Math.Min(Panel, columns - first);
            for (var row = 0; row < rows;)
            {
                var count = rows - row >= tile ? tile : 1;
                ref var from = ref Unsafe.Add(ref MemoryMarshal.GetReference(left), row * rowStride);
                if (width == Panel)
                {
                    ref var to = ref Unsafe.Add(ref MemoryMarshal.GetReference(result), row * resultStride + first);
                    Tile(count, ref from, rowStride, columnStride, inner, ref panel, ref to, resultStride, add);
                }
                else
                {
                    if (add)
                        for (var i = 0; i < count; i++)
                            result.Slice((row + i) * resultStride + first, width).CopyTo(edge[(i * Panel)..]);
                    Tile(count, ref from, rowStride, columnStride, inner, ref panel, ref MemoryMarshal.GetReference(edge), Panel, add);
                    for (var i = 0; i < count; i++)
                        edge.Slice(i * Panel, width).CopyTo(result[((row + i) * resultStride + first)..]);
                }
                row += count;
            }
        }
    }

    static void Tile(int rows, ref float a, int rowStride, int columnStride, int inner, ref float b, ref float c, int stride, bool add)
    {
        if (rows == Rows512)
            Tile512(ref a, rowStride, columnStride, inner, ref b, ref c, stride, add);
        else if (rows == Rows256)
            Tile256(ref a, rowStride, columnStride, inner, ref b, ref c, stride, add);
        else
            Row(ref a, columnStride, inner, ref b, ref c, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Tile512(ref float a, int rowStride, int columnStride, int inner, ref float b, ref float c, int stride, bool add)
    {
        Vector512<float> c00, c01, c10, c11, c20, c21, c30, c31, c40, c41, c50, c51;
        if (add)
        {
            c00 = Vector512.LoadUnsafe(ref c);
            c01 = Vector512.LoadUnsafe(ref c, 16);
            c10 = Vector512.LoadUnsafe(ref Unsafe.Add(ref c, stride));
            c11 = Vector512.LoadUnsafe(ref Unsafe.Add(ref c, stride + 16));
            c20 = Vector512.LoadUnsafe(ref Unsafe.Add(ref c, 2 * stride));
            c21 = Vector512.LoadUnsafe(ref Unsafe.Add(ref c, 2 * stride + 16));
            c30 = Vector512.LoadUnsafe(ref Unsafe.Add(ref c, 3 * stride));
            c31 = Vector512.LoadUnsafe(ref Unsafe.Add(ref c, 3 * stride + 16));
            c40 = Vector512.LoadUnsafe(ref Unsafe.Add(ref c, 4 * stride));
            c41 = Vector512.LoadUnsafe(ref Unsafe.Add(ref c, 4 * stride + 16));
            c50 = Vector512.LoadUnsafe(ref Unsafe.Add(ref c, 5 * stride));
            c51 = Vector512.LoadUnsafe(ref Unsafe.Add(ref c, 5 * stride + 16));
        }
        else
        {
            c00 = c01 = c10 = c11 = c20 = c21 = c30 = c31 = c40 = c41 = c50 = c51 = default;
        }
        ref var a3 = ref Unsafe.Add(ref a, 3 * rowStride);
        for (var k = 0; k < inner; k++)
        {
            var b0 = Vector512.LoadUnsafe(ref b);
            var b1 = Vector512.LoadUnsafe(ref b, 16);
            b = ref Unsafe.Add(ref b, Panel);
            var x = Vector512.Create(a);
            c00 = Avx512F.FusedMultiplyAdd(x, b0, c00);
            c01 = Avx512F.FusedMultiplyAdd(x, b1, c01);
            x = Vector512.Create(Unsafe.Add(ref a, rowStride));
            c10 = Avx512F.FusedMultiplyAdd(x, b0, c10);
            c11 = Avx512F.FusedMultiplyAdd(x, b1, c11);
            x = Vector512.Create(Unsafe.Add(ref a, 2 * rowStride));
            c20 = Avx512F.FusedMultiplyAdd(x, b0, c20);
            c21 = Avx512F.FusedMultiplyAdd(x, b1, c21);
            x = Vector512.Create(a3);
            c30 = Avx512F.FusedMultiplyAdd(x, b0, c30);
            c31 = Avx512F.FusedMultiplyAdd(x, b1, c31);
            x = Vector512.Create(Unsafe.Add(ref a3, rowStride));
            c40 = Avx512F.FusedMultiplyAdd(x, b0, c40);
            c41 = Avx512F.FusedMultiplyAdd(x, b1, c41);
            x = Vector512.Create(Unsafe.Add(ref a3, 2 * rowStride));
            c50 = Avx512F.FusedMultiplyAdd(x, b0, c50);
            c51 = Avx512F.FusedMultiplyAdd(x, b1, c51);
            a = ref Unsafe.Add(ref a, columnStride);
            a3 = ref Unsafe.Add(ref a3, columnStride);
        }
        c00.StoreUnsafe(ref c);
        c01.StoreUnsafe(ref c, 16);
        c10.StoreUnsafe(ref Unsafe.Add(ref c, stride));
        c11.StoreUnsafe(ref Unsafe.Add(ref c, stride + 16));
        c20.StoreUnsafe(ref Unsafe.Add(ref c, 2 * stride));
        c21.StoreUnsafe(ref Unsafe.Add(ref c, 2 * stride + 16));
        c30.StoreUnsafe(ref Unsafe.Add(ref c, 3 * stride));
        c31.StoreUnsafe(ref Unsafe.Add(ref c, 3 * stride + 16));
        c40.StoreUnsafe(ref Unsafe.Add(ref c, 4 * stride));
        c41.StoreUnsafe(ref Unsafe.Add(ref c, 4 * stride + 16));
        c50.StoreUnsafe(ref Unsafe.Add(ref c, 5 * stride));
        c51.StoreUnsafe(ref Unsafe.Add(ref c, 5 * stride + 16));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Tile256(ref float a, int rowStride, int columnStride, int inner, ref float b, ref float c, int stride, bool add)
    {
        Vector256<float> c00, c01, c02, c03, c10, c11, c12, c13, c20, c21, c22, c23;
        ref var c1 = ref Unsafe.Add(ref c, stride);
        ref var c2 = ref Unsafe.Add(ref c, 2 * stride);
        if (add)
        {
            c00 = Vector256.LoadUnsafe(ref c);
            c01 = Vector256.LoadUnsafe(ref c, 8);
            c02 = Vector256.LoadUnsafe(ref c, 16);
            c03 = Vector256.LoadUnsafe(ref c, 24);
            c10 = Vector256.LoadUnsafe(ref c1);
            c11 = Vector256.LoadUnsafe(ref c1, 8);
            c12 = Vector256.LoadUnsafe(ref c1, 16);
            c13 = Vector256.LoadUnsafe(ref c1, 24);
            c20 = Vector256.LoadUnsafe(ref c2);
            c21 = Vector256.LoadUnsafe(ref c2, 8);
            c22 = Vector256.LoadUnsafe(ref c2, 16);
            c23 = Vector256.LoadUnsafe(ref c2, 24);
        }
        else
        {
            c00 = c01 = c02 = c03 = c10 = c11 = c12 = c13 = c20 = c21 = c22 = c23 = default;
        }
        for (var k = 0; k < inner; k++)
        {
            var x0 = Vector256.Create(a);
            var x1 = Vector256.Create(Unsafe.Add(ref a, rowStride));
            var x2 = Vector256.Create(Unsafe.Add(ref a, 2 * rowStride));
            var y = Vector256.LoadUnsafe(ref b);
            c00 = VectorMath.MultiplyAdd(x0, y, c00);
            c10 = VectorMath.MultiplyAdd(x1, y, c10);
            c20 = VectorMath.MultiplyAdd(x2, y, c20);
            y = Vector256.LoadUnsafe(ref b, 8);
            c01 = VectorMath.MultiplyAdd(x0, y, c01);
            c11 = VectorMath.MultiplyAdd(x1, y, c11);
            c21 = VectorMath.MultiplyAdd(x2, y, c21);
            y = Vector256.LoadUnsafe(ref b, 16);
            c02 = VectorMath.MultiplyAdd(x0, y, c02);
            c12 = VectorMath.MultiplyAdd(x1, y, c12);
            c22 = VectorMath.MultiplyAdd(x2, y, c22);
            y = Vector256.LoadUnsafe(ref b, 24);
            c03 = VectorMath.MultiplyAdd(x0, y, c03);
            c13 = VectorMath.MultiplyAdd(x1, y, c13);
            c23 = VectorMath.MultiplyAdd(x2, y, c23);
            b = ref Unsafe.Add(ref b, Panel);
            a = ref Unsafe.Add(ref a, columnStride);
        }
        c00.StoreUnsafe(ref c);
        c01.StoreUnsafe(ref c, 8);
        c02.StoreUnsafe(ref c, 16);
        c03.StoreUnsafe(ref c, 24);
        c10.StoreUnsafe(ref c1);
        c11.StoreUnsafe(ref c1, 8);
        c12.StoreUnsafe(ref c1, 16);
        c13.StoreUnsafe(ref c1, 24);
        c20.StoreUnsafe(ref c2);
        c21.StoreUnsafe(ref c2, 8);
        c22.StoreUnsafe(ref c2, 16);
        c23.StoreUnsafe(ref c2, 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Row(ref float a, int columnStride, int inner, ref float b, ref float c, bool add)
    {
        Vector256<float> c0, c1, c2, c3;
        if (add)
        {
            c0 = Vector256.LoadUnsafe(ref c);
            c1 = Vector256.LoadUnsafe(ref c, 8);
            c2 = Vector256.LoadUnsafe(ref c, 16);
            c3 = Vector256.LoadUnsafe(ref c, 24);
        }
        else
        {
            c0 = c1 = c2 = c3 = default;
        }
        for (var k = 0; k < inner; k++)
        {
            var x = Vector256.Create(a);
            c0 = VectorMath.MultiplyAdd(x, Vector256.LoadUnsafe(ref b), c0);
            c1 = VectorMath.MultiplyAdd(x, Vector256.LoadUnsafe(ref b, 8), c1);
            c2 = VectorMath.MultiplyAdd(x, Vector256.LoadUnsafe(ref b, 16), c2);
            c3 = VectorMath.MultiplyAdd(x, Vector256.LoadUnsafe(ref b, 24), c3);
            b = ref Unsafe.Add(ref b, Panel);
            a = ref Unsafe.Add(ref a, columnStride);
        }
        c0.StoreUnsafe(ref c);
        c1.StoreUnsafe(ref c, 8);
        c2.StoreUnsafe(ref c, 16);
        c3.StoreUnsafe(ref c, 24);
    }
}
