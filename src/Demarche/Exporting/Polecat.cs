using System.Collections.Immutable;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Exporting;

/// <summary>The table of POLECAT (40 columns): with a header, missing cells "None", lists set off by "; ", one row an event.</summary>
public static class Polecat
{
    const string Missing = "None";

    sealed record Row(Event Event, IReadOnlyList<TextSource> Sources, DateOnly Day, ExportWords Words);

    static readonly ImmutableArray<Column<Row>> Columns =
    [
        new("Event ID", row => row.Event.Id.Value),
        new("Event Date", row => ExportRow.Iso(row.Day)),
        new("Event Type", row => EventTypes.Code(row.Event.Type)),
        new("Event Mode", row => List(row.Event.Modes)),
        new("Intensity", row => row.Event.Score is { } score ? ExportRow.Real(score) : null),
        new("Quad Code", row => row.Event.Quad == 0 ? null : ExportRow.Whole(row.Event.Quad)),
        new("Contexts", row => List(row.Event.Contexts)),
        .. Side("Actor", row => row.Event.Actors),
        .. Side("Recipient", row => row.Event.Recipients),
        new("Placename", row => row.Event.Place?.Place.Name),
        new("City", row => row.Event.Place?.Place is { Kind: "city" or "site" } place ? place.Name : null),
        new("District", _ => null),
        new("Province", row => row.Event.Place?.Place is { } place ? row.Words.Places.RegionOf(place) : null),
        new("Country", row => row.Event.Place?.Place.Country),
        new("Latitude", row => row.Event.Place is { } place ? ExportRow.Real(place.Place.Latitude) : null),
        new("Longitude", row => row.Event.Place is { } place ? ExportRow.Real(place.Place.Longitude) : null),
        new("GeoNames ID", row => row.Event.Place?.Place.GeoNamesId is { } id ? ExportRow.Whole(id) : null),
        new("Raw Placename", row => row.Event.Place?.Place.Name),
        new("Feature Type", row => row.Event.Place?.Place.Kind),
        new("Source", row => row.Sources[0].Outlet),
        new("Publication Date", row => row.Sources.Min(source => source.Published) is { } day ? ExportRow.Iso(day) : null),
        // Who and what else the story names is not kept with its events.
        new("Story People", _ => null),
        new("Story Organizations", _ => null),
        new("Story Locations", _ => null),
        new("Language", row => row.Sources[0].Language),
        new("Version", row => row.Event.Version),
    ];

    public static TableFormat Of(ExportWords words, Func<ReportedEvent, TextSource> sourceOf) =>
        new("polecat", HasHeader: true, Missing, [.. Columns.Select(column => column.Name)], one =>
        {
            one = ExportRow.AsTold(one);
            var sources = one.Reports.Select(sourceOf).ToList();
            return ExportRow.DayOf(one, sources) is { } day ? [TableFormat.Cells(Columns, new Row(one, sources, day, words))] : [];
        });

    static IEnumerable<Column<Row>> Side(string side, Func<Row, ImmutableArray<Party>> parties)
    {
        Column<Row> Of(string column, Func<Party, ExportWords, string?> value) =>
            new(column, row => Aligned(parties(row).Select(party => value(party, row.Words))));
        return
        [
            Of($"{side} Name", (party, words) => party.Name ?? words.StateName(party.Code)),
            Of($"{side} Country", (party, _) => party.Code),
            Of($"{side} COW", (party, words) => words.Cow(party.Code)),
            new($"Primary {side} Sector", row => parties(row).FirstOrDefault()?.Sector),
            new($"{side} Sectors", row => List(parties(row).SelectMany(party => party.OtherSectors.Prepend(party.Sector)))),
            Of($"{side} Title", (party, _) => party.Office),
            Of($"{side} Name Raw", (party, _) => party.Text),
            new($"Wikipedia {side} ID", _ => null),
        ];
    }

    // Of several parties each has its place in every list, so that the lists can be read side by side.
    static string? Aligned(IEnumerable<string?> values)
    {
        var list = values.Select(value => value is { Length: > 0 } ? One(value) : null).ToList();
        return list.TrueForAll(value => value is null) ? null : string.Join("; ", list.Select(value => value ?? Missing));
    }

    static string List(IEnumerable<string?> values) => string.Join("; ", values.OfType<string>().Where(value => value.Length > 0).Select(One).Distinct());

    // A semicolon within a value would make two of it.
    static string One(string value) => value.Replace(';', ',');
}
