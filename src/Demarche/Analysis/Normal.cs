namespace Demarche.Analysis;

/// <summary>How far a period lies from the periods before it, and the running alert on that distance.</summary>
/// <param name="threshold">Deviations worth an alert, in place of the setting.</param>
public sealed class Normal(MeasureSettings settings, double? threshold = null)
{
    /// <summary>The distance of every period, in the order of <paramref name="counts"/>.</summary>
    public IReadOnlyList<Distance> Distances(ReadOnlySpan<double> counts)
    {
        var before = settings.Whole("normal-periods");
        var found = new List<Distance>(counts.Length);
        for (var i = 0; i < counts.Length; i++)
            found.Add(i < before ? new Distance(null, null, false) : Of(counts[i], counts[(i - before)..i]));
        return found;
    }

    Distance Of(double count, ReadOnlySpan<double> previous)
    {
        var median = Statistics.Median(previous);
        var deviation = 1.4826 * Statistics.MedianDeviation(previous, median);
        // A rise is carried by the period's own events, a fall by those that used to be there.
        var isEnough = Math.Max(count, median) >= settings["normal-minimum-events"];
        if (deviation > 0)
        {
            var z = (count - median) / deviation;
            return new Distance(z, null, isEnough && Math.Abs(z) >= (threshold ?? settings["normal-threshold"]));
        }
        double mean = 0;
        foreach (var value in previous)
            mean += value / previous.Length;
        var tail = Statistics.PoissonTail(count, mean);
        return new Distance(null, tail, isEnough && tail < settings["poisson-tail"]);
    }

    /// <summary>
    /// Two-sided cumulative sum (Page 1954) of the distances: true for the periods in which the sum of what exceeds the slack
    /// crosses the threshold; the sums then begin anew. Periods without a distance leave them as they are.
    /// </summary>
    public IReadOnlyList<bool> Alerts(IReadOnlyList<Distance> distances)
    {
        double slack = settings["cusum-slack"], limit = settings["cusum-threshold"], up = 0, down = 0;
        var alerts = new bool[distances.Count];
        for (var i = 0; i < alerts.Length; i++)
        {
            if (distances[i].Z is not { } z)
                continue;
            up = Math.Max(0, up + z - slack);
            down = Math.Max(0, down - z - slack);
            if (up < limit && down < limit)
                continue;
            alerts[i] = true;
            (up, down) = (0, 0);
        }
        return alerts;
    }
}

/// <summary>Distance from normal.</summary>
/// <param name="Z">In deviations; null with too few periods before it, or where those do not deviate.</param>
/// <param name="Tail">Where they do not deviate: the Poisson probability of so unusual a count.</param>
public readonly record struct Distance(double? Z, double? Tail, bool IsAlert);
