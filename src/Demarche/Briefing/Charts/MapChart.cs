using System.Globalization;
using System.Text;
using Demarche.Knowledge.Places;

namespace Demarche.Briefing.Charts;

/// <summary>Events of one place on a map.</summary>
/// <param name="Reach">How far the true place may lie from the point, in kilometres: drawn as a ring.</param>
public sealed record MapMark(string Name, double Latitude, double Longitude, double Reach, int Quad, IReadOnlyList<string> Events);

/// <summary>
/// Where events took place, on coasts and borders without a tile server: an equirectangular map of the part of the world the marks
/// lie in, true to scale at its middle. A ring shows how exact a place is; what is known by country alone belongs in a list beside.
/// </summary>
public static class MapChart
{
    const double Top = 62, Bottom = 40, Side = 16, Margin = 6, LeastSpan = 24, KilometresADegree = 111.2;

    public static string Draw(string id, string title, Outlines outlines, IReadOnlyCollection<MapMark> marks, double width = 860)
    {
        var (west, east, south, north) = Window(marks);
        var squeeze = Math.Cos((south + north) / 2 * Math.PI / 180);
        var scale = (width - (2 * Side)) / ((east - west) * squeeze);
        var height = Top + ((north - south) * scale) + Bottom;
        var svg = new Svg(id, width, height, title, Describe(marks));
        svg.Path(Land(), "land");
        // What of the land reaches over the frame is covered again.
        svg.Rectangle(0, 0, width, Top, "paper");
        svg.Rectangle(0, height - Bottom, width, Bottom, "paper");
        svg.Rectangle(0, 0, Side, height, "paper");
        svg.Rectangle(width - Side, 0, Side, height, "paper");
        svg.Text(16, 24, title, "head");
        Legend(svg, marks);
        foreach (var place in marks.GroupBy(mark => (mark.Name, mark.Latitude, mark.Longitude)).OrderBy(place => place.Key.Name, StringComparer.Ordinal))
            Place(svg, [.. place.OrderBy(mark => mark.Quad)], X(place.Key.Longitude), Y(place.Key.Latitude), scale, width);
        svg.Text(16, height - 14, "Size: number of events. Ring: how far the true place may lie from the point. A line on a map is no opinion on a border.", "soft small");
        return svg.Finish();

        double X(double longitude) => Side + ((longitude - west) * squeeze * scale);

        double Y(double latitude) => Top + ((north - latitude) * scale);

        string Land()
        {
            var path = new StringBuilder();
            foreach (var ring in outlines.Rings)
            {
                if (ring.All(point => point.Longitude < west) || ring.All(point => point.Longitude > east) || ring.All(point => point.Latitude < south) || ring.All(point => point.Latitude > north))
                    continue;
                for (var i = 0; i < ring.Length; i++)
                    // A border that crosses the edge of the map goes on at its other end.
                    path.Append(i == 0 || Math.Abs(ring[i].Longitude - ring[i - 1].Longitude) > 180 ? 'M' : 'L').Append(Svg.N(X(ring[i].Longitude))).Append(' ').Append(Svg.N(Y(ring[i].Latitude)));
                if (Math.Abs(ring[^1].Longitude - ring[0].Longitude) <= 180)
                    path.Append('Z');
            }
            return path.ToString();
        }
    }

    /// <summary>The part of the world to show: the marks with a margin, never so near that a border becomes a straight line.</summary>
    static (double West, double East, double South, double North) Window(IReadOnlyCollection<MapMark> marks)
    {
        if (marks.Count == 0)
            return (-180, 180, -56, 78);
        double west = marks.Min(mark => mark.Longitude) - Margin, east = marks.Max(mark => mark.Longitude) + Margin;
        double south = marks.Min(mark => mark.Latitude) - Margin, north = marks.Max(mark => mark.Latitude) + Margin;
        (west, east) = Widened(west, east, LeastSpan, 180);
        // Between a third and the whole of the width, so that the picture keeps a shape that a page can hold.
        (south, north) = Widened(south, north, (east - west) / 3, 84);
        (west, east) = Widened(west, east, (north - south) * 1.2, 180);
        return (west, east, south, north);
    }

    static (double Low, double High) Widened(double low, double high, double least, double end)
    {
        var more = Math.Max(0, (least - (high - low)) / 2);
        return (Math.Max(-end, low - more), Math.Min(end, high + more));
    }

    /// <summary>The marks of one place side by side, its name beside them once.</summary>
    static void Place(Svg svg, IReadOnlyList<MapMark> marks, double x, double y, double scale, double width)
    {
        var reach = marks.Max(mark => mark.Reach) / KilometresADegree * scale;
        if (reach > 8)
            svg.Circle(x, y, reach, $"q{marks[0].Quad} ring");
        var at = x;
        foreach (var mark in marks)
        {
            var radius = Math.Min(14, 3 + (2 * Math.Sqrt(mark.Events.Count)));
            at += at > x ? radius : 0;
            svg.Mark(mark.Events, string.Create(CultureInfo.InvariantCulture, $"{mark.Name}: {mark.Events.Count} {(mark.Events.Count == 1 ? "event" : "events")}, {Quads.Name(mark.Quad)}"));
            svg.Circle(Math.Min(at, width - Side - radius), y, radius, $"q{mark.Quad} spot");
            svg.End();
            at += radius + 1;
        }
        if (at + 60 < width)
            svg.Text(at + 4, y + 4, marks[0].Name, "small");
        else
            svg.Text(x - 16, y + 4, marks[0].Name, "small", "end");
    }

    static void Legend(Svg svg, IEnumerable<MapMark> marks)
    {
        var x = Side;
        foreach (var quad in marks.Select(mark => mark.Quad).Distinct().Order())
        {
            svg.Circle(x + 5, 44, 5, $"q{quad}");
            svg.Text(x + 16, 48, Quads.Name(quad), "small");
            x += 40 + (6.2 * Quads.Name(quad).Length);
        }
    }

    static string Describe(IReadOnlyCollection<MapMark> marks) => marks.Count == 0
        ? "No event has a place that a map can show."
        : string.Create(CultureInfo.InvariantCulture, $"{marks.Sum(mark => mark.Events.Count)} events at {marks.Select(mark => mark.Name).Distinct().Count()} places: {string.Join(", ", marks.Select(mark => mark.Name).Distinct().Order(StringComparer.Ordinal).Take(20))}.");
}
