using System.Text.Json;
using System.Xml.Linq;
using Demarche.Exporting;

namespace Demarche.Tests.Exporting;

public class GraphTests
{
    [Fact]
    public void The_graph_names_every_node_its_edges_join()
    {
        using var output = new MemoryStream();
        GraphMl.Write(Sightings.All, Sightings.Words, output, TestContext.Current.CancellationToken);
        output.Position = 0;
        var graph = XDocument.Load(output).Root!;
        var nodes = graph.Descendants().Where(element => element.Name.LocalName == "node").Select(node => node.Attribute("id")!.Value).ToList();
        var edges = graph.Descendants().Where(element => element.Name.LocalName == "edge").ToList();

        Assert.Equal(nodes.Count, nodes.Distinct().Count());
        Assert.Equal(6, edges.Count);
        Assert.All(edges, edge => Assert.Contains(edge.Attribute("source")!.Value, nodes));
        Assert.All(edges, edge => Assert.Contains(edge.Attribute("target")!.Value, nodes));
    }

    [Fact]
    public void A_feature_has_its_point_in_the_order_of_the_standard_or_none()
    {
        using var output = new MemoryStream();
        GeoJson.Write(Sightings.All, output, TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(output.ToArray());
        var features = json.RootElement.GetProperty("features").EnumerateArray().ToList();

        Assert.Equal("FeatureCollection", json.RootElement.GetProperty("type").GetString());
        Assert.Equal([37.6156, 55.7522], features[0].GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(number => number.GetDouble()));
        Assert.Equal(JsonValueKind.Null, features[3].GetProperty("geometry").ValueKind);
        Assert.All(features, feature => Assert.Equal("occurred", feature.GetProperty("properties").GetProperty("status").GetString()));
    }

    [Fact]
    public void The_manifest_says_where_nothing_was_measured()
    {
        using var output = new MemoryStream();
        new Manifest { Format = "csv", Columns = ["id"], Version = "1.0+test", Rules = "00", Filters = [("dyad", "CHN,RUS")], Statuses = ["occurred"], SaysStatus = true, Count = new ExportCount(3, 2, 4), Measured = [] }.Write(output);
        using var json = JsonDocument.Parse(output.ToArray());

        Assert.Equal("not measured", json.RootElement.GetProperty("measured").GetString());
        Assert.Equal("CHN,RUS", json.RootElement.GetProperty("filters").GetProperty("dyad").GetString());
        Assert.Equal(2, json.RootElement.GetProperty("events_written").GetInt32());
    }
}
