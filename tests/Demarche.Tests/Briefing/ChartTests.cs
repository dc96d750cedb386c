using System.Globalization;
using System.Xml.Linq;
using Demarche.Analysis;
using Demarche.Briefing.Charts;
using Demarche.Events;
using Demarche.Knowledge.Places;
using Demarche.Tests.Analysis;

namespace Demarche.Tests.Briefing;

public class ChartTests
{
    static readonly XNamespace Xml = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(3000)]
    public void A_chronology_is_well_formed_and_its_marks_carry_every_event_once(int count)
    {
        var chart = XElement.Parse(Show($"chronology-{count}", ChronologyChart.Draw("c1", "Chronology", [.. Events(count)])));

        Assert.Equal(Events(count).Select(one => one.Id).Order(StringComparer.Ordinal), MarkedIn(chart).Order(StringComparer.Ordinal));
        Assert.Equal("img", chart.Attribute("role")!.Value);
        Assert.Equal("Chronology", chart.Element(Xml + "title")!.Value);
        Assert.NotEmpty(chart.Element(Xml + "desc")!.Value);
    }

    [Theory]
    [InlineData("denied")]
    [InlineData("negated")]
    [InlineData("cancelled")]
    public void What_did_not_happen_is_struck_and_never_solid(string status)
    {
        var one = Events(1).Single() with { Status = Enum.Parse<EventStatus>(status, ignoreCase: true) };
        var chart = XElement.Parse(ChronologyChart.Draw("c1", "Chronology", [one]));

        var mark = chart.Descendants(Xml + "g").Single(group => group.Attribute("data-events") is not null);
        Assert.Contains("hollow", mark.Element(Xml + "circle")!.Attribute("class")!.Value, StringComparison.Ordinal);
        Assert.Equal("strike", mark.Elements(Xml + "line").Last().Attribute("class")!.Value);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(3000)]
    public void Counts_and_tone_show_every_counted_event(int count)
    {
        var relation = Relation(count);

        var quads = XElement.Parse(Show($"quads-{count}", QuadChart.Draw("c2", "China and Russia: counted events by month", relation)));
        var level = XElement.Parse(Show($"level-{count}", LevelChart.Draw("c4", "China and Russia: level (model)", relation, TestEvents.Settings)));
        Assert.Superset(relation.Events.All.Select(one => one.Id.Value).ToHashSet(), MarkedIn(level).ToHashSet());
        var tone = XElement.Parse(Show($"tone-{count}", ToneChart.Draw("c3", "China and Russia: tone by month", relation)));

        Assert.Superset(relation.Events.All.Select(one => one.Id.Value).ToHashSet(), MarkedIn(quads).ToHashSet());
        Assert.Superset(relation.Events.All.Select(one => one.Id.Value).ToHashSet(), MarkedIn(tone).ToHashSet());
        Assert.Equal(relation.NoLine is null, tone.Descendants(Xml + "path").Any(path => path.Attribute("class")!.Value == "curve"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(60)]
    public void A_map_marks_every_event_inside_its_frame(int count)
    {
        var marks = Marks(count);

        var chart = XElement.Parse(Show($"map-{count}", MapChart.Draw("c5", "Places of events", Outlines.Load(TestEvents.Data), marks)));

        Assert.Equal(marks.SelectMany(mark => mark.Events).Order(StringComparer.Ordinal), MarkedIn(chart).Order(StringComparer.Ordinal));
        var height = double.Parse(chart.Attribute("height")!.Value, CultureInfo.InvariantCulture);
        Assert.All(chart.Descendants(Xml + "g").Where(group => group.Attribute("data-events") is not null).SelectMany(group => group.Elements(Xml + "circle")), circle =>
        {
            Assert.InRange(double.Parse(circle.Attribute("cx")!.Value, CultureInfo.InvariantCulture), 0, 860);
            Assert.InRange(double.Parse(circle.Attribute("cy")!.Value, CultureInfo.InvariantCulture), 0, height);
        });
    }

    static List<MapMark> Marks(int count)
    {
        (string Name, double Latitude, double Longitude)[] places = [("Moscow", 55.75, 37.62), ("Minsk", 53.9, 27.57), ("Beijing", 39.9, 116.4), ("Lima", -12.05, -77.04), ("Nairobi", -1.29, 36.82), ("Suva", -18.14, 178.44)];
        var draws = new Random(9);
        return [.. Enumerable.Range(0, count).Select(i => (Place: count < 10 ? i : draws.Next(places.Length), Quad: 1 + (i % 4), i))
            .GroupBy(each => (each.Place, each.Quad))
            .Select(group => new MapMark(places[group.Key.Place].Name, places[group.Key.Place].Latitude, places[group.Key.Place].Longitude, group.Key.Place == 1 ? 150 : 15, group.Key.Quad, [.. group.Select(each => $"e-{each.i}")]))];
    }

    [Fact]
    public void A_matrix_has_a_square_for_each_pair()
    {
        string[] order = ["BLR", "CHN", "RUS", "UKR", "USA"];
        var cells = order.SelectMany((from, i) => order.Where(to => to != from).Select((to, j) => new MatrixCell(from, to, (i * 7 + j * 3) % 11, (i * 5 + j) % 6, [$"e-{i}-{j}"]))).ToList();

        var chart = XElement.Parse(Show("matrix", MatrixChart.Draw("c4", "Who does what to whom", order, cells)));

        Assert.Equal(cells.Count(cell => cell.Cooperation + cell.Conflict > 0), MarkedIn(chart).Count());
    }

    [Fact]
    public void Words_of_a_text_cannot_become_markup()
    {
        var one = Events(1).Single() with { Lane = "<script>alert(1)</script>\0", Words = "\"><b>&\uD800" };

        var chart = ChronologyChart.Draw("c1", "a < b & c", [one]);

        Assert.DoesNotContain("<script", chart, StringComparison.Ordinal);
        Assert.Equal("a < b & c", XElement.Parse(chart).Element(Xml + "title")!.Value);
    }

    static IEnumerable<ChartEvent> Events(int count)
    {
        string[] lanes = ["CHN", "RUS", "BLR", "USA", "UKR"];
        var draws = new Random(3);
        for (var i = 0; i < count; i++)
        {
            var day = new DateOnly(2023, 1, 3).AddDays(count < 10 ? i * 9 : draws.Next(700));
            yield return new ChartEvent($"e-{i:D5}", lanes[draws.Next(lanes.Length)], day, day.AddDays(i % 5 == 0 ? 6 : 0), (EventStatus)draws.Next(8), 1 + draws.Next(4), $"Event {i}");
        }
    }

    static Relation Relation(int count)
    {
        string[] types = ["consult", "aid", "accuse", "coerce", "agree", "support"];
        var draws = new Random(5);
        var lines = Enumerable.Range(0, count).Select(i =>
        {
            var day = new DateOnly(2020, 1, 2).AddDays(count < 10 ? i * 40 : draws.Next(4) == 0 ? 700 + draws.Next(700) : draws.Next(1400));
            return $"{day:yyyy-MM-dd} {(draws.Next(2) == 0 ? "CHN>RUS" : "RUS>CHN")} {types[draws.Next(types.Length)]}";
        });
        var last = new DateOnly(2023, 11, 15);
        var documents = Enumerable.Range(0, 1400).SelectMany(day => Enumerable.Repeat(new DateOnly(2020, 1, 1).AddDays(day), (day / 30) % 9)).ToList();
        return new RelationStudy(TestEvents.Settings, TestEvents.Counting()).Measure(
            new Dyad("CHN", "RUS"), new DateOnly(2020, 1, 1), count < 10 ? new DateOnly(2020, 6, 30) : last, PeriodLength.Month, TestEvents.Outlines([.. lines]), documents);
    }

    static IEnumerable<string> MarkedIn(XElement chart) =>
        chart.Descendants(Xml + "g").Select(group => group.Attribute("data-events")?.Value).OfType<string>().SelectMany(ids => ids.Split(' '));

    /// <summary>Leaves the picture in the folder that DEMARCHE_PICTURES names, to be looked at.</summary>
    static string Show(string name, string chart)
    {
        if (Environment.GetEnvironmentVariable("DEMARCHE_PICTURES") is { Length: > 0 } folder)
            File.WriteAllText(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}.svg")), chart);
        return chart;
    }
}
