using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Storage;

public sealed partial class EventStore
{
    /// <summary>Looks for everything that should never be: nothing found means that every shown fact opens to its text.</summary>
    public IEnumerable<string> Check(CancellationToken stop = default)
    {
        foreach (var problem in database.Damage(statements))
            yield return problem;
        foreach (var (sql, problem) in Invariants)
            foreach (var id in statements.Rows(sql, row => row.Text(0)))
                yield return $"{id}: {problem}";
        foreach (var article in statements.Rows("select article from article order by id, sha256", row => row.Long(0)))
        {
            stop.ThrowIfCancellationRequested();
            foreach (var problem in CheckArticle(article))
                yield return problem;
        }
    }

    static readonly (string Sql, string Problem)[] Invariants =
    [
        ("select report.id from report join coding using (coding) where current = 1 and not exists (select 1 from event_report where event_report.report = report.report)", "a report without an event"),
        ("select report.id from report join coding using (coding) join event_report using (report) where current = 0", "a retired report still belongs to an event"),
        ("select id from event where not exists (select 1 from event_report where event_report.event = event.event)", "an event without a report"),
        ("select id from article where not exists (select 1 from coding where coding.article = article.article and current = 1)", "an article without a current coding"),
        ("select article.id from duplicate join coding using (article) join article using (article) where current = 1 and not_coded is null", "a duplicate that is coded"),
        ("select article.id from duplicate join article using (article) where original in (select article from duplicate as further where further.original = duplicate.article)", "duplicates of each other"),
        ("select min(article.id) from coding join article using (article) where current = 1 group by coding.article having count(*) > 1", "an article with two current codings"),
        ("select report.id from link join report using (report) where not exists (select 1 from link as back where back.report = link.other and back.other = link.report)", "a link without its counterpart"),
        ("""
         select event.id from event where status in ('Occurred', 'Ongoing') and revision = 0 and not exists (select 1 from event_report join report using (report)
             where event_report.event = event.event and report.status in ('Occurred', 'Ongoing'))
         """, "shown as real, and no report tells it as real"),
    ];

    List<string> CheckArticle(long article)
    {
        var problems = new List<string>();
        var (id, sha256, text, blocks) = statements.Rows("select id, sha256, text, blocks from article where article = $1",
            row => (row.Text(0), row.Text(1), row.Text(2), row.Text(3)), article).Single();
        if (Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))) != sha256)
            problems.Add($"{id}: the text is not the one that was read: its hash differs");
        foreach (var block in JsonSerializer.Deserialize(blocks, StoredJson.Default.ImmutableArrayBlock))
            if (!Inside(block.Span, text))
                problems.Add($"{id}: a block lies outside the text");
        foreach (var report in statements.Rows($"select {ReportColumns} {ReportSource} where article.article = $1", ReadReport, article))
            if (!Stands(report.Evidence, report.Sentence, text) || !Stands(report.Trigger, report.TriggerText, text)
                || report.Actors.Concat(report.Recipients).Any(party => !Stands(party.Span, party.Text, text))
                || report.Attribution.Any(holder => !Stands(holder.Span, holder.Text, text))
                || (report.Date.Span is { } date && !Inside(date, text)) || (report.Place?.Span is { } place && !Inside(place, text)))
                problems.Add($"{report.Id}: a span does not hold the words it is said to hold");
        foreach (var (claim, proposition, start, end) in statements.Rows(
            "select claim.id, proposition, proposition_start, proposition_end from claim join coding using (coding) where coding.article = $1",
            row => (row.Text(0), row.Text(1), row.Int(2), row.Int(3)), article))
            if (!Stands(new TextSpan(start, end), proposition, text))
                problems.Add($"{claim}: a span does not hold the words it is said to hold");
        return problems;
    }

    static bool Inside(TextSpan span, string text) => span.Start >= 0 && span.Start <= span.End && span.End <= text.Length;

    static bool Stands(TextSpan? span, string? words, string text) =>
        span is not { } place || (Inside(place, text) && (words is null || text.AsSpan(place.Start, place.Length).SequenceEqual(words)));

    /// <summary>Counts, in the order they are best read.</summary>
    public IReadOnlyList<(string What, long Count)> Stats()
    {
        var counts = new List<(string, long)>
        {
            ("articles", Count("select count(*) from article")),
            ("articles coded", Count("select count(*) from coding where current = 1 and not_coded is null")),
        };
        counts.AddRange(statements.Rows(
            "select not_coded, count(*) from coding where current = 1 and not_coded is not null group by not_coded order by not_coded",
            row => ("not coded: " + row.Text(0), row.Long(1))));
        counts.Add(("codings by older versions", Count("select count(*) from coding where current = 0")));
        counts.Add(("reported events", Count("select count(*) from report join coding using (coding) where current = 1")));
        counts.Add(("claims", Count("select count(*) from claim join coding using (coding) where current = 1")));
        counts.Add(("events", Count("select count(*) from event")));
        foreach (var status in Enum.GetValues<EventStatus>())
            counts.Add(("events " + status.ToString().ToLowerInvariant(), (long)statements.Scalar("select count(*) from event where status = $1", status.ToString())!));
        counts.Add(("events with two or more origins", Count("select count(*) from event where origins >= 2")));
        foreach (var review in new[] { "accepted", "edited", "rejected" })
            counts.Add(("events " + review, (long)statements.Scalar("select count(*) from event where review = $1", review)!));
        counts.Add(("decisions", Count("select count(*) from decision")));
        counts.Add(("decisions without their event", Decisions().Count(decision => decision.IsOrphaned)));
        counts.Add(("events with contradictions", Count("select count(*) from event where contradictions <> '[]'")));
        counts.Add(("outlets", Count("select count(*) from source where kind = 'outlet'")));
        counts.Add(("holders", Count("select count(*) from source where kind = 'holder'")));
        counts.Add(("schema", statements.Number("select max(number) from migration")));
        counts.Add(("bytes", database.Bytes(statements)));
        return counts;

        long Count(string sql) => (long)statements.Scalar(sql)!;
    }
}
