using System.Collections.Immutable;
using System.Text.Json;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Storage;

public sealed partial class EventStore
{
    const string ReportColumns =
        """
        report.report, report.id, article.id, article.sha256, report.type, report.modes, report.contexts, report.underlying, report.quad, report.score,
        report.cameo, report.status, report.hedges, report.actors, report.recipients, report.date_start, report.date_end, report.date_precision,
        report.date_span_start, report.date_span_end, report.place, report.place_span_start, report.place_span_end, report.attribution, report.sentence,
        report.evidence_start, report.evidence_end, report.trigger_start, report.trigger_end, report.trigger_text, report.quantities, report.rule,
        report.confidence, coding.version, coding.published_day, coding.anchor_day, coding.voice, coding.fingerprint
        """;

    const string ReportSource = "from report join coding using (coding) join article using (article)";

    readonly RecentTellings recent = new(KeptInMemory);

    // Days. A report of a day reaches a day to both sides, one of a week as much more.
    const int ShortReach = 8;

    public IReadOnlyList<Telling> Candidates(LinkKeys keys)
    {
        var found = new HashSet<ReportedEventId>();
        foreach (var key in keys.Sought)
        {
            found.UnionWith(Filed(key, ShortReach));
            found.UnionWith(Filed(key + "~", LinkKeys.LongestReach));
        }
        return [.. found.Select(Telling)];

        List<ReportedEventId> Filed(string key, int reach) => statements.Rows(
            """
            select report.id from filed join report using (report)
            where filed.key = $1 and filed.first_day between $2 and $3 and filed.last_day >= $4
            """,
            row => new ReportedEventId(row.Text(0)), key, keys.First - reach, keys.Last, keys.First);
    }

    static string FiledUnder(string key, LinkKeys keys) => keys.Last - keys.First <= ShortReach ? key : key + "~";

    public Telling Telling(ReportedEventId report) => Look(report).Telling;

    (long Key, Telling Telling) Look(ReportedEventId report)
    {
        if (recent.TryGet(report, out var key, out var telling))
            return (key, telling);
        (key, telling) = statements.Rows($"select {ReportColumns} {ReportSource} where report.id = $1 and coding.current = 1", ReadTelling, report.Value).Single();
        recent.Add(report, key, telling);
        return (key, telling);
    }

    public void Add(IEnumerable<Link> links)
    {
        foreach (var link in links)
        {
            long one = Look(link.A).Key, other = Look(link.B).Key;
            statements.Execute("insert into link (report, other, score) values ($1, $2, $3) on conflict do nothing", one, other, link.Score);
            statements.Execute("insert into link (report, other, score) values ($1, $2, $3) on conflict do nothing", other, one, link.Score);
        }
    }

    public IReadOnlyList<Link> LinksOf(ReportedEventId report) => statements.Rows(
        "select other.id, link.score from link join report as other on other.report = link.other where link.report = $1",
        row => Link.Between(report, new ReportedEventId(row.Text(0)), row.Real(1)), Look(report).Key);

    public IReadOnlyList<ReportedEventId> GroupOf(ReportedEventId report)
    {
        var members = statements.Rows(
            "select id from report where link_group = (select link_group from report where report = $1)",
            row => new ReportedEventId(row.Text(0)), Look(report).Key);
        return members.Count == 0 ? [report] : members;
    }

    static (long Key, Telling Telling) ReadTelling(Row row) => (row.Long(0), new Telling
    {
        Report = ReadReport(row),
        Published = StoredDay.Read(row.TextOrNull(34)),
        Anchor = StoredDay.Read(row.TextOrNull(35)),
        Outlet = row.Text(36),
        Fingerprint = unchecked((ulong)row.Long(37)),
    });

    static ReportedEvent ReadReport(Row row) => new()
    {
        Id = new ReportedEventId(row.Text(1)),
        Document = new ArticleId(row.Text(2)),
        TextSha256 = row.Text(3),
        Type = Enum.Parse<EventType>(row.Text(4)),
        Modes = Strings(row.Text(5)),
        Contexts = Strings(row.Text(6)),
        Underlying = Enum.Parse<EventType>(row.Text(7)),
        Quad = row.Int(8),
        Score = row.RealOrNull(9),
        Cameo = row.TextOrNull(10),
        Status = Enum.Parse<EventStatus>(row.Text(11)),
        Hedges = Strings(row.Text(12)),
        Actors = Parties(row.Text(13)),
        Recipients = Parties(row.Text(14)),
        Date = new TextDate(StoredDay.Read(row.TextOrNull(15)), StoredDay.Read(row.TextOrNull(16)), Enum.Parse<DatePrecision>(row.Text(17)), Span(row, 18)),
        Place = row.TextOrNull(20) is { } place ? new EventPlace(JsonSerializer.Deserialize(place, StoredJson.Default.Place)!, Span(row, 21)) : null,
        Attribution = JsonSerializer.Deserialize(row.Text(23), StoredJson.Default.ImmutableArrayAttribution),
        Sentence = row.Text(24),
        Evidence = new TextSpan(row.Int(25), row.Int(26)),
        Trigger = new TextSpan(row.Int(27), row.Int(28)),
        TriggerText = row.Text(29),
        Quantities = JsonSerializer.Deserialize(row.Text(30), StoredJson.Default.ImmutableArrayQuantity),
        Rule = row.Text(31),
        Confidence = row.Real(32),
        Version = row.Text(33),
    };

    static TextSpan? Span(Row row, int column) => row.IntOrNull(column) is { } start ? new TextSpan(start, row.Int(column + 1)) : null;

    static ImmutableArray<string> Strings(string json) =>
        json == "[]" ? [] : JsonSerializer.Deserialize(json, StoredJson.Default.ImmutableArrayString);

    static ImmutableArray<Party> Parties(string json) =>
        json == "[]" ? [] : JsonSerializer.Deserialize(json, StoredJson.Default.ImmutableArrayParty);
}
