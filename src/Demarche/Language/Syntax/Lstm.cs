using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Demarche.Language;

/// <summary>
/// One bidirectional layer of long short-term memory (Hochreiter and Schmidhuber 1997, with forget gates). A row of gates holds
/// input, forget, output and candidate of the forward direction, then of the backward direction.
/// </summary>
static class Lstm
{
    /// <summary>
    /// Runs the layer. <paramref name="gates"/> come as products of the inputs with bias, and leave activated.
    /// </summary>
    public static void Run(
        SentenceBatch batch, int width, Span<float> gates, Span<float> states, Span<float> cells, PackedMatrix forward, PackedMatrix backward)
    {
        for (var step = 0; step < batch.Steps; step++)
            Step(batch, width, step, step - 1, 0, gates, states, cells, forward);
        for (var step = batch.Steps - 1; step >= 0; step--)
            Step(batch, width, step, step + 1, 1, gates, states, cells, backward);
    }

    static void Step(
        SentenceBatch batch, int width, int step, int from, int direction, Span<float> gates, Span<float> states, Span<float> cells, PackedMatrix recurrent)
    {
        var row = batch.RowOf(0, step);
        var count = batch.CountAt(step);
        var continued = Math.Min(count, batch.CountAt(from));
        var fromAt = continued == 0 ? 0 : batch.RowOf(0, from) * 2 * width + direction * width;
        MatrixProduct.Multiply(
            states[fromAt..], 2 * width, 1, continued, recurrent, gates[(row * 8 * width + direction * 4 * width)..], 8 * width, add: true);
        for (var s = 0; s < count; s++)
        {
            var at = (row + s) * 2 * width + direction * width;
            var before = s < continued ? cells.Slice(fromAt + s * 2 * width, width) : default;
            Activate(gates.Slice((row + s) * 8 * width + direction * 4 * width, 4 * width), before, cells.Slice(at, width), states.Slice(at, width));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Activate(Span<float> gates, ReadOnlySpan<float> before, Span<float> cell, Span<float> state)
    {
        var width = cell.Length;
        var inputs = gates[..width];
        var forgets = gates.Slice(width, width);
        var outputs = gates.Slice(2 * width, width);
        var candidates = gates.Slice(3 * width, width);
        for (var i = 0; i < width; i += Vector256<float>.Count)
        {
            var input = VectorMath.Sigmoid(Vector256.Create<float>(inputs[i..]));
            var forget = VectorMath.Sigmoid(Vector256.Create<float>(forgets[i..]));
            var output = VectorMath.Sigmoid(Vector256.Create<float>(outputs[i..]));
            var candidate = VectorMath.Tanh(Vector256.Create<float>(candidates[i..]));
            var value = input * candidate;
            if (before.Length > 0)
                value = VectorMath.MultiplyAdd(forget, Vector256.Create(before[i..]), value);
            input.CopyTo(inputs[i..]);
            forget.CopyTo(forgets[i..]);
            output.CopyTo(outputs[i..]);
            candidate.CopyTo(candidates[i..]);
            value.CopyTo(cell[i..]);
            (output * VectorMath.Tanh(value)).CopyTo(state[i..]);
        }
    }

    /// <summary>
    /// The way back: turns activated gates into gradients of their sums. <paramref name="stateGradients"/> come from the layer
    /// above and are changed. The matrices are the recurrent ones, transposed.
    /// </summary>
    public static void RunBack(
        SentenceBatch batch, int width, Span<float> gates, ReadOnlySpan<float> cells, Span<float> stateGradients, PackedMatrix forward, PackedMatrix backward)
    {
        var cellGradients = new float[batch.CountAt(0) * width];
        for (var step = batch.Steps - 1; step >= 0; step--)
            StepBack(batch, width, step, step - 1, 0, gates, cells, stateGradients, cellGradients, forward);
        Array.Clear(cellGradients);
        for (var step = 0; step < batch.Steps; step++)
            StepBack(batch, width, step, step + 1, 1, gates, cells, stateGradients, cellGradients, backward);
    }

    static void StepBack(
        SentenceBatch batch, int width, int step, int from, int direction, Span<float> gates, ReadOnlySpan<float> cells,
        Span<float> stateGradients, Span<float> cellGradients, PackedMatrix recurrent)
    {
        var row = batch.RowOf(0, step);
        var count = batch.CountAt(step);
        var continued = Math.Min(count, batch.CountAt(from));
        var fromAt = continued == 0 ? 0 : batch.RowOf(0, from) * 2 * width + direction * width;
        for (var s = 0; s < count; s++)
        {
            var at = (row + s) * 2 * width + direction * width;
            var before = s < continued ? cells.Slice(fromAt + s * 2 * width, width) : default;
            ActivateBack(
                gates.Slice((row + s) * 8 * width + direction * 4 * width, 4 * width), before, cells.Slice(at, width),
                stateGradients.Slice(at, width), cellGradients.Slice(s * width, width));
        }
        MatrixProduct.Multiply(
            gates[(row * 8 * width + direction * 4 * width)..], 8 * width, 1, continued, recurrent, stateGradients[fromAt..], 2 * width, add: true);
    }

    static void ActivateBack(
        Span<float> gates, ReadOnlySpan<float> before, ReadOnlySpan<float> cell, ReadOnlySpan<float> stateGradient, Span<float> cellGradient)
    {
        var width = cell.Length;
        var inputs = gates[..width];
        var forgets = gates.Slice(width, width);
        var outputs = gates.Slice(2 * width, width);
        var candidates = gates.Slice(3 * width, width);
        var one = Vector256<float>.One;
        for (var i = 0; i < width; i += Vector256<float>.Count)
        {
            var input = Vector256.Create<float>(inputs[i..]);
            var forget = Vector256.Create<float>(forgets[i..]);
            var output = Vector256.Create<float>(outputs[i..]);
            var candidate = Vector256.Create<float>(candidates[i..]);
            var squashed = VectorMath.Tanh(Vector256.Create(cell[i..]));
            var upper = Vector256.Create(stateGradient[i..]);
            var gradient = Vector256.Create<float>(cellGradient[i..]) + upper * output * (one - squashed * squashed);
            var forgetGradient = before.Length > 0
                ? gradient * Vector256.Create(before[i..]) * forget * (one - forget)
                : Vector256<float>.Zero;
            (gradient * forget).CopyTo(cellGradient[i..]);
            (gradient * candidate * input * (one - input)).CopyTo(inputs[i..]);
            forgetGradient.CopyTo(forgets[i..]);
            (upper * squashed * output * (one - output)).CopyTo(outputs[i..]);
            (gradient * input * (one - candidate * candidate)).CopyTo(candidates[i..]);
        }
    }
}
