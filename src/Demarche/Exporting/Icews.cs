using System.Collections.Immutable;
using Demarche.Events;

namespace Demarche.Exporting;

/// <summary>The events table of ICEWS (20 columns): with a header, missing cells "NULL" as in its later years.</summary>
public static class Icews
{
    static readonly ImmutableArray<Column<ExportRow>> Columns =
    [
        new("Event ID", row => ExportRow.Whole(row.Number)),
        new("Event Date", row => ExportRow.Iso(row.Day)),
        new("Source Name", row => Name(row.Actor!, row.Words)),
        new("Source Sectors", row => Sectors(row.Actor!, row.Words)),
        new("Source Country", row => row.Words.StateName(row.Actor!.Code)),
        new("Event Text", row => row.Words.LabelOf(row.Cameo)),
        new("CAMEO Code", row => row.Cameo),
        new("Intensity", row => ExportRow.Real(row.Words.GoldsteinOf(row.Cameo))),
        new("Target Name", row => Name(row.Recipient!, row.Words)),
        new("Target Sectors", row => Sectors(row.Recipient!, row.Words)),
        new("Target Country", row => row.Words.StateName(row.Recipient!.Code)),
        new("Story ID", row => ExportRow.Whole(StoryOf(row.Event))),
        new("Sentence Number", row => ExportRow.Whole(row.Sources[0].SentenceNumber)),
        new("Publisher", row => row.Sources[0].Outlet),
        new("City", row => row.Place is { Kind: "city" or "site" } place ? place.Name : null),
        new("District", _ => null),
        new("Province", row => row.Region),
        new("Country", row => row.Words.StateName(row.Place?.Country)),
        new("Latitude", row => row.Place is { } place ? ExportRow.Real(place.Latitude) : null),
        new("Longitude", row => row.Place is { } place ? ExportRow.Real(place.Longitude) : null),
    ];

    public static TableFormat Of(ExportWords words, Func<ReportedEvent, TextSource> sourceOf)
    {
        var dyads = new Dyads(words, sourceOf);
        return new TableFormat("icews", HasHeader: true, "NULL", [.. Columns.Select(column => column.Name)],
            one => dyads.Of(one, needsBoth: true).Select(row => TableFormat.Cells(Columns, row)));
    }

    // Offices and groups stand with the country in brackets.
    static string? Name(Party party, ExportWords words)
    {
        var country = words.StateName(party.Code);
        var role = party.Name ?? (party.Sector is { } sector ? words.SectorLabel(sector) : null) ?? country;
        return role is null || role == country || country is null ? role ?? party.Text : $"{role} ({country})";
    }

    static string? Sectors(Party party, ExportWords words) =>
        string.Join(',', party.OtherSectors.Prepend(party.Sector ?? "").Where(sector => sector.Length > 0).Select(words.SectorLabel).Distinct());

    // The first article's number: the first digits of its hash.
    static long StoryOf(Event one) => Convert.ToInt64(one.Reports[0].TextSha256[..8], 16);
}
