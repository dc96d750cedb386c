using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Knowledge.Places;

namespace Demarche.Importing;

/// <summary>
/// PLOVER gold records: a JSON array, one object, or one object a line. The names of the manual's fields, those of its sample block and
/// those of version 0.5b1 are all read.
/// </summary>
public sealed class GoldRecords(Ontology ontology, Gazetteer gazetteer)
{
    static readonly string[] CountedKinds = ["dead", "injured", "arrested"];

    readonly HumanWords words = new(ontology, gazetteer);

    /// <summary>The records in their order; header records ("DOCUMENT", <c>has_event</c> false) are passed over.</summary>
    public IEnumerable<ImportedRow> Read(Stream input)
    {
        var number = 0;
        var seen = new HashSet<string>();
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
            yield return One(place, record, seen);
        }
    }

    ImportedRow One(string where, JsonElement record, HashSet<string> seen)
    {
        try
        {
            var (row, note) = Row(record);
            return seen.Add(row.Id) ? new ImportedRow(where, row, null, note) : throw new FormatException($"the id '{row.Id}' stands in the file twice");
        }
        catch (FormatException wrong)
        {
            return new ImportedRow(where, null, wrong.Message);
        }
        catch (InvalidOperationException)
        {
            return new ImportedRow(where, null, "a string of it holds half a character (\\ud800 to \\udfff alone)");
        }
    }

    static IEnumerable<(string? Where, JsonElement Record, string? Broken)> Records(Stream input)
    {
        using var reader = new StreamReader(input);
        var text = reader.ReadToEnd();
        var whole = Parse(text, out var broken);
        if (whole is { } parsed)
            return parsed.ValueKind == JsonValueKind.Array ? parsed.EnumerateArray().Select(record => ((string?)null, record, (string?)null)) : [(null, parsed, null)];
        // An array is whole or broken; objects stand on lines of their own.
        if (text.AsSpan().TrimStart() is ['[', ..])
            return [($"line {broken}", default, "the JSON array breaks off or is broken here: nothing of it is read")];
        return text.Split('\n').Select((line, i) => (Line: line, Where: string.Create(CultureInfo.InvariantCulture, $"line {i + 1}")))
            .Where(entry => !string.IsNullOrWhiteSpace(entry.Line))
            .Select(entry => Parse(entry.Line, out _) is { } record ? (entry.Where, record, null) : ((string?)entry.Where, default(JsonElement), (string?)"no JSON object"));
    }

    /// <param name="brokenAt">The line, from 1, where the text is no JSON.</param>
    static JsonElement? Parse(string text, out long brokenAt)
    {
        brokenAt = 0;
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException problem)
        {
            brokenAt = (problem.LineNumber ?? 0) + 1;
            return null;
        }
        // A half of a character by itself.
        catch (ArgumentException)
        {
            return null;
        }
    }

    static bool IsHeader(JsonElement record) =>
        record.ValueKind == JsonValueKind.Object
        && (Texts(record, "event").Contains("DOCUMENT") || (record.TryGetProperty("has_event", out var has) && has.ValueKind == JsonValueKind.False));

    (HumanRow Row, string? Note) Row(JsonElement record)
    {
        if (record.ValueKind != JsonValueKind.Object)
            throw new FormatException("the record is no JSON object");
        var type = Texts(record, "event", "event_type") is [var named, ..] ? HumanWords.Type(named) : throw new FormatException("the record has no 'event'");
        var place = Object(record, "event_loc", "eventLoc");
        var size = Object(record, "size");
        var citation = Object(record, "cite_info");
        var (known, note) = place is { } located
            ? words.Place(Text(located, "resolved_place", "name", "extracted_place"), Text(located, "country_code"), Text(located, "lat"), Text(located, "lon"), Text(located, "resolution") == "1" ? "country" : null, Text(located, "geonameid"))
            : (null, null);
        return (new HumanRow
        {
            Id = Text(record, "id") ?? throw new FormatException("the record has no 'id'"),
            Type = type,
            Modes = words.Modes(type, Texts(record, "mode").Where(mode => mode.Length > 0)),
            Contexts = words.Contexts(Texts(record, "context", "contexts").Where(context => context.Length > 0)),
            Date = HumanWords.Date(Text(record, "date"), Text(record, "enddate"), null),
            Actors = Parties(record, "actor", "source"),
            Recipients = Parties(record, "recipient", "target"),
            Place = known,
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
        }, note);
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
                    JsonValueKind.String => [Words(value)],
                    JsonValueKind.Number => [value.GetRawText()],
                    JsonValueKind.Array => [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(Words)],
                    _ => [],
                };
        return [];
    }

    static string Words(JsonElement value) => value.GetString() is var words && words!.Contains('\0', StringComparison.Ordinal)
        ? throw new FormatException("a NUL character stands in it, which not every store can keep")
        : words;
}
