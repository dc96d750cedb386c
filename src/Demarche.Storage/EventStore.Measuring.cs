using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Storage;

public sealed partial class EventStore
{
    /// <summary>
    /// What measures need of the events that have one of the codes among their parties, or of all events where no code is given, in
    /// no order. What people rejected is left out.
    /// </summary>
    public IReadOnlyList<EventOutline> Outlines(params ReadOnlySpan<string> codes)
    {
        object?[] values = [.. codes];
        var chosen = codes.IsEmpty ? "" : $"and event in (select event from event_party where code in ({string.Join(", ", Enumerable.Range(1, values.Length).Select(number => "$" + number))}))";
        var words = new OutlineWords();
        // Few cells a row, each of few values that are read once: a driver takes longer over a cell than the database over a row.
        return statements.Rows(
            $"""
            select id, type || ' ' || status || ' ' || quad || ' ' || origins, score, date_precision || ' ' || coalesce(date_start, '') || ' ' || coalesce(date_end, ''),
                (select string_agg(side || ' ' || code, '{OutlineWords.Between}' order by event_party.rowid) from event_party where event_party.event = event.event and code is not null),
                case when (select count(distinct code) > 1 and count(case when side = 'recipient' then 1 end) = 0 from event_party where event_party.event = event.event and code is not null)
                    then (select string_agg(trigger_text, '{EventOutline.Between}') from event_report join report using (report) where event_report.event = event.event) end
            from event where coalesce(review, '') <> 'rejected' {chosen}
            """,
            row =>
            {
                var (type, status, quad, origins) = words.Kind(row.Text(1));
                var (actors, recipients) = words.Sides(row.TextOrNull(4));
                return new EventOutline(new EventId(row.Text(0)), type, quad, row.RealOrNull(2), status, words.Date(row.Text(3)), actors, recipients, origins)
                {
                    Triggers = row.TextOrNull(5) is { } triggers ? string.Join(EventOutline.Between, triggers.Split(EventOutline.Between).Distinct().Order(StringComparer.Ordinal)) : null,
                };
            }, values);
    }

    /// <summary>How many reports tell each event that has one of the codes among its parties.</summary>
    public IReadOnlyDictionary<EventId, int> ReportCounts(string one, string other) => statements.Rows(
        """
        select event.id, count(*) from event join event_report on event_report.event = event.event
        where event.event in (select event from event_party where code in ($1, $2)) group by event.id
        """, row => (new EventId(row.Text(0)), row.Int(1)), one, other).ToDictionary(row => row.Item1, row => row.Item2);

    /// <summary>What people decided of the coded events, by type, status, outlet and rule; what people coded themselves is left out.</summary>
    public IReadOnlyList<ReviewedCount> ReviewedCounts() =>
    [
        .. Reviewed("type", "type", ""), .. Reviewed("status", "status", ""),
        .. Reviewed("source", "source.name", "join event_source using (event) join source using (source)", "and source.kind = 'outlet'"),
        // An event that two rules made counts for both.
        .. Reviewed("rule", "told.rule", "join (select distinct event, rule from event_report join report using (report)) told using (event)"),
    ];

    List<ReviewedCount> Reviewed(string what, string column, string joined, string chosen = "") => statements.Rows(
        $"""
        select {column}, sum(case when review = 'accepted' then 1 else 0 end), count(*) from event {joined}
        where review in ('accepted', 'edited', 'rejected') {chosen}
            and not exists (select 1 from event_report join report using (report) where event_report.event = event.event and report.rule like 'human%')
        group by {column} order by {column}
        """, row => new ReviewedCount(what, row.Text(0), (int)row.Long(1), (int)row.Long(2)));

    /// <summary>
    /// The days of publication of the articles whose text has one of the first names and one of the others, one each, in order.
    /// Undated articles are left out.
    /// </summary>
    public IReadOnlyList<DateOnly> DaysNaming(IEnumerable<string> names, IEnumerable<string> others) => statements.Rows(
        $"""
        select published_day from coding
        where current = 1 and published_day is not null
            and article in ({database.Matching.Articles.Replace("{0}", "$1", StringComparison.Ordinal)}) and article in ({database.Matching.Articles.Replace("{0}", "$2", StringComparison.Ordinal)})
        order by published_day
        """, row => StoredDay.Read(row.Text(0))!.Value, AnyOf(names), AnyOf(others));

    string AnyOf(IEnumerable<string> names) =>
        database.AnyOf([.. names.SelectMany(name => SearchPhrase.In($"\"{name}\""))]);
}
