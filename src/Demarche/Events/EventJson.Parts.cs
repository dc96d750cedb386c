using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Events;

/// <summary>
/// Reported events, claims and events as JSON objects, in the form that <c>docs/data-formats.md</c> promises. What is unknown is
/// left out; lists are always there.
/// </summary>
public static partial class EventJson
{
    static void WriteDeed(Utf8JsonWriter json, EventType type, ImmutableArray<string> modes, ImmutableArray<string> contexts, EventType underlying, int quad, double? score, string? cameo)
    {
        if (type != EventType.None)
            json.WriteString("type", Name(type));
        if (modes.Length == 1)
            json.WriteString("mode", modes[0]);
        else if (modes.Length > 1)
            WriteStrings(json, "mode", modes);
        WriteStrings(json, "contexts", contexts);
        if (underlying != EventType.None)
            json.WriteString("underlying", Name(underlying));
        if (quad > 0)
            json.WriteNumber("quad", quad);
        if (score is { } known)
            json.WriteNumber("score", known);
        WriteKnown(json, "cameo", cameo);
    }

    static void WriteParties(Utf8JsonWriter json, string name, ImmutableArray<Party> parties)
    {
        json.WriteStartArray(name);
        foreach (var party in parties)
        {
            json.WriteStartObject();
            WriteKnown(json, "text", party.Text);
            WriteSpan(json, party.Span);
            WriteKnown(json, "name", party.Name);
            WriteKnown(json, "code", party.Code);
            WriteKnown(json, "sector", party.Sector);
            if (!party.OtherSectors.IsEmpty)
                WriteStrings(json, "other_sectors", party.OtherSectors);
            WriteKnown(json, "office", party.Office);
            if (party.Implicit)
                json.WriteBoolean("implicit", true);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void WriteDate(Utf8JsonWriter json, TextDate date, string? text)
    {
        if (date is { Start: null, End: null, Span: null })
            return;
        json.WriteStartObject("date");
        WriteKnown(json, "start", Iso(date.Start));
        WriteKnown(json, "end", Iso(date.End));
        json.WriteString("precision", date.Precision.ToString().ToLowerInvariant());
        WriteKnown(json, "text", text);
        json.WriteEndObject();
    }

    static void WritePlace(Utf8JsonWriter json, EventPlace? place, string? text)
    {
        if (place is null)
            return;
        json.WriteStartObject("place");
        json.WriteString("name", place.Place.Name);
        WriteKnown(json, "country", place.Place.Country);
        json.WriteNumber("latitude", place.Place.Latitude);
        json.WriteNumber("longitude", place.Place.Longitude);
        if (place.Place.GeoNamesId is { } geonames)
            json.WriteNumber("geonames", geonames);
        WriteKnown(json, "text", text);
        json.WriteEndObject();
    }

    static void WriteAttribution(Utf8JsonWriter json, ImmutableArray<Attribution> chain)
    {
        json.WriteStartArray("attribution");
        foreach (var holder in chain)
            WriteHolder(json, holder);
        json.WriteEndArray();
    }

    static void WriteHolder(Utf8JsonWriter json, Attribution holder)
    {
        json.WriteStartObject();
        json.WriteString("text", holder.Text);
        WriteKnown(json, "name", holder.Name);
        WriteKnown(json, "code", holder.Code);
        WriteKnown(json, "sector", holder.Sector);
        WriteKnown(json, "verb", holder.Verb);
        json.WriteEndObject();
    }

    static void WriteTrigger(Utf8JsonWriter json, ReportedEvent report)
    {
        json.WriteStartObject("trigger");
        WriteSpan(json, report.Trigger);
        json.WriteString("text", report.TriggerText);
        json.WriteEndObject();
    }

    static void WriteSpan(Utf8JsonWriter json, TextSpan? span)
    {
        if (span is not { } known)
            return;
        json.WriteNumber("start", known.Start);
        json.WriteNumber("end", known.End);
    }

    static void WriteStrings(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    static void WriteKnown(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    static string Name(EventType type) => type.ToString().ToUpperInvariant();

    static string Name(EventStatus status) => status.ToString().ToLowerInvariant();

    static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
