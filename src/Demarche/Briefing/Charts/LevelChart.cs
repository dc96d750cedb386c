using System.Globalization;
using System.Text;
using Demarche.Analysis;

namespace Demarche.Briefing.Charts;

/// <summary>
/// The level of a relation at the end of each period: a stock by a model, whose parameters stand under it. It has a value where
/// nothing happens, so it is drawn where somebody asks for it alone.
/// </summary>
public static class LevelChart
{
    const double Left = 56, Right = 24, Top = 48, Plot = 200, Bottom = 52, LeastSpan = 2, End = 9;

    public static string Draw(string id, string title, Relation relation, MeasureSettings settings, double width = 860)
    {
        var svg = new Svg(id, width, Top + Plot + Bottom, title, Describe(relation));
        var series = relation.Series;
        var span = Math.Min(End, Math.Ceiling(Math.Max(LeastSpan, series.Max(one => Math.Abs(one.Level)))));
        var scale = new TimeScale(series[0].Period.First, series[^1].Period.Last, Left, width - Left - Right);
        foreach (var (x, words) in scale.Labels())
        {
            svg.Line(x, Top, x, Top + Plot, "axis");
            svg.Text(x + 3, Top + Plot + 16, words, "soft small");
        }
        foreach (var level in new[] { -span, -span / 2, 0, span / 2, span })
        {
            svg.Line(Left, Y(level), width - Right, Y(level), level == 0 ? "zero" : "axis");
            svg.Text(Left - 8, Y(level) + 4, level.ToString("+0.#;−0.#;0", CultureInfo.InvariantCulture), "soft small", "end");
        }
        if (relation.Events.All.Count == 0)
        {
            svg.Text(width / 2, Top + (Plot / 2) - 10, "No counted event in this window.", "soft", "middle");
            return svg.Finish();
        }
        if (relation.NoLine is null)
            svg.Path(Curve(), "curve");
        foreach (var one in series)
        {
            svg.Mark(one.Events.Select(each => each.Id.Value), string.Create(CultureInfo.InvariantCulture, $"{one.Period}: level {one.Level:0.00} at its end, {one.Events.Length} counted events in it"));
            svg.Circle(scale.At(one.Period.Next.First), Y(one.Level), relation.NoLine is null ? 2.5 : 4.5, one.IsComplete ? "q2" : "q2 hollow");
            svg.End();
        }
        svg.Text(16, Top + Plot + Bottom - 12, string.Create(CultureInfo.InvariantCulture,
            $"Model, not a count: each event moves the level by {settings["level-gain"]:0.##} of its score / 10, the less the nearer it is to ±{End}; half is forgotten in {settings["level-half-life"]:0} days."), "soft small");
        return svg.Finish();

        double Y(double level) => Top + (Plot * (span - level) / (2 * span));

        string Curve()
        {
            var curve = new StringBuilder();
            foreach (var one in series)
                curve.Append(curve.Length == 0 ? 'M' : 'L').Append(Svg.N(scale.At(one.Period.Next.First))).Append(' ').Append(Svg.N(Y(one.Level)));
            return curve.ToString();
        }
    }

    static string Describe(Relation relation) => relation.Events.All.Count == 0
        ? "No counted event in this window."
        : string.Create(CultureInfo.InvariantCulture, $"Level of {relation.Dyad.One} and {relation.Dyad.Other} by a model, at the end of each period; {relation.Whole.Level:+0.00;-0.00;0.00} at the end of the window, on a scale from -9 to 9.");
}
