using System.Collections.Immutable;
using System.Globalization;
using Demarche.Events;

namespace Demarche.Exporting;

/// <summary>The events tables of GDELT 1.0 (58 columns) and 2.0 (61): without a header, missing cells empty.</summary>
public static class GdeltEvents
{
    public static TableFormat Of(ExportWords words, Func<ReportedEvent, TextSource> sourceOf, bool second)
    {
        ImmutableArray<Column<ExportRow>> columns =
        [
            new("GLOBALEVENTID", row => ExportRow.Whole(row.Number)),
            new("SQLDATE", row => ExportRow.Digits(row.Day)),
            new("MonthYear", row => ExportRow.Digits(row.Day)[..6]),
            new("Year", row => ExportRow.Whole(row.Day.Year)),
            new("FractionDate", row => FractionDate(row.Day).ToString("0.0000", CultureInfo.InvariantCulture)),
            .. Actor("Actor1", row => row.Source),
            .. Actor("Actor2", row => row.Target),
            new("IsRootEvent", row => row.Sources.Any(source => source.InLead) ? "1" : "0"),
            new("EventCode", row => row.Cameo),
            new("EventBaseCode", row => row.Cameo[..3]),
            new("EventRootCode", row => row.Cameo[..2]),
            new("QuadClass", row => ExportRow.Whole(row.Words.GdeltQuadOf(row.Cameo))),
            new("GoldsteinScale", row => ExportRow.Real(row.Words.GoldsteinOf(row.Cameo))),
            new("NumMentions", row => ExportRow.Whole(row.Event.Reports.Length)),
            new("NumSources", row => ExportRow.Whole(row.Event.Reports.Zip(row.Sources, (report, source) => source.Outlet ?? source.Url ?? report.Document.Value).Distinct().Count())),
            new("NumArticles", row => ExportRow.Whole(row.Event.Reports.Select(report => (report.Document, report.TextSha256)).Distinct().Count())),
            // The tone of the words is not measured.
            new("AvgTone", _ => null),
            .. Geo("Actor1Geo", second, row => row.SourceHome),
            .. Geo("Actor2Geo", second, row => row.TargetHome),
            .. Geo("ActionGeo", second, row => row.Action),
            new("DATEADDED", row => ExportRow.Digits(row.FirstTold) + (second ? "000000" : "")),
            new("SOURCEURL", row => row.Sources.Select(source => source.Url).FirstOrDefault(url => url is not null)),
        ];
        var dyads = new Dyads(words, sourceOf);
        return new TableFormat(second ? "gdelt2" : "gdelt1", HasHeader: false, "", [.. columns.Select(column => column.Name)],
            one => dyads.Of(one, needsBoth: false).Select(row => TableFormat.Cells(columns, row)));
    }

    // Codebook 1.03: months of 30 days, the last days of December cut.
    static double FractionDate(DateOnly day) => day.Year + Math.Min(((day.Month * 30) + day.Day) / 365.0, 0.9999);

    static IEnumerable<Column<ExportRow>> Actor(string name, Func<ExportRow, CameoActor?> side)
    {
        Column<ExportRow> Of(string column, Func<CameoActor, string?> value) => new(name + column, row => side(row) is { } actor ? value(actor) : null);
        return
        [
            Of("Code", actor => actor.Code),
            Of("Name", actor => actor.Name?.ToUpperInvariant()),
            Of("CountryCode", actor => actor.Country),
            Of("KnownGroupCode", actor => actor.KnownGroup),
            Of("EthnicCode", actor => actor.Ethnic),
            Of("Religion1Code", actor => actor.Religion),
            Of("Religion2Code", actor => actor.Branch),
            Of("Type1Code", actor => actor.Type(0)),
            Of("Type2Code", actor => actor.Type(1)),
            Of("Type3Code", actor => actor.Type(2)),
        ];
    }

    static IEnumerable<Column<ExportRow>> Geo(string name, bool second, Func<ExportRow, GdeltPlace?> place)
    {
        Column<ExportRow> Of(string column, Func<GdeltPlace, string?> value) => new($"{name}_{column}", row => place(row) is { } one ? value(one) : null);
        yield return new($"{name}_Type", row => ExportRow.Whole(place(row)?.Type ?? 0));
        yield return Of("FullName", one => one.FullName);
        yield return Of("CountryCode", one => one.Country);
        yield return Of("ADM1Code", one => one.Adm1);
        // Numbers of GAUL and of counties are not known.
        if (second)
            yield return Of("ADM2Code", _ => null);
        yield return Of("Lat", one => ExportRow.Real(one.Latitude));
        yield return Of("Long", one => ExportRow.Real(one.Longitude));
        yield return Of("FeatureID", one => one.FeatureId);
    }
}
