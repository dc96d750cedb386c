namespace Demarche.Analysis;

static class Statistics
{
    public static double Median(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>Median of the distances from the median.</summary>
    public static double MedianDeviation(ReadOnlySpan<double> values, double median)
    {
        var distances = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
            distances[i] = Math.Abs(values[i] - median);
        return Median(distances);
    }

    /// <summary>Linear between the order statistics of a sorted sample (type 7 of Hyndman and Fan 1996).</summary>
    public static double Quantile(double[] sorted, double share)
    {
        var at = share * (sorted.Length - 1);
        var below = (int)Math.Floor(at);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((at - below) * (sorted[above] - sorted[below]));
    }

    /// <summary>Probability of a Poisson count of <paramref name="mean"/> to be at least so high, or, below the mean, at least so low.</summary>
    public static double PoissonTail(double count, double mean)
    {
        if (mean <= 0)
            return count > 0 ? 0 : 1;
        var whole = (int)Math.Round(count);
        // P(X <= k), term by term; log terms so that large means do not underflow.
        double below = 0, logTerm = -mean;
        for (var k = 0; k <= whole; k++)
        {
            if (k > 0)
                logTerm += Math.Log(mean / k);
            if (k < whole || whole < mean)
                below += Math.Exp(logTerm);
        }
        return whole < mean ? Math.Min(1, below) : Math.Max(0, 1 - below);
    }

    /// <summary>
    /// How many times as much counts vary as Poisson's law has it, at least 1: from one to the next, so that a level that changes now
    /// and then does not count as variation.
    /// </summary>
    public static double Dispersion(ReadOnlySpan<double> counts)
    {
        double sum = 0;
        var pairs = 0;
        for (var i = 1; i < counts.Length; i++)
            if (counts[i] + counts[i - 1] is > 0 and var both)
            {
                sum += (counts[i] - counts[i - 1]) * (counts[i] - counts[i - 1]) / both;
                pairs++;
            }
        return pairs == 0 ? 1 : Math.Max(1, sum / pairs);
    }

    /// <summary>Logarithm of the gamma function of a positive number: Stirling's series, to twelve places.</summary>
    public static double LogGamma(double x)
    {
        // The series asks for large numbers: gamma(x) = gamma(x + 1) / x leads there.
        double down = 0;
        for (; x < 10; x++)
            down += Math.Log(x);
        var square = 1 / (x * x);
        var series = ((1 / 12.0) - (square * ((1 / 360.0) - (square * ((1 / 1260.0) - (square / 1680)))))) / x;
        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + series - down;
    }
}
