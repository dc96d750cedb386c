using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Demarche.Exporting;

/// <summary>What an exported file is: what made it, what it holds and leaves out, and how far its coding was measured.</summary>
public sealed record Manifest
{
    public required string Format { get; init; }

    public required ImmutableArray<string> Columns { get; init; }

    public required string Version { get; init; }

    /// <summary>SHA-256 of the coding rules.</summary>
    public required string Rules { get; init; }

    /// <summary>The options that chose the events, as given.</summary>
    public required ImmutableArray<(string Option, string Value)> Filters { get; init; }

    /// <summary>The statuses of the events in the file.</summary>
    public required ImmutableArray<string> Statuses { get; init; }

    /// <summary>Whether each event stands there with its status.</summary>
    public required bool SaysStatus { get; init; }

    public required ExportCount Count { get; init; }

    /// <summary>Measured figures at least reached: data, measure, floor. Empty where nothing was measured.</summary>
    public required ImmutableArray<(string Data, string Measure, double AtLeast)> Measured { get; init; }

    public void Write(Stream output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteStartArray("columns");
        foreach (var column in Columns)
            json.WriteStringValue(column);
        json.WriteEndArray();
        json.WriteString("version", Version);
        json.WriteString("codebook", "PLOVER manual, draft 2.0; CAMEO codes of data/ontology; Goldstein values of CAMEO codes (phoenix: of their roots)");
        json.WriteString("rules_sha256", Rules);
        json.WriteStartObject("filters");
        foreach (var (option, value) in Filters)
            json.WriteString(option, value);
        json.WriteEndObject();
        json.WriteStartArray("statuses");
        foreach (var status in Statuses)
            json.WriteStringValue(status);
        json.WriteEndArray();
        json.WriteString("status_rule", SaysStatus
            ? "each event stands there with its status, whatever it is"
            : "the format has no column for the status and counts whatever stands there as done: only acts that occurred or are going on are written");
        json.WriteNumber("events_chosen", Count.Read);
        json.WriteNumber("events_written", Count.Written);
        json.WriteNumber("rows", Count.Rows);
        if (Measured.IsEmpty)
        {
            json.WriteString("measured", "not measured");
        }
        else
        {
            json.WriteStartArray("measured");
            foreach (var (data, measure, atLeast) in Measured)
            {
                json.WriteStartObject();
                json.WriteString("data", data);
                json.WriteString("measure", measure);
                json.WriteNumber("at_least", atLeast);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }
}
