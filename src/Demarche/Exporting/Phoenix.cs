using System.Collections.Immutable;
using Demarche.Events;

namespace Demarche.Exporting;

/// <summary>The table of the Phoenix pipeline (26 columns): without a header, missing cells empty, one row an event and dyad.</summary>
public static class Phoenix
{
    static readonly ImmutableArray<Column<ExportRow>> Columns =
    [
        new("EventID", row => $"{ExportRow.Whole(row.Counter)}_{row.Event.Version}"),
        new("Date", row => ExportRow.Digits(row.Day)),
        new("Year", row => ExportRow.Digits(row.Day)[..4]),
        new("Month", row => ExportRow.Digits(row.Day)[4..6]),
        new("Day", row => ExportRow.Digits(row.Day)[6..]),
        .. Actor("Source", row => row.Actor!),
        .. Actor("Target", row => row.Recipient!),
        new("EventCode", row => row.Cameo),
        new("EventRootCode", row => row.Cameo[..2]),
        new("QuadClass", row => ExportRow.Whole(row.Words.PhoenixQuadOf(row.Cameo))),
        new("GoldsteinScore", row => ExportRow.Real(row.Words.RootGoldsteinOf(row.Cameo))),
        new("Issues", row => string.Join(';', row.Event.Contexts.Select(context => context.ToUpperInvariant() + ",1"))),
        new("Lat", row => row.Place is { } place ? ExportRow.Real(place.Latitude) : null),
        new("Lon", row => row.Place is { } place ? ExportRow.Real(place.Longitude) : null),
        new("LocationName", row => row.Place?.Name),
        new("StateName", row => row.Region),
        new("CountryCode", row => row.Words.StateName(row.Place?.Country)),
        new("SentenceID", row => string.Join(';', row.Event.Reports.Zip(row.Sources, (report, source) => $"{report.Document.Value.Replace(';', ',')}_{ExportRow.Whole(source.SentenceNumber)}"))),
        new("URLs", row => string.Join(';', row.Sources.Select(source => source.Url?.Replace(";", "%3B", StringComparison.Ordinal)).OfType<string>().Distinct())),
        new("NewsSources", row => string.Join(';', row.Sources.Select(source => source.Outlet?.Replace(';', ',')).OfType<string>().Distinct())),
    ];

    public static TableFormat Of(ExportWords words, Func<ReportedEvent, TextSource> sourceOf)
    {
        var dyads = new Dyads(words, sourceOf);
        return new TableFormat("phoenix", HasHeader: false, "", [.. Columns.Select(column => column.Name)],
            one => dyads.Of(one, needsBoth: true).Select(row => TableFormat.Cells(Columns, row)));
    }

    /// <summary>As <see cref="Of"/>, one row a day of what one did to the other, as the pipeline's own dataset is made.</summary>
    public static TableFormat OneADayOf(ExportWords words, Func<ReportedEvent, TextSource> sourceOf) =>
        Of(words, sourceOf) with { Name = "phoenix-daily", Filter = OneADay.Of };

    static IEnumerable<Column<ExportRow>> Actor(string side, Func<ExportRow, Party> party)
    {
        Column<ExportRow> Of(string column, Func<Party, ExportWords, string?> value) => new($"{side}Actor{column}", row => value(party(row), row.Words));
        return
        [
            Of("Full", (one, words) => Entity(one) + Role(one, words) + string.Concat(Attributes(one, words))),
            Of("Entity", (one, _) => Entity(one)),
            Of("Role", Role),
            Of("Attribute", (one, words) => string.Join(';', Attributes(one, words))),
        ];
    }

    // A country, or one of IGO, NGO, IMG and MNC.
    static string Entity(Party party) => party.Code switch { "UNO" or "EUR" => "IGO", "ISM" => "NGO", var code => ExportWords.CameoCountry(code)! };

    // As the pipeline does: the first of the codes that is a role; where none is, the nearest role to the first.
    static string? Role(Party party, ExportWords words) =>
        Array.Find([.. new CameoActor(party, words).Roles], words.IsPhoenixRole) ?? (party.Sector is { } sector ? words.PhoenixRole(sector) : null);

    // All that CAMEO says of the party beside.
    static IEnumerable<string> Attributes(Party party, ExportWords words)
    {
        var actor = new CameoActor(party, words);
        var role = Role(party, words);
        return new[] { actor.KnownGroup }.Concat(actor.Roles).Concat([actor.Ethnic, actor.Religion, actor.Branch]).OfType<string>()
            .Where(code => code != role && code != Entity(party)).Distinct();
    }
}
