namespace Demarche.Analysis;

/// <summary>
/// Where between two others a change of a Poisson rate lies: the rates on both sides are integrated out under Jeffreys' prior
/// (a gamma of shape one half), so that every period has a probability of being the first of the new rate.
/// </summary>
/// <param name="At">The period that has most probability within one period either side: where the change is least likely to be missed by more.</param>
/// <param name="Earliest">First period of the shortest run around it that holds the mass asked for.</param>
/// <param name="Latest">Last period of that run.</param>
public readonly record struct ChangeLocation(int At, int Earliest, int Latest)
{
    const double PriorShape = 0.5;

    // Neighbours move each other; after two rounds nothing does any more.
    const int Rounds = 2;

    /// <summary>The places of changes that were found roughly, in order.</summary>
    /// <param name="dispersion">How much more the counts vary than Poisson's law has it: 1 for as much.</param>
    /// <param name="minimum">Periods between two changes, at least.</param>
    /// <param name="mass">Of the run from earliest to latest.</param>
    public static ChangeLocation[] Of(ReadOnlySpan<double> counts, IReadOnlyList<int> starts, double dispersion, int minimum, double mass)
    {
        var sums = new double[counts.Length + 1];
        for (var i = 0; i < counts.Length; i++)
            sums[i + 1] = sums[i] + counts[i];
        int[] at = [.. starts];
        var found = new ChangeLocation[at.Length];
        for (var round = 0; round < Rounds; round++)
            for (var i = 0; i < at.Length; i++)
            {
                int low = i == 0 ? 0 : at[i - 1], high = i + 1 < at.Length ? at[i + 1] : counts.Length;
                found[i] = Between(sums, low, high, dispersion, minimum, mass);
                at[i] = found[i].At;
            }
        return found;
    }

    static ChangeLocation Between(double[] sums, int low, int high, double dispersion, int minimum, double mass)
    {
        var chances = new double[high - low - (2 * minimum) + 1];
        for (var i = 0; i < chances.Length; i++)
        {
            var start = low + minimum + i;
            chances[i] = (Evidence(sums[start] - sums[low], start - low) + Evidence(sums[high] - sums[start], high - start)) / dispersion;
        }
        var most = chances.Max();
        var all = 0.0;
        for (var i = 0; i < chances.Length; i++)
            all += chances[i] = Math.Exp(chances[i] - most);
        var best = 0;
        for (var i = 1; i < chances.Length; i++)
            if (Around(i) > Around(best))
                best = i;
        int first = best, last = best;
        for (var held = chances[best]; held < mass * all;)
        {
            var isBefore = last == chances.Length - 1 || (first > 0 && chances[first - 1] >= chances[last + 1]);
            held += isBefore ? chances[--first] : chances[++last];
        }
        return new ChangeLocation(low + minimum + best, low + minimum + first, low + minimum + last);

        double Around(int i) => chances[i] + (i > 0 ? chances[i - 1] : 0) + (i + 1 < chances.Length ? chances[i + 1] : 0);
    }

    /// <summary>Logarithm of the likelihood of so many events in so many periods, the rate integrated out.</summary>
    static double Evidence(double events, double periods) => Statistics.LogGamma(events + PriorShape) - ((events + PriorShape) * Math.Log(periods));
}
