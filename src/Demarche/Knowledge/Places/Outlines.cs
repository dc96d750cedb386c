using System.Collections.Immutable;
using System.Globalization;

namespace Demarche.Knowledge.Places;

/// <summary>A point of a coast or border, in degrees east and north.</summary>
public readonly record struct OutlinePoint(double Longitude, double Latitude);

/// <summary>Coasts and borders for maps at small scale (data/places/outlines.tsv). A line on a map is no opinion on a border.</summary>
public sealed class Outlines
{
    const string Path = "data/places/outlines.tsv";

    Outlines(ImmutableArray<ImmutableArray<OutlinePoint>> rings) => Rings = rings;

    /// <summary>Closed rings; the last point joins the first.</summary>
    public ImmutableArray<ImmutableArray<OutlinePoint>> Rings { get; }

    /// <exception cref="DataFileException">A ring has fewer than three points, or a point is none on Earth.</exception>
    public static Outlines Load(DataFolder data)
    {
        using var table = new TsvFile(data.Open(Path), Path, "country", "name", "rings", "as_of", "source");
        var column = table.Column("rings");
        var rings = ImmutableArray.CreateBuilder<ImmutableArray<OutlinePoint>>();
        while (table.Read())
            foreach (var ring in table.List(column))
            {
                var points = ring.Split(' ').Select(point => Point(table, point)).ToImmutableArray();
                if (points.Length < 3)
                    throw table.Problem("a ring needs three points or more");
                rings.Add(points);
            }
        return new Outlines(rings.ToImmutable());
    }

    static OutlinePoint Point(TsvFile table, string text) =>
        text.Split(',') is [var east, var north]
            && double.TryParse(east, NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude) && longitude is >= -180 and <= 180
            && double.TryParse(north, NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude) && latitude is >= -90 and <= 90
            ? new OutlinePoint(longitude, latitude)
            : throw table.Problem($"'{text}' is no point: longitude,latitude in degrees");
}
