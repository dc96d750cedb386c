using System.Globalization;
using Demarche.Analysis;

namespace Demarche.Briefing.Charts;

/// <summary>
/// Counts by quad and period: cooperation above the line, conflict below, deeds next to the line and words beyond them. Beneath
/// stands how many documents named both, without which no count can be read. Too few events give a dot each instead of bars.
/// </summary>
public static class QuadChart
{
    const double Left = 56, Right = 24, Top = 90, Plot = 220, Strip = 34, Bottom = 56;

    public static string Draw(string id, string title, Relation relation, double width = 860)
    {
        var series = relation.Series;
        var svg = new Svg(id, width, Top + Plot + Strip + Bottom, title, Describe(relation));
        double up = Math.Max(1, series.Max(one => one.Quads[0] + one.Quads[1])), down = Math.Max(1, series.Max(one => one.Quads[2] + one.Quads[3]));
        var unit = Plot / (up + down);
        var zero = Top + (up * unit);
        var scale = new TimeScale(series[0].Period.First, series[^1].Period.Last, Left, width - Left - Right);
        foreach (var (x, words) in scale.Labels())
        {
            svg.Line(x, Top, x, Top + Plot + Strip, "axis");
            svg.Text(x + 3, Top + Plot + Strip + 16, words, "soft small");
        }
        Axis(svg, zero, unit, up, down);
        foreach (var one in series)
        {
            double x = scale.At(one.Period.First), next = scale.At(one.Period.Next.First);
            var gap = Math.Min(3, (next - x) / 6);
            Columns(svg, one, x + gap, next - x - (2 * gap), zero, unit, relation.NoLine is not null);
            if (!one.IsComplete)
                svg.Rectangle(x + gap, Top, next - x - (2 * gap), Plot, "", svg.Hatch);
        }
        svg.Line(Left, zero, width - Right, zero, "zero");
        // Signs that would stand on each other stand one above the other.
        var ends = new double[3];
        foreach (var change in relation.Changes.OrderBy(change => change.First.First))
        {
            var x = scale.At(change.First.First);
            var row = Math.Max(0, Array.FindIndex(ends, end => x >= end));
            ends[row] = x + 30;
            Change(svg, change, x, Top - 6 - (11 * row));
        }
        if (relation.Events.All.Count == 0)
            svg.Text(width / 2, zero - 10, "No counted event in this window.", "soft", "middle");
        Coverage(svg, series, scale, Top + Plot + 8);
        Legend(svg);
        svg.Text(16, Top + Plot + Strip + Bottom - 14, Note(relation), "soft small");
        return svg.Finish();
    }

    static void Columns(Svg svg, PeriodFigures one, double x, double width, double zero, double unit, bool asDots)
    {
        // Deeds stand next to the line, words beyond them.
        double above = zero, below = zero;
        foreach (var quad in new[] { 2, 1, 4, 3 })
        {
            var count = one.Quads[quad - 1];
            if (count == 0)
                continue;
            var height = count * unit;
            var isUp = quad <= 2;
            svg.Mark(one.OfQuad(quad).Select(id => id.Value), string.Create(CultureInfo.InvariantCulture, $"{one.Period}: {count:0.##} {Quads.Name(quad)}"));
            if (asDots)
                Dots(svg, count, x + (width / 2), isUp ? above : below, isUp ? -unit : unit, quad);
            else
                svg.Rectangle(x, isUp ? above - height : below, width, height, $"q{quad}");
            svg.End();
            if (isUp)
                above -= height;
            else
                below += height;
        }
    }

    static readonly double[] RoundSteps = [.. Enumerable.Range(0, 10).SelectMany(power => new[] { 1.0, 2, 5 }.Select(digit => digit * Math.Pow(10, power)))];

    static void Dots(Svg svg, double count, double x, double from, double step, int quad)
    {
        for (var i = 0; i < Math.Ceiling(count); i++)
            svg.Circle(x, from + ((i + 0.5) * step), Math.Min(6, Math.Abs(step) * 0.4), $"q{quad}");
    }

    static void Axis(Svg svg, double zero, double unit, double up, double down)
    {
        var step = RoundSteps.First(step => step * 6 >= up + down);
        for (var value = -Math.Floor(down / step) * step; value <= up; value += step)
            svg.Text(Left - 8, zero - (value * unit) + 4, Math.Abs(value).ToString("0", CultureInfo.InvariantCulture), "soft small", "end");
    }

    static void Change(Svg svg, ChangePoint change, double x, double y)
    {
        svg.Mark(change.Drivers.Select(id => id.Value), string.Create(CultureInfo.InvariantCulture,
            $"{Quads.Name(change.Quad)} changed with {change.First}: {change.Before:0.0} a period before, {change.After:0.0} after"));
        svg.Line(x, y - 8, x, Top + Plot, "change");
        svg.Text(x + 3, y, $"{Quads.Sign(change.Quad)}{(change.After > change.Before ? "↑" : "↓")}", "small");
        svg.End();
    }

    static void Coverage(Svg svg, IReadOnlyList<PeriodFigures> series, TimeScale scale, double top)
    {
        if (series.All(one => one.Documents is null))
        {
            svg.Text(Left, top + 14, "Documents naming both were not counted.", "soft small");
            return;
        }
        var most = series.Max(one => one.Documents ?? 0);
        if (most == 0)
        {
            svg.Text(Left, top + 14, "No document of this window names both.", "soft small");
            return;
        }
        svg.Text(Left - 8, top + 20, "docs", "soft small", "end");
        foreach (var one in series.Where(one => one.Documents > 0))
        {
            double x = scale.At(one.Period.First), height = (Strip - 10) * one.Documents!.Value / most;
            svg.Rectangle(x + 0.5, top + Strip - 10 - height, Math.Max(1, scale.At(one.Period.Next.First) - x - 1), height, "cover");
        }
        svg.Text(Left + 2, top + 2, string.Create(CultureInfo.InvariantCulture, $"at most {most}"), "soft small");
    }

    static void Legend(Svg svg)
    {
        var x = Left;
        foreach (var quad in new[] { 1, 2, 3, 4 })
        {
            svg.Rectangle(x, 39, 11, 11, $"q{quad}");
            svg.Text(x + 16, 49, Quads.Name(quad), "small");
            x += 34 + (6.1 * Quads.Name(quad).Length);
        }
    }

    static string Note(Relation relation)
    {
        var alleged = relation.WithAlleged ? " Alleged acts are counted." : "";
        return (relation.NoLine is null ? "Bars: counted events. Hatched: incomplete period. Dashed: change point." : $"Dots: one event each; {relation.NoLine}.") + alleged;
    }

    static string Describe(Relation relation)
    {
        var n = relation.Whole.Quads;
        return string.Create(CultureInfo.InvariantCulture,
            $"{relation.Dyad.One} and {relation.Dyad.Other}, {relation.From:yyyy-MM-dd} to {relation.To:yyyy-MM-dd}: {n[0]:0.##} verbal and {n[1]:0.##} material cooperation, {n[2]:0.##} verbal and {n[3]:0.##} material conflict; {relation.Changes.Length} change points.");
    }
}
