using System.Globalization;
using Demarche.Events;

namespace Demarche.Briefing.Charts;

/// <summary>
/// Acts over time in lanes by actor. The shape tells the status: solid occurred or ongoing, hollow planned, dotted alleged or
/// imagined, struck denied, negated or cancelled; colour and letters tell the quad.
/// </summary>
public static class ChronologyChart
{
    const double Left = 96, Right = 24, Top = 62, Bottom = 54, LaneHeight = 64, Radius = 5;
    const double ColumnWidth = (2 * Radius) + 1, BarWidth = 7, BarGap = 4;
    const int LanesShown = 12, MarksHigh = 12;

    /// <summary>The chart; lanes are the busiest actors first, the rest in one lane. Nothing drawn where there is no event.</summary>
    public static string Draw(string id, string title, IReadOnlyCollection<ChartEvent> events, double width = 860)
    {
        var lanes = Lanes(events);
        var scale = events.Count == 0 ? null : Scale(events, width);
        // Marks that would overlap stand in one column; where a column is too full for any lane, the whole chart has bars.
        var fullest = scale is null ? 0 : lanes.Max(lane => lane.Events.CountBy(one => Column(one, scale, ColumnWidth)).Max(column => column.Value));
        var isDense = fullest > MarksHigh;
        var laneHeight = isDense ? LaneHeight : Math.Max(LaneHeight, 14 + (fullest * ColumnWidth));
        var height = Top + (Math.Max(1, lanes.Count) * laneHeight) + Bottom;
        var svg = new Svg(id, width, height, title, Describe(events, lanes.Count));
        if (scale is null)
        {
            svg.Text(width / 2, Top + (laneHeight / 2), "No event in this window.", "soft", "middle");
            return svg.Finish();
        }
        Legend(svg, events);
        var bottom = height - Bottom;
        foreach (var (x, words) in scale.Labels())
        {
            svg.Line(x, Top, x, bottom, "axis");
            svg.Text(x + 3, bottom + 16, words, "soft small");
        }
        // Only shapes that there are take room.
        var shapes = events.Select(one => ShapeOf(one.Status)).Distinct().Order().ToList();
        var columnWidth = isDense ? (shapes.Count * BarWidth) + BarGap : ColumnWidth;
        var most = lanes.Max(lane => lane.Events.CountBy(one => (Column(one, scale, columnWidth), ShapeOf(one.Status))).Max(bar => bar.Value));
        for (var i = 0; i < lanes.Count; i++)
            Lane(svg, scale, lanes[i].Name, lanes[i].Events, Top + ((i + 1) * laneHeight), width, isDense ? new Bars(shapes, columnWidth, (LaneHeight - 16) / most) : null);
        svg.Text(16, height - 14, (isDense ? string.Create(CultureInfo.InvariantCulture, $"Bars, the highest of {most}: ") : "Marks: ")
            + "solid occurred or ongoing, hollow planned, dotted alleged or imagined, struck denied, negated or cancelled.", "soft small");
        return svg.Finish();
    }

    static List<(string Name, List<ChartEvent> Events)> Lanes(IReadOnlyCollection<ChartEvent> events)
    {
        var lanes = events.GroupBy(one => one.Lane, StringComparer.Ordinal)
            .OrderByDescending(lane => lane.Count()).ThenBy(lane => lane.Key, StringComparer.Ordinal)
            .Select(lane => (lane.Key, lane.ToList())).ToList();
        if (lanes.Count <= LanesShown)
            return lanes;
        var others = lanes.Skip(LanesShown - 1).SelectMany(lane => lane.Item2).ToList();
        return [.. lanes.Take(LanesShown - 1), ($"{lanes.Count - LanesShown + 1} others", others)];
    }

    static TimeScale Scale(IReadOnlyCollection<ChartEvent> events, double width)
    {
        DateOnly first = events.Min(one => one.First), last = events.Max(one => one.Last);
        var margin = Math.Max(1, (last.DayNumber - first.DayNumber) / 40);
        return new TimeScale(
            DateOnly.FromDayNumber(Math.Max(0, first.DayNumber - margin)),
            DateOnly.FromDayNumber(Math.Min(DateOnly.MaxValue.DayNumber, last.DayNumber + margin)),
            Left, width - Left - Right);
    }

