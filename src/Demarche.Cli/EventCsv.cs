using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Demarche.Events;

namespace Demarche.Cli;

/// <summary>Events as a table of comma-separated values, lists within a cell set off by '|'.</summary>
sealed class EventCsv : IDisposable
{
    public static readonly ImmutableArray<string> Columns =
    [
        "id", "type", "mode", "contexts", "underlying", "quad", "score", "cameo", "status", "date_start", "date_end", "date_precision",
        "actor_codes", "actor_sectors", "actor_names", "recipient_codes", "recipient_sectors", "recipient_names",
        "place", "country", "latitude", "longitude", "place_kind", "geonames", "origins", "origin_holders", "reports", "documents", "contradictions", "confidence", "review", "version", "sentence", "copies",
        "actor_other_sectors", "actor_offices", "recipient_other_sectors", "recipient_offices", "grade",
    ];

    readonly CsvWriter csv;

    public EventCsv(TextWriter output)
    {
        csv = new CsvWriter(output, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }, leaveOpen: true);
        foreach (var column in Columns)
            csv.WriteField(column);
        csv.NextRecord();
    }

    public void Write(Event one)
    {
        csv.WriteField(one.Id.Value);
        csv.WriteField(one.Type.ToString().ToUpperInvariant());
        Write(one.Modes);
        Write(one.Contexts);
        csv.WriteField(one.Underlying == Knowledge.EventType.None ? "" : one.Underlying.ToString().ToUpperInvariant());
        csv.WriteField(one.Quad);
        csv.WriteField(one.Score);
        csv.WriteField(one.Cameo);
        csv.WriteField(EventWords.Name(one.Status));
        csv.WriteField(one.Date.Start?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        csv.WriteField(one.Date.End?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        csv.WriteField(one.Date.Precision.ToString().ToLowerInvariant());
        Write(one.Actors);
        Write(one.Recipients);
        WriteWords(one.Place?.Place.Name ?? "");
        csv.WriteField(one.Place?.Place.Country);
        csv.WriteField(one.Place?.Place.Latitude);
        csv.WriteField(one.Place?.Place.Longitude);
        csv.WriteField(one.Place?.Place.Kind);
        csv.WriteField(one.Place?.Place.GeoNamesId);
        csv.WriteField(one.Origins);
        Write(one.OriginHolders);
        csv.WriteField(one.Reports.Length);
        Write(one.Reports.Select(report => report.Document.Value).Distinct());
        Write(one.Contradictions.Select(contradiction => $"{contradiction.What}: {string.Join(" / ", contradiction.Values)}"));
        csv.WriteField(one.Confidence);
        csv.WriteField(one.Review);
        csv.WriteField(one.Version);
        WriteWords(EventWords.Evidence(one));
        Write(one.Copies.Select(EventWords.Source));
        WriteRest(one.Actors);
        WriteRest(one.Recipients);
        csv.WriteField(one.Grade);
        csv.NextRecord();
    }

    void Write(IEnumerable<Party> parties)
    {
        var list = parties.ToList();
        Write(list.Select(party => party.Code ?? ""));
        Write(list.Select(party => party.Sector ?? ""));
        Write(list.Select(party => party.Name ?? party.Text ?? ""));
    }

    void WriteRest(IReadOnlyCollection<Party> parties)
    {
        WriteKnown(parties.Select(party => string.Join('+', party.OtherSectors)));
        WriteKnown(parties.Select(party => party.Office ?? ""));
    }

    // Where no party has any, the cell is empty, and not a row of separators.
    void WriteKnown(IEnumerable<string> values)
    {
        var list = values.ToList();
        Write(list.TrueForAll(value => value.Length == 0) ? [] : list);
    }

    // What sets off the values of a list cannot stand in one.
    void Write(IEnumerable<string> values) => WriteWords(string.Join('|', values.Select(value => value.Replace('|', '/'))));

    // The words are a stranger's: no spreadsheet shall take them for a formula.
    void WriteWords(string words) => csv.WriteField(words.Length > 0 && words[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + words : words);

    public void Dispose() => csv.Dispose();
}
