using System.Text.Json;

namespace Demarche.Events;

public static partial class EventJson
{
    /// <summary>One event with its history, its reports and what they contradict each other in.</summary>
    /// <param name="asOf">The day to ask <see cref="Event.IsUnconfirmed"/> for; null does not ask.</param>
    public static void Write(Utf8JsonWriter json, Event one, DateOnly? asOf = null)
    {
        json.WriteStartObject();
        json.WriteString("kind", "event");
        json.WriteString("id", one.Id.Value);
        WriteDeed(json, one.Type, one.Modes, one.Contexts, one.Underlying, one.Quad, one.Score, one.Cameo);
        json.WriteString("status", Name(one.Status));
        if (asOf is { } day && one.IsUnconfirmed(day))
            json.WriteString("unconfirmed_as_of", Iso(day));
        json.WriteStartArray("status_history");
        foreach (var entry in one.StatusHistory)
        {
            json.WriteStartObject();
            json.WriteString("status", Name(entry.Status));
            WriteKnown(json, "as_of", Iso(entry.AsOf));
            json.WriteString("document", entry.Document.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteParties(json, "actors", one.Actors);
        WriteParties(json, "recipients", one.Recipients);
        WriteDate(json, one.Date, null);
        WritePlace(json, one.Place, null);
        json.WriteNumber("origins", one.Origins);
        WriteStrings(json, "origin_holders", one.OriginHolders);
        json.WriteStartArray("reports");
        foreach (var report in one.Reports)
        {
            json.WriteStartObject();
            json.WriteString("id", report.Id.Value);
            json.WriteString("document", report.Document.Value);
            json.WriteString("sentence", report.Sentence);
            WriteTrigger(json, report);
            json.WriteString("status", Name(report.Status));
            WriteAttribution(json, report.Attribution);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("copies");
        foreach (var copy in one.Copies)
        {
            json.WriteStartObject();
            json.WriteString("document", copy.Document.Value);
            json.WriteString("of", copy.Of.Value);
            WriteKnown(json, "outlet", copy.Outlet);
            WriteKnown(json, "url", copy.Url);
            WriteKnown(json, "published", Iso(copy.Published));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("contradictions");
        foreach (var contradiction in one.Contradictions)
        {
            json.WriteStartObject();
            json.WriteString("what", contradiction.What);
            WriteStrings(json, "values", contradiction.Values);
            WriteStrings(json, "reports", [.. contradiction.Reports.Select(report => report.Value)]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("confidence", one.Confidence);
        WriteKnown(json, "review", one.Review);
        WriteKnown(json, "grade", one.Grade);
        if (one.Revision > 0)
            json.WriteNumber("revision", one.Revision);
        json.WriteString("version", one.Version);
        json.WriteEndObject();
    }
}
