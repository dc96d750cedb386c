using System.Globalization;
using System.Text;
using Demarche.Analysis;

namespace Demarche.Briefing.Charts;

/// <summary>The mean score of each period with its interval; a line only where there is enough for one. A period without events is a gap, not zero.</summary>
public static class ToneChart
{
    const double Left = 56, Right = 24, Top = 48, Plot = 200, Bottom = 52;

    public static string Draw(string id, string title, Relation relation, double width = 860)
    {
        var svg = new Svg(id, width, Top + Plot + Bottom, title, Describe(relation));
        var series = relation.Series;
        var scale = new TimeScale(series[0].Period.First, series[^1].Period.Last, Left, width - Left - Right);
        foreach (var (x, words) in scale.Labels())
        {
            svg.Line(x, Top, x, Top + Plot, "axis");
            svg.Text(x + 3, Top + Plot + 16, words, "soft small");
        }
        foreach (var tone in new[] { -10, -5, 0, 5, 10 })
        {
            svg.Line(Left, Y(tone), width - Right, Y(tone), tone == 0 ? "zero" : "axis");
            svg.Text(Left - 8, Y(tone) + 4, tone.ToString("+0;−0;0", CultureInfo.InvariantCulture), "soft small", "end");
        }
        if (relation.NoLine is null)
            foreach (var run in Runs(series))
                Curve(svg, run, scale);
        foreach (var one in series)
            Dot(svg, one, scale, relation.NoLine is not null);
        foreach (var change in relation.Changes)
            svg.Line(scale.At(change.First.First), Top, scale.At(change.First.First), Top + Plot, "change");
        svg.Text(16, Top + Plot + Bottom - 12, relation.NoLine is null
            ? "Line: mean score of counted events, −10 to +10. Band: 90 % bootstrap interval. Dashed: change point of a quad."
            : $"Dots: mean score of a period with its interval; {relation.NoLine}.", "soft small");
        return svg.Finish();
    }

    static double Y(double tone) => Top + (Plot * (10 - tone) / 20);

    /// <summary>Neighbouring periods that have a tone.</summary>
    static IEnumerable<List<PeriodFigures>> Runs(IEnumerable<PeriodFigures> series)
    {
        var run = new List<PeriodFigures>();
        foreach (var one in series)
            if (one.Tone.Value is not null)
            {
                run.Add(one);
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        if (run.Count > 0)
            yield return run;
    }

    static void Curve(Svg svg, List<PeriodFigures> run, TimeScale scale)
    {
        var curve = new StringBuilder();
        var upper = new StringBuilder();
        var lower = new List<string>();
        foreach (var one in run)
        {
            var x = Svg.N(Middle(one, scale));
            var start = curve.Length == 0 ? "M" : "L";
            curve.Append(CultureInfo.InvariantCulture, $"{start}{x} {Svg.N(Y(one.Tone.Value!.Value))}");
            upper.Append(CultureInfo.InvariantCulture, $"{start}{x} {Svg.N(Y(one.Tone.High ?? one.Tone.Value.Value))}");
            lower.Add($"L{x} {Svg.N(Y(one.Tone.Low ?? one.Tone.Value.Value))}");
        }
        lower.Reverse();
        svg.Path($"{upper}{string.Concat(lower)}Z", "band");
        svg.Path(curve.ToString(), "curve");
    }

    static void Dot(Svg svg, PeriodFigures one, TimeScale scale, bool withInterval)
    {
        if (one.Tone.Value is not { } tone)
            return;
        var x = Middle(one, scale);
        var interval = one.Tone is { Low: { } low, High: { } high } ? string.Create(CultureInfo.InvariantCulture, $" ({low:0.0} to {high:0.0})") : "";
        svg.Mark(one.Events.Select(each => each.Id.Value), string.Create(CultureInfo.InvariantCulture, $"{one.Period}: tone {tone:0.0}{interval} of {one.Tone.Events} events"));
        if (withInterval && one.Tone is { Low: { } from, High: { } to })
            svg.Line(x, Y(from), x, Y(to), "q2");
        svg.Circle(x, Y(tone), withInterval ? 4.5 : 2.5, one.IsComplete ? "q2" : "q2 hollow");
        svg.End();
    }

    static double Middle(PeriodFigures one, TimeScale scale) => (scale.At(one.Period.First) + scale.At(one.Period.Next.First)) / 2;

    static string Describe(Relation relation) => relation.Whole.Tone.Value is { } tone
        ? string.Create(CultureInfo.InvariantCulture, $"Mean score of {relation.Dyad.One} and {relation.Dyad.Other} by period; over the whole window {tone:0.0} of {relation.Whole.Tone.Events} events.")
        : "No counted event in this window.";
}
