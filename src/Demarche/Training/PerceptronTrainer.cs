using Demarche.Language;

namespace Demarche.Training;

/// <summary>
/// Trains a <see cref="LinearClassifier"/> as an averaged perceptron (Collins 2002). The sum for the average is kept lazily: each
/// change is entered with the time it happened (Daumé 2006, section 2.2).
/// </summary>
sealed class PerceptronTrainer
{
    // Averaged weights are fractions of whole updates: 1/32 is finer than any decision needs (no change on dev from 1/16 on).
    const float Scale = 32;

    readonly int bits;
    readonly uint mask;
    readonly short[] weights;
    readonly long[] corrections;
    readonly LinearClassifier current;
    long time = 1;

    public PerceptronTrainer(int labels, int bits)
    {
        this.bits = bits;
        mask = (1u << bits) - 1;
        weights = new short[LinearClassifier.TableLength(labels, bits)];
        corrections = new long[weights.Length];
        current = new LinearClassifier(labels, bits, weights);
    }

    /// <summary>The weights as they stand, for the next decision of the training.</summary>
    public LinearClassifier Current => current;

    /// <summary>Counts one decision that was right.</summary>
    public void Confirm() => time++;

    /// <summary>Corrects one decision that was wrong.</summary>
    public void Update(ReadOnlySpan<uint> features, int right, int wrong)
    {
        foreach (var feature in features)
        {
            var row = LinearClassifier.Row(feature, mask);
            Change(row + right, 1);
            Change(row + wrong, -1);
        }
        time++;
    }

    void Change(int place, int by)
    {
        if (Math.Abs(weights[place] + by) > 30000)
            return;
        weights[place] += (short)by;
        corrections[place] += by * time;
    }

    /// <summary>The averaged classifier. Weights below <paramref name="smallest"/> of an update become zero.</summary>
    public LinearClassifier Average(float smallest)
    {
        var averaged = new short[weights.Length];
        for (var i = 0; i < averaged.Length; i++)
        {
            var weight = weights[i] - corrections[i] / (double)time;
            if (Math.Abs(weight) >= smallest)
                averaged[i] = (short)Math.Clamp(Math.Round(weight * Scale), short.MinValue, short.MaxValue);
        }
        return new LinearClassifier(current.Labels, bits, averaged);
    }
}
