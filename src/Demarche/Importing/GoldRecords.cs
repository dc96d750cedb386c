using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Importing;

/// <summary>
/// PLOVER gold records: a JSON array, one object, or one object a line. The names of the manual's fields, those of its sample block and
/// those of version 0.5b1 are all read.
/// </summary>
public sealed class GoldRecords(Ontology ontology)
{
    static readonly string[] CountedKinds = ["dead", "injured", "arrested"];

    readonly HumanWords words = new(ontology);

    /// <summary>The records in their order; header records ("DOCUMENT", <c>has_event</c> false) are passed over.</summary>
    public IEnumerable<ImportedRow> Read(Stream input)
    {
        var number = 0;
        foreach (var (where, record, broken) in Records(input))
        {
            number++;
            var place = where ?? string.Create(CultureInfo.InvariantCulture, $"record {number}");
            if (broken is not null)
            {
                yield return new ImportedRow(place, null, broken);
                continue;
            }
            if (IsHeader(record))
                continue;
            HumanRow? row = null;
            string? problem = null;
            try
            {
                row = Row(record);
            }
            catch (FormatException wrong)
            {
                problem = wrong.Message;
            }
            yield return new ImportedRow(place, row, problem);
        }
    }

    static IEnumerable<(string? Where, JsonElement Record, string? Broken)> Records(Stream input)
    {
        using var reader = new StreamReader(input);
        var text = reader.ReadToEnd();
        if (Parse(text) is { } whole)
            return whole.ValueKind == JsonValueKind.Array ? whole.EnumerateArray().Select(record => ((string?)null, record, (string?)null)) : [(null, whole, null)];
        return text.Split('\n').Select((line, i) => (Line: line, Where: string.Create(CultureInfo.InvariantCulture, $"line {i + 1}")))
            .Where(entry => !string.IsNullOrWhiteSpace(entry.Line))
            .Select(entry => Parse(entry.Line) is { } record ? (entry.Where, record, null) : ((string?)entry.Where, default(JsonElement), (string?)"no JSON object"));
    }

    static JsonElement? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static bool IsHeader(JsonElement record) =>
        record.ValueKind == JsonValueKind.Object
        && (Texts(record, "event").Contains("DOCUMENT") || (record.TryGetProperty("has_event", out var has) && has.ValueKind == JsonValueKind.False));

    HumanRow Row(JsonElement record)
    {
        if (record.ValueKind != JsonValueKind.Object)
            throw new FormatException("the record is no JSON object");
        var type = Texts(record, "event", "event_type") is [var named, ..] ? HumanWords.Type(named) : throw new FormatException("the record has no 'event'");
        var place = Object(record, "event_loc", "eventLoc");
        var size = Object(record, "size");
        var citation = Object(record, "cite_info");
        return new HumanRow
        {
            Id = Text(record, "id") ?? throw new FormatException("the record has no 'id'"),
            Type = type,
            Modes = words.Modes(type, Texts(record, "mode").Where(mode => mode.Length > 0)),
            Contexts = words.Contexts(Texts(record, "context", "contexts").Where(context => context.Length > 0)),
            Date = HumanWords.Date(Text(record, "date"), Text(record, "enddate"), null),
            Actors = Parties(record, "actor", "source"),
            Recipients = Parties(record, "recipient", "target"),
            Place = place is { } known ? HumanWords.Place(
                Text(known, "resolved_place", "name", "extracted_place"), Text(known, "country_code"), Text(known, "lat"), Text(known, "lon"),
                Text(known, "resolution") == "1" ? "country" : null, Text(known, "geonameid")) : null,
            Quantities =
            [
                .. CountedKinds.Select(kind => (kind, Value: Text(size ?? record, kind)))
                    .Where(entry => entry.Value is { Length: > 0 } && double.TryParse(entry.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
                    .Select(entry => (entry.kind, HumanWords.Number(entry.Value!))),
            ],
            Text = Text(record, "text") ?? Texts(record, "event_text", "eventText").FirstOrDefault(text => text.Length > 0) ?? throw new FormatException("the record has neither 'text' nor 'event_text': an event stands on words"),
            ActText = Texts(record, "event_text", "eventText").FirstOrDefault(),
            Outlet = Text(citation ?? record, "publication"),
            Url = Text(citation ?? record, "url"),
            Language = Text(citation ?? record, "language") ?? "en",
        };
    }

    ImmutableArray<Party> Parties(JsonElement record, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (record.TryGetProperty(name, out var list))
                return [.. (list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : new[] { list }).Where(one => one.ValueKind == JsonValueKind.Object).Select(Party)];
        return [];
    }

    Party Party(JsonElement one) => new()
    {
        Text = Text(one, "entity_text", "actorText", "raw_text"),
        Name = Text(one, "identifier_text", "entity_name"),
        Code = HumanWords.Code(Text(one, "code", "country_code")),
        Sector = words.Sector(Text(one, "sector", "sector_code")),
        OtherSectors = [.. Texts(one, "other_sector_codes").Select(sector => words.Sector(sector)).OfType<string>()],
        Office = Text(one, "office"),
    };

    static JsonElement? Object(JsonElement record, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object)
                return value;
        return null;
    }

    /// <summary>The first of the fields that is there, numbers as they stand.</summary>
    static string? Text(JsonElement record, params ReadOnlySpan<string> names) => Texts(record, names) is [{ Length: > 0 } first, ..] ? first : null;

    /// <summary>A string or a list of strings under the first of the names that is there.</summary>
    static ImmutableArray<string> Texts(JsonElement record, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (record.TryGetProperty(name, out var value))
                return value.ValueKind switch
                {
                    JsonValueKind.String => [value.GetString()!],
                    JsonValueKind.Number => [value.GetRawText()],
                    JsonValueKind.Array => [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)],
                    _ => [],
                };
        return [];
    }
}
