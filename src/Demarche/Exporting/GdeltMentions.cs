using System.Collections.Immutable;
using Demarche.Events;

namespace Demarche.Exporting;

/// <summary>The mentions table of GDELT 2.0 (16 columns): every report, of an act as real, of every row that <c>gdelt2</c> writes, under the same numbers.</summary>
public static class GdeltMentions
{
    sealed record Mention(ExportRow Row, ReportedEvent Report, TextSource Source);

    static readonly ImmutableArray<Column<Mention>> Columns =
    [
        new("GLOBALEVENTID", mention => ExportRow.Whole(mention.Row.Number)),
        new("EventTimeDate", mention => ExportRow.Digits(mention.Row.FirstTold) + "000000"),
        new("MentionTimeDate", mention => ExportRow.Digits(mention.Source.Published ?? mention.Row.FirstTold) + "000000"),
        new("MentionType", mention => mention.Source.Url is null ? "2" : "1"),
        new("MentionSourceName", mention => Domain(mention.Source.Url) ?? mention.Source.Outlet ?? mention.Report.Document.Value),
        new("MentionIdentifier", mention => mention.Source.Url ?? mention.Report.Document.Value),
        new("SentenceID", mention => ExportRow.Whole(mention.Source.SentenceNumber)),
        new("Actor1CharOffset", mention => Offset(mention.Row.Actor, mention.Report)),
        new("Actor2CharOffset", mention => Offset(mention.Row.Recipient, mention.Report)),
        new("ActionCharOffset", mention => ExportRow.Whole(mention.Report.Trigger.Start)),
        new("InRawText", _ => "1"),
        new("Confidence", mention => ExportRow.Whole((long)Math.Round(mention.Report.Confidence * 100))),
        new("MentionDocLen", mention => ExportRow.Whole(mention.Source.Length)),
        new("MentionDocTone", _ => null),
        new("MentionDocTranslationInfo", _ => null),
        new("Extras", _ => null),
    ];

    public static TableFormat Of(ExportWords words, Func<ReportedEvent, TextSource> sourceOf)
    {
        var dyads = new Dyads(words, sourceOf);
        return new TableFormat("gdelt2-mentions", HasHeader: false, "", [.. Columns.Select(column => column.Name)],
            one => dyads.Of(one, needsBoth: false)
                .SelectMany(row => row.Event.Reports.Zip(row.Sources, (report, source) => new Mention(row, report, source)))
                .Select(mention => TableFormat.Cells(Columns, mention)));
    }

    // The natural key of a mention has no word for a report that names the party otherwise: then the sentence is all it has.
    static string Offset(Party? party, ReportedEvent report)
    {
        var told = party is null ? null : report.Actors.Concat(report.Recipients).FirstOrDefault(other => other.Code == party.Code && other.Span is not null);
        return ExportRow.Whole(told?.Span?.Start ?? -1);
    }

    static string? Domain(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Host.Length > 0
        ? address.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.Host[4..] : address.Host
        : null;
}