    static void Lane(Svg svg, TimeScale scale, string name, List<ChartEvent> events, double bottom, double width, Bars? bars)
    {
        var floor = bottom - 8;
        svg.Text(Left - 10, floor - 12, name.Length > 12 ? name[..11] + "…" : name, "", "end");
        svg.Line(Left, bottom, width - Right, bottom, "axis");
        foreach (var column in events.OrderBy(one => one.First).ThenBy(one => one.Id, StringComparer.Ordinal).GroupBy(one => Column(one, scale, bars?.Width ?? ColumnWidth)))
        {
            if (bars is not null)
            {
                Draw(svg, [.. column], column.Key * bars.Width, floor, bars);
                continue;
            }
            var level = 0;
            foreach (var one in column)
                Mark(svg, one, (ColumnWidth * column.Key) + Radius, floor - Radius - (level++ * ColumnWidth), scale);
        }
    }

    /// <summary>How columns that are too full for marks are drawn.</summary>
    /// <param name="Unit">Height of one event.</param>
    sealed record Bars(IReadOnlyList<Shape> Shapes, double Width, double Unit);

    static int Column(ChartEvent one, TimeScale scale, double width) => (int)(scale.Middle(one.First) / width);

    /// <summary>The events of a column too full for marks: a bar for each shape, divided by quad.</summary>
    static void Draw(Svg svg, IReadOnlyList<ChartEvent> events, double x, double floor, Bars bars)
    {
        foreach (var shape in events.GroupBy(one => ShapeOf(one.Status)).OrderBy(shape => shape.Key))
        {
            double left = x + (BarGap / 2) + (BarWidth * bars.Shapes.Index().First(known => known.Item == shape.Key).Index), at = floor;
            foreach (var quad in shape.GroupBy(one => one.Quad).OrderBy(quad => quad.Key))
            {
                var height = quad.Count() * bars.Unit;
                at -= height;
                svg.Mark(quad.Select(one => one.Id), string.Create(CultureInfo.InvariantCulture,
                    $"{quad.Count()} {string.Join(", ", quad.Select(one => StatusWords.Of(one.Status)).Distinct())}, {Quads.Name(quad.Key)}, {events[0].First:yyyy-MM-dd} to {events[^1].First:yyyy-MM-dd}"));
                svg.Rectangle(left + 0.9, at, BarWidth - 1.8, height, $"q{quad.Key}{LookOf(shape.Key)}");
                svg.End();
            }
            if (shape.Key == Shape.Struck)
                svg.Line(left - 0.5, floor + 2, left + BarWidth + 0.5, Math.Max(at, floor - 14) - 2, "strike");
        }
    }

    static void Mark(Svg svg, ChartEvent one, double x, double y, TimeScale scale)
    {
        svg.Mark([one.Id], one.Words);
        var end = scale.Middle(one.Last);
        if (end - x > 2 * Radius)
            svg.Line(x, y, end, y, $"q{one.Quad}");
        var shape = ShapeOf(one.Status);
        svg.Circle(x, y, Radius, $"q{one.Quad}{LookOf(shape)}");
        if (shape == Shape.Struck)
            svg.Line(x - Radius - 1.5, y + Radius + 1.5, x + Radius + 1.5, y - Radius - 1.5, "strike");
        svg.End();
    }

    static void Legend(Svg svg, IEnumerable<ChartEvent> events)
    {
        var x = Left;
        foreach (var quad in events.Select(one => one.Quad).Distinct().Order())
        {
            svg.Circle(x, 44, Radius, $"q{quad}");
            svg.Text(x + 10, 48, Quads.Name(quad), "small");
            x += 30 + (6.2 * Quads.Name(quad).Length);
        }
    }

    enum Shape
    {
        Solid,
        Hollow,
        Dotted,
        Struck,
    }

    static string LookOf(Shape shape) => shape switch { Shape.Solid => "", Shape.Dotted => " dotted", _ => " hollow" };

    static Shape ShapeOf(EventStatus status) => status switch
    {
        EventStatus.Occurred or EventStatus.Ongoing => Shape.Solid,
        EventStatus.Planned => Shape.Hollow,
        EventStatus.Alleged or EventStatus.Hypothetical => Shape.Dotted,
        _ => Shape.Struck,
    };

    static string Describe(IReadOnlyCollection<ChartEvent> events, int lanes)
    {
        if (events.Count == 0)
            return "No event in this window.";
        var statuses = events.CountBy(one => one.Status).OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} {StatusWords.Of(pair.Key)}");
        return string.Create(CultureInfo.InvariantCulture,
            $"{events.Count} events from {events.Min(one => one.First):yyyy-MM-dd} to {events.Max(one => one.Last):yyyy-MM-dd} in {lanes} lanes: {string.Join(", ", statuses)}.");
    }
}
