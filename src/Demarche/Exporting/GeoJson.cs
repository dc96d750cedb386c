using System.Text.Json;
using Demarche.Events;

namespace Demarche.Exporting;

/// <summary>Events as a GeoJSON feature collection (RFC 7946): a point where the place is known, no geometry where it is not.</summary>
public static class GeoJson
{
    public static ExportCount Write(IEnumerable<Event> events, Stream output, CancellationToken stop)
    {
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        var count = 0;
        foreach (var one in events)
        {
            stop.ThrowIfCancellationRequested();
            Write(json, one);
            if (++count % 64 == 0)
                json.Flush();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        return new ExportCount(count, count, count);
    }

    static void Write(Utf8JsonWriter json, Event one)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", one.Id.Value);
        if (one.Place?.Place is { } place)
        {
            json.WriteStartObject("geometry");
            json.WriteString("type", "Point");
            json.WriteStartArray("coordinates");
            json.WriteNumberValue(place.Longitude);
            json.WriteNumberValue(place.Latitude);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("geometry");
        }
        json.WritePropertyName("properties");
        EventJson.Write(json, one);
        json.WriteEndObject();
    }
}
