using System.Runtime.Intrinsics;
using Demarche.Language;

namespace Demarche.Training;

/// <summary>
/// Adam (Kingma and Ba 2015) with a moving average of the weights. Of a table only the rows with a gradient change.
/// </summary>
sealed class AdamOptimizer
{
    const float Momentum = 0.9f;
    // Lower than the usual 0.999, for tables whose rows are seen seldom (Dozat and Manning 2017, section 3.2).
    const float SquareDecay = 0.95f;
    const float Smallest = 1e-8f;
    const float LongestGradient = 1f;
    const int StepsPerAverage = 8;
    const float AverageDecay = 0.99f;

    readonly List<State> states;
    float momentumLeft = 1;
    float squareLeft = 1;
    int step;

    public AdamOptimizer(SyntaxModel model) => states = [.. model.All.Select(weights => new State(weights))];

    public void Step(Gradients gradients, float rate)
    {
        step++;
        momentumLeft *= Momentum;
        squareLeft *= SquareDecay;
        var clip = (float)Math.Min(1, LongestGradient / Math.Sqrt(gradients.SquaredNorm() + 1e-12));
        foreach (var state in states)
            foreach (var part in gradients.Parts(state.Weights))
                Change(state, part, gradients.Of(state.Weights).AsSpan(part), clip, rate / (1 - momentumLeft), 1 / (1 - squareLeft));
        if (step % StepsPerAverage == 0)
            TakeAverage();
    }

    /// <summary>Puts the averages in the place of the weights.</summary>
    public void UseAverages()
    {
        foreach (var state in states)
            state.Average.CopyTo(state.Weights.Values, 0);
    }

    static void Change(State state, Range part, ReadOnlySpan<float> gradient, float clip, float rate, float squareScale)
    {
        var means = state.Mean.AsSpan(part);
        var squares = state.Square.AsSpan(part);
        var values = state.Weights.Values.AsSpan(part);
        var i = 0;
        for (; i <= gradient.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            var slope = Vector256.Create(gradient[i..]) * clip;
            var mean = Vector256.Create<float>(means[i..]) * Momentum + slope * (1 - Momentum);
            var square = Vector256.Create<float>(squares[i..]) * SquareDecay + slope * slope * (1 - SquareDecay);
            mean.CopyTo(means[i..]);
            square.CopyTo(squares[i..]);
            var change = mean * rate / (Vector256.Sqrt(square * squareScale) + Vector256.Create(Smallest));
            (Vector256.Create<float>(values[i..]) - change).CopyTo(values[i..]);
        }
        for (; i < gradient.Length; i++)
        {
            var slope = gradient[i] * clip;
            means[i] = means[i] * Momentum + slope * (1 - Momentum);
            squares[i] = squares[i] * SquareDecay + slope * slope * (1 - SquareDecay);
            values[i] -= means[i] * rate / (MathF.Sqrt(squares[i] * squareScale) + Smallest);
        }
    }

    void TakeAverage()
    {
        // In the beginning a shorter memory, or the random start would stay in the average.
        var share = 1 - Math.Min(AverageDecay, step / (step + 10f * StepsPerAverage));
        foreach (var state in states)
        {
            var averages = state.Average;
            var values = state.Weights.Values;
            var i = 0;
            for (; i <= values.Length - Vector256<float>.Count; i += Vector256<float>.Count)
            {
                var average = Vector256.Create(averages.AsSpan(i));
                (average + (Vector256.Create(values.AsSpan(i)) - average) * share).CopyTo(averages, i);
            }
            for (; i < values.Length; i++)
                averages[i] += (values[i] - averages[i]) * share;
        }
    }

    sealed class State(Weights weights)
    {
        public Weights Weights => weights;

        public float[] Mean { get; } = new float[weights.Values.Length];

        public float[] Square { get; } = new float[weights.Values.Length];

        public float[] Average { get; } = [.. weights.Values];
    }
}
