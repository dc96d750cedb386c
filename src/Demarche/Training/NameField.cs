using Demarche.Language.Names;

namespace Demarche.Training;

/// <summary>A sentence as the learner sees it: for word i the features <c>Features[Offsets[i]..Offsets[i + 1]]</c>.</summary>
/// <param name="Allowed">For each word a bit for every label that is right; several where the gold leaves it open.</param>
sealed record FieldSentence(int Group, int[] Features, int[] Offsets, ushort[] Allowed)
{
    public int Count => Allowed.Length;
}

/// <summary>
/// Learns a linear-chain conditional random field, one sentence at a time, by regularized dual averaging with adaptive steps
/// (Duchi, Hazan, Singer, JMLR 12, 2011, section 4): weights follow from the summed gradients, and small ones are exactly zero.
/// Every group of corpora has weights of its own beside the common ones (Daumé, "Frustratingly easy domain adaptation", 2007).
/// </summary>
sealed class NameField(int features, int groups, double rate, double sparsity)
{
    const int L = NameLabel.Count;

    /// <summary>A word whose labels are all this sure teaches nothing worth the time.</summary>
    const float Settled = 1e-3f;

    readonly float[] sums = new float[(long)features * (groups + 1) * L];
    readonly float[] squares = new float[(long)features * (groups + 1) * L];
    readonly double[] transitionSums = new double[(L + 1) * L];
    readonly double[] transitionSquares = new double[(L + 1) * L];
    readonly float[] transitions = new float[(L + 1) * L];
    readonly float[] factors = new float[(L + 1) * L];
    int steps;
    float[] scores = [], free = [], right = [], forward = [], backward = [];
    readonly float[] edges = new float[(L + 1) * L];

    /// <summary>The weight of a feature and label for texts of a group.</summary>
    public float Weight(int feature, int label, int group) => Common(feature, label) + Own(feature, label, group);

    float Common(int feature, int label) => WeightAt((long)feature * L + label);

    float Own(int feature, int label, int group) => WeightAt(((long)(group + 1) * features + feature) * L + label);

    float WeightAt(long index)
    {
        var sum = sums[index];
        var beyond = MathF.Abs(sum) - (float)(sparsity * steps);
        return beyond <= 0 ? 0 : -(float)rate * MathF.CopySign(beyond, sum) / (0.1f + MathF.Sqrt(squares[index]));
    }

    public float[] Transitions()
    {
        for (var i = 0; i < transitions.Length; i++)
            transitions[i] = (float)(-rate * transitionSums[i] / (0.1 + Math.Sqrt(transitionSquares[i])));
        return [.. transitions];
    }

    void Score(FieldSentence sentence, Span<float> result)
    {
        result[..(sentence.Count * L)].Clear();
        for (var i = 0; i < sentence.Count; i++)
            for (var f = sentence.Offsets[i]; f < sentence.Offsets[i + 1]; f++)
                for (var label = 0; label < L; label++)
                    result[i * L + label] += Weight(sentence.Features[f], label, sentence.Group);
    }

    public void Learn(FieldSentence sentence)
    {
        Reserve(sentence.Count * L);
        steps++;
        Transitions();
        for (var i = 0; i < factors.Length; i++)
            factors[i] = MathF.Exp(transitions[i]);
        Score(sentence, scores);
        Array.Clear(edges);
        Marginals(sentence, false, free, 1);
        Marginals(sentence, true, right, -1);
        Update(sentence);
        for (var i = 0; i < edges.Length; i++)
        {
            transitionSums[i] += edges[i];
            transitionSquares[i] += edges[i] * edges[i];
        }
    }

    void Update(FieldSentence sentence)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            var largest = 0f;
            for (var label = 0; label < L; label++)
                largest = Math.Max(largest, Math.Abs(free[i * L + label] - right[i * L + label]));
            if (largest < Settled)
                continue;
            for (var f = sentence.Offsets[i]; f < sentence.Offsets[i + 1]; f++)
            {
                var common = (long)sentence.Features[f] * L;
                var own = ((long)(sentence.Group + 1) * features + sentence.Features[f]) * L;
                for (var label = 0; label < L; label++)
                {
                    var gradient = free[i * L + label] - right[i * L + label];
                    sums[common + label] += gradient;
                    squares[common + label] += gradient * gradient;
                    sums[own + label] += gradient;
                    squares[own + label] += gradient * gradient;
                }
            }
        }
    }

    // Forward and backward sums, scaled to one at every word.
    void Marginals(FieldSentence sentence, bool constrained, float[] result, float sign)
    {
        var count = sentence.Count;
        for (var i = 0; i < count; i++)
        {
            var top = float.NegativeInfinity;
            for (var label = 0; label < L; label++)
                top = Math.Max(top, scores[i * L + label]);
            var total = 0f;
            for (var label = 0; label < L; label++)
            {
                var sum = 0f;
                if (!constrained || (sentence.Allowed[i] >> label & 1) != 0)
                {
                    if (i == 0)
                        sum = NameLabel.IsLater(label) ? 0 : factors[L * L + label];
                    else
                        for (var previous = 0; previous < L; previous++)
                            if (NameLabel.MayFollow(previous, label))
                                sum += forward[(i - 1) * L + previous] * factors[previous * L + label];
                    sum *= MathF.Exp(scores[i * L + label] - top);
                }
                forward[i * L + label] = sum;
                total += sum;
            }
            for (var label = 0; label < L; label++)
                forward[i * L + label] /= total;
        }
        for (var label = 0; label < L; label++)
            backward[(count - 1) * L + label] = 1;
        for (var i = count - 1; i >= 0; i--)
        {
            var total = 0f;
            for (var label = 0; label < L; label++)
                total += result[i * L + label] = forward[i * L + label] * backward[i * L + label];
            for (var label = 0; label < L; label++)
                result[i * L + label] /= total;
            if (i == 0)
                break;
            Backward(sentence, constrained, i, sign);
        }
        for (var label = 0; label < L; label++)
            edges[L * L + label] += sign * result[label];
    }

    void Backward(FieldSentence sentence, bool constrained, int i, float sign)
    {
        Span<float> after = stackalloc float[L];
        Span<float> pairs = stackalloc float[L * L];
        var top = float.NegativeInfinity;
        for (var label = 0; label < L; label++)
            top = Math.Max(top, scores[i * L + label]);
        for (var label = 0; label < L; label++)
            after[label] = constrained && (sentence.Allowed[i] >> label & 1) == 0
                ? 0 : backward[i * L + label] * MathF.Exp(scores[i * L + label] - top);
        float total = 0, mass = 0;
        for (var previous = 0; previous < L; previous++)
        {
            var sum = 0f;
            for (var label = 0; label < L; label++)
            {
                var step = NameLabel.MayFollow(previous, label) ? factors[previous * L + label] * after[label] : 0;
                sum += step;
                mass += pairs[previous * L + label] = forward[(i - 1) * L + previous] * step;
            }
            backward[(i - 1) * L + previous] = sum;
            total += sum;
        }
        for (var previous = 0; previous < L; previous++)
            backward[(i - 1) * L + previous] /= total;
        for (var pair = 0; pair < pairs.Length; pair++)
            edges[pair] += sign * pairs[pair] / mass;
    }

    void Reserve(int size)
    {
        if (scores.Length >= size)
            return;
        scores = new float[size * 2];
        free = new float[size * 2];
        right = new float[size * 2];
        forward = new float[size * 2];
        backward = new float[size * 2];
    }
}
