using System.Globalization;
using System.Runtime.CompilerServices;

namespace Demarche.Analysis;

/// <summary>The measures of a set of counted events. Formulas: they stand in every output.</summary>
public sealed class Measures(MeasureSettings settings)
{
    /// <summary>Sums of weights by quad: element 0 is quad 1.</summary>
    public static double[] Quads(IReadOnlyList<CountedEvent> events)
    {
        var sums = new double[4];
        foreach (var one in events)
            sums[one.Quad - 1] += one.Weight;
        return sums;
    }

    public Figure Balance(IReadOnlyList<CountedEvent> events)
    {
        var n = Quads(events);
        return events.Count == 0 ? None()
            : Figure.Of((n[0] + n[1] - n[2] - n[3]) / (n.Sum() + (2 * settings["balance-prior"])), events.Count);
    }

    public static Figure MaterialShare(IReadOnlyList<CountedEvent> events)
    {
        var n = Quads(events);
        return n.Sum() == 0 ? None() : Figure.Of((n[1] + n[3]) / n.Sum(), events.Count);
    }

    /// <summary>The mean score, and a bootstrap interval over events; one event has no interval.</summary>
    public Figure Tone(IReadOnlyList<CountedEvent> events)
    {
        var weight = events.Sum(one => one.Weight);
        if (weight == 0)
            return None();
        var tone = events.Sum(one => one.Weight * one.Score) / weight;
        if (events.Count == 1)
            return Figure.Of(tone, 1);
        var means = Resampled(events, settings.Whole("bootstrap-draws"), (ulong)settings.Whole("bootstrap-seed"), tone);
        Array.Sort(means);
        var tail = (1 - settings["interval"]) / 2;
        return new Figure(tone, Statistics.Quantile(means, tail), Statistics.Quantile(means, 1 - tail), events.Count, null);
    }

    /// <summary>Means of as many events drawn with replacement. Millions of draws in a program that runs a second: compiled at once, not step by step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static double[] Resampled(IReadOnlyList<CountedEvent> events, int number, ulong seed, double otherwise)
    {
        var means = new double[number];
        var draws = new Draws(seed);
        // By event id, so that the interval does not hang on the order in which events came.
        var sample = events.OrderBy(one => one.Id.Value, StringComparer.Ordinal).Select(one => (one.Weight, Scored: one.Weight * one.Score)).ToArray();
        for (var i = 0; i < means.Length; i++)
        {
            double sum = 0, weights = 0;
            for (var j = 0; j < sample.Length; j++)
            {
                var (weight, scored) = sample[draws.Below(sample.Length)];
                sum += scored;
                weights += weight;
            }
            means[i] = weights == 0 ? otherwise : sum / weights;
        }
        return means;
    }

    public static Figure Intensity(IReadOnlyList<CountedEvent> events) =>
        Figure.Of(Math.Log(1 + events.Sum(one => one.Weight * Math.Abs(one.Score))), events.Count);

    /// <param name="documents">Documents that name both states; null where nobody counted them.</param>
    public static Figure Rate(IReadOnlyList<CountedEvent> events, int? documents) => documents switch
    {
        null => Figure.NotEnough(events.Count, "documents that name both states were not counted"),
        0 => Figure.NotEnough(events.Count, "no document names both states"),
        var known => Figure.Of(1000 * events.Sum(one => one.Weight) / known.Value, events.Count),
    };

    /// <param name="around">Sum of weights over all pairs that one of the two belongs to, this pair included.</param>
    public static Figure Share(IReadOnlyList<CountedEvent> events, double around) =>
        around == 0 ? None() : Figure.Of(events.Sum(one => one.Weight) / around, events.Count);

    /// <summary>How much warmer the first is to the other than the other to the first.</summary>
    public Figure Asymmetry(IReadOnlyList<CountedEvent> there, IReadOnlyList<CountedEvent> back)
    {
        var floor = settings.Whole("asymmetry-minimum");
        var n = there.Count + back.Count;
        if (there.Count < floor || back.Count < floor)
            return Figure.NotEnough(n, string.Create(CultureInfo.InvariantCulture, $"{there.Count} and {back.Count} events; {floor} each way are asked"));
        return Figure.Of(Mean(there) - Mean(back), n);
    }

    /// <summary>
    /// The stock of the relation at the end of <paramref name="day"/>: it forgets by half-life, and every event moves it the less
    /// the nearer it is to the end of the scale.
    /// </summary>
    public double Level(IReadOnlyList<CountedEvent> events, DateOnly day) => Levels(events, [day])[0];

    /// <summary>The stock at the end of each of some days, which ascend.</summary>
    public double[] Levels(IReadOnlyList<CountedEvent> events, IReadOnlyList<DateOnly> days)
    {
        double level = 0, gain = settings["level-gain"], halfLife = settings["level-half-life"];
        var at = DateOnly.MinValue;
        var next = 0;
        var ordered = events.OrderBy(one => one.First).ThenBy(one => one.Id.Value, StringComparer.Ordinal).ToList();
        var found = new double[days.Count];
        for (var i = 0; i < found.Length; i++)
        {
            for (; next < ordered.Count && ordered[next].First <= days[i]; next++)
            {
                Forget(ordered[next].First);
                var score = ordered[next].Score;
                var room = score >= 0 ? 1 - (level / 9) : 1 + (level / 9);
                level = Math.Clamp(level + (ordered[next].Weight * gain * score / 10 * room), -9, 9);
            }
            Forget(days[i]);
            found[i] = level;
        }
        return found;

        void Forget(DateOnly day)
        {
            level *= Math.Pow(2, -(day.DayNumber - at.DayNumber) / halfLife);
            at = day;
        }
    }

    static double Mean(IReadOnlyList<CountedEvent> events) => events.Sum(one => one.Weight * one.Score) / events.Sum(one => one.Weight);

    static Figure None() => Figure.NotEnough(0, "no counted event");
}
