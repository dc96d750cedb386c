using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Demarche.Documents;

namespace Demarche.Evaluation.Places;

/// <summary>A text with the places it names.</summary>
public sealed record GoldPlaces(string Text, IReadOnlyList<(TextSpan Span, double Latitude, double Longitude)> Toponyms);

/// <summary>
/// Scores places by coordinates: right within 161 km (100 miles), the measure of the geoparsing literature (Gritta et al. 2020). The point
/// of a country, sea or continent is a convention, so that for these 1,200 km count as right in the second measure.
/// </summary>
public static class PlaceScorer
{
    const double RightWithin = 161, RightWithinWide = 1200;

    /// <summary>Reads JSON Lines of text and toponyms (gzip).</summary>
    public static IReadOnlyList<GoldPlaces> Load(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var texts = new List<GoldPlaces>();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            using var row = JsonDocument.Parse(line);
            texts.Add(new GoldPlaces(row.RootElement.GetProperty("text").GetString()!, [.. row.RootElement.GetProperty("toponyms").EnumerateArray().Select(toponym =>
                (new TextSpan(toponym.GetProperty("start").GetInt32(), toponym.GetProperty("end").GetInt32()), Number(toponym, "lat"), Number(toponym, "lon")))]));
        }
        return texts;

        static double Number(JsonElement toponym, string key) => toponym.GetProperty(key) is { ValueKind: JsonValueKind.String } text
            ? double.Parse(text.GetString()!, CultureInfo.InvariantCulture) : toponym.GetProperty(key).GetDouble();
    }

    public static IReadOnlyList<Score> Compare(IReadOnlyList<GoldPlaces> gold, IReadOnlyList<Document> system, string data)
    {
        int wanted = 0, found = 0, resolved = 0, right = 0, sensible = 0;
        foreach (var (text, document) in gold.Zip(system))
            foreach (var (span, latitude, longitude) in text.Toponyms)
            {
                wanted++;
                if (document.Places.FirstOrDefault(place => document.SpanOf(place.First, place.End).Overlaps(span)) is not { End: > 0 } mention)
                    continue;
                found++;
                if (mention.Place is not { } place)
                    continue;
                resolved++;
                var distance = Kilometres(latitude, longitude, place.Latitude, place.Longitude);
                if (distance <= RightWithin)
                    right++;
                if (distance <= (place.Kind is "country" or "sea" or "continent" or "region" ? RightWithinWide : RightWithin))
                    sensible++;
            }
        return
        [
            new("places", data, "found", found / Math.Max(1.0, wanted), wanted),
            new("places", data, "within_161km_of_resolved", right / Math.Max(1.0, resolved), resolved),
            new("places", data, "right_place_of_resolved", sensible / Math.Max(1.0, resolved), resolved),
            new("places", data, "right_place_of_all", sensible / Math.Max(1.0, wanted), wanted),
        ];
    }

    /// <summary>Great-circle distance by the haversine formula.</summary>
    static double Kilometres(double latitude, double longitude, double otherLatitude, double otherLongitude)
    {
        static double Radians(double degrees) => degrees * Math.PI / 180;
        var a = Math.Pow(Math.Sin(Radians(otherLatitude - latitude) / 2), 2)
            + Math.Cos(Radians(latitude)) * Math.Cos(Radians(otherLatitude)) * Math.Pow(Math.Sin(Radians(otherLongitude - longitude) / 2), 2);
        return 2 * 6371 * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }
}
