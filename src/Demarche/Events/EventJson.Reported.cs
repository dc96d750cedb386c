using System.Text.Json;

namespace Demarche.Events;

public static partial class EventJson
{
    /// <summary>One reported event.</summary>
    /// <param name="text">The article's text, for the words of dates and places; without it they are left out.</param>
    public static void Write(Utf8JsonWriter json, ReportedEvent report, string? text = null)
    {
        json.WriteStartObject();
        json.WriteString("kind", "event");
        json.WriteString("id", report.Id.Value);
        json.WriteString("document", report.Document.Value);
        WriteDeed(json, report.Type, report.Modes, report.Contexts, report.Underlying, report.Quad, report.Score, report.Cameo);
        json.WriteString("status", Name(report.Status));
        WriteStrings(json, "hedges", report.Hedges);
        WriteParties(json, "actors", report.Actors);
        WriteParties(json, "recipients", report.Recipients);
        WriteDate(json, report.Date, text is null ? null : report.Date.Span?.Of(text));
        WritePlace(json, report.Place, text is null ? null : report.Place?.Span?.Of(text));
        WriteAttribution(json, report.Attribution);
        json.WriteString("sentence", report.Sentence);
        json.WriteStartObject("evidence");
        WriteSpan(json, report.Evidence);
        json.WriteEndObject();
        WriteTrigger(json, report);
        if (!report.Quantities.IsEmpty)
        {
            json.WriteStartArray("quantities");
            foreach (var quantity in report.Quantities)
            {
                json.WriteStartObject();
                json.WriteString("kind", quantity.Kind);
                json.WriteNumber("value", quantity.Value);
                WriteKnown(json, "qualifier", quantity.Qualifier);
                WriteSpan(json, quantity.Span);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteString("rule", report.Rule);
        json.WriteNumber("confidence", report.Confidence);
        json.WriteString("version", report.Version);
        json.WriteEndObject();
    }

    /// <summary>One claim: what somebody holds, never an event.</summary>
    public static void Write(Utf8JsonWriter json, Claim claim)
    {
        json.WriteStartObject();
        json.WriteString("kind", "claim");
        json.WriteString("id", claim.Id.Value);
        json.WriteString("document", claim.Document.Value);
        if (claim.Holder is { } holder)
        {
            json.WritePropertyName("holder");
            WriteHolder(json, holder);
        }
        json.WriteString("proposition", claim.Proposition);
        json.WriteStartObject("proposition_span");
        WriteSpan(json, claim.PropositionSpan);
        json.WriteEndObject();
        json.WriteString("claim", claim.Kind.ToString().ToLowerInvariant());
        WriteStrings(json, "hedges", claim.Hedges);
        WriteStrings(json, "about", [.. claim.About.Select(id => id.Value)]);
        WriteAttribution(json, claim.Attribution);
        json.WriteString("sentence", claim.Sentence);
        json.WriteStartObject("evidence");
        WriteSpan(json, claim.Evidence);
        json.WriteEndObject();
        json.WriteStartObject("trigger");
        WriteSpan(json, claim.Trigger);
        json.WriteEndObject();
        json.WriteString("rule", claim.Rule);
        json.WriteString("version", claim.Version);
        json.WriteEndObject();
    }
}
