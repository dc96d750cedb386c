using System.Collections.Immutable;
using System.Text.Json;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Storage;

public sealed partial class EventStore
{
    public void Replace(IReadOnlyList<ReportedEventId> group, IReadOnlyList<Event> events)
    {
        var keys = group.Select(id => Look(id).Key).ToList();
        var name = keys.Min();
        foreach (var key in keys)
        {
            RemoveEventsOn(key);
            statements.Execute("update report set link_group = $2 where report = $1 and (link_group is null or link_group <> $2)", key, name);
        }
        foreach (var one in events)
            Insert(one);
    }

    void RemoveEventsOn(long report)
    {
        if (statements.Scalar("select event from event_report where report = $1", report) is not long key)
            return;
        statements.Execute("delete from event_source where event = $1", key);
        statements.Execute("delete from event_party where event = $1", key);
        statements.Execute("delete from event_report where event = $1", key);
        statements.Execute("delete from event where event = $1", key);
    }

    void Insert(Event one)
    {
        var (first, last) = one.QueryDays();
        var key = statements.Number(
            """
            insert into event (id, type, modes, contexts, underlying, quad, score, cameo, status, status_history, actors, recipients, date_start, date_end,
                date_precision, first_day, last_day, place, origins, origin_holders, contradictions, confidence, review, version, grade, revision)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26)
            returning event
            """,
            one.Id.Value, one.Type.ToString(), Json(one.Modes), Json(one.Contexts), one.Underlying.ToString(), one.Quad, one.Score, one.Cameo,
            one.Status.ToString(), JsonSerializer.Serialize(one.StatusHistory, StoredJson.Default.ImmutableArrayStatusEntry), Json(one.Actors), Json(one.Recipients),
            StoredDay.Write(one.Date.Start), StoredDay.Write(one.Date.End), one.Date.Precision.ToString(), StoredDay.Write(first), StoredDay.Write(last),
            Json(one.Place?.Place), one.Origins, Json(one.OriginHolders),
            JsonSerializer.Serialize(one.Contradictions, StoredJson.Default.ImmutableArrayContradiction), one.Confidence, one.Review, one.Version, one.Grade, one.Revision);
        for (var i = 0; i < one.Reports.Length; i++)
            statements.Execute("insert into event_report (report, event, position) values ($1, $2, $3)", Look(one.Reports[i].Id).Key, key, i);
        foreach (var party in one.Actors)
            InsertParty(key, "actor", party);
        foreach (var party in one.Recipients)
            InsertParty(key, "recipient", party);
        foreach (var holder in one.OriginHolders.Concat(one.Reports.SelectMany(report => report.Attribution).Select(link => link.Name ?? link.Text)).Distinct())
            InsertSource(key, "holder", holder);
        foreach (var outlet in one.Reports.Select(report => Look(report.Id).Telling.Outlet).Distinct())
            InsertSource(key, "outlet", outlet);
    }

    void InsertParty(long key, string side, Party party) => statements.Execute(
        "insert into event_party (event, side, code, sector, name) values ($1, $2, $3, $4, $5)", key, side, party.Code, party.Sector, party.Name ?? party.Text);

    void InsertSource(long key, string kind, string name)
    {
        statements.Execute("insert into source (kind, name) values ($1, $2) on conflict do nothing", kind, name);
        statements.Execute("insert into event_source (event, source) select $1, source from source where kind = $2 and name = $3", key, kind, name);
    }

    /// <summary>The events that a query asks for, by first day (unknown last), then id. Read lazily, as of the moment reading begins.</summary>
    public IEnumerable<Event> Events(EventQuery query)
    {
        var conditions = new Conditions();
        if (query.Actor is { } actor)
            conditions.Add(
                """
                exists (select 1 from event_party as party where party.event = event.event
                    and (party.code = {0} or instr(lower(coalesce(party.name, '')), {1}) > 0))
                """, actor.ToUpperInvariant(), AsciiLower(actor));
        if (query.Dyad is { } dyad)
            conditions.Add(
                """
                exists (select 1 from event_party as one join event_party as other on other.event = one.event and other.rowid <> one.rowid
                    where one.event = event.event and one.code = {0} and other.code = {1})
                """, dyad.One.ToUpperInvariant(), dyad.Other.ToUpperInvariant());
        conditions.AddOneOf("event.type", query.Types.Select(type => (object)type.ToString()));
        conditions.AddOneOf("event.quad", query.Quads.Select(quad => (object)quad));
        conditions.AddOneOf("event.status", query.Statuses.Select(status => (object)status.ToString()));
        if (query.From is { } from)
            // What goes on since a known day may reach into any later one; what has no day at all was told on one.
            conditions.Add(
                """
                (event.first_day is not null
                    and coalesce(event.last_day, case when event.date_start is null and event.date_end is null then event.first_day else '9999' end) >= {0})
                """, StoredDay.Write(from)!);
        if (query.To is { } to)
            conditions.Add("event.first_day <= {0}", StoredDay.Write(to)!);
        if (SearchPhrase.In(query.Text) is { Count: > 0 } said)
            conditions.Add($"event.event in (select event from event_report where report in ({database.Matching.Reports}))", database.Expression(said));
        if (SearchPhrase.In(query.ArticleText) is { Count: > 0 } written)
            conditions.Add(
                $"""
                event.event in (select event_report.event from event_report join report using (report) join coding using (coding)
                    where coding.article in ({database.Matching.Articles}))
                """, database.Expression(written));
        if (query.Source is { } source)
            conditions.Add(
                """
                (exists (select 1 from event_source join source using (source) where event_source.event = event.event and instr(lower(source.name), {0}) > 0)
                or event.event in (select event_report.event
                    from article join duplicate on duplicate.article = article.article join coding on coding.article = duplicate.original join report using (coding) join event_report using (report)
                    where instr(lower(coalesce(article.outlet, '')), {0}) > 0 and instr(article.text, report.sentence) > 0))
                """, AsciiLower(source));
        if (query.Reviews.IsEmpty)
            conditions.Add("(event.review is null or event.review <> {0})", "rejected");
        else
            conditions.AddOneOf("coalesce(event.review, 'unreviewed')", query.Reviews);
        if (query.UnconfirmedAsOf is { } asOf)
            conditions.Add("(event.status = {0} and event.date_end < {1})", nameof(EventStatus.Planned), StoredDay.Write(asOf)!);
        if (query.MinOrigins > 0)
            conditions.Add("event.origins >= {0}", query.MinOrigins);
        if (query.After is { } after)
            AddBehind(conditions, after, query.Order);
        // One transaction over all queries: events and reports are of one moment.
        using var reading = new Statements(database, database.Connect());
        reading.Execute(database.BeginReading);
        var limit = query.Limit is { } most ? $"limit {most}" : "";
        var keys = reading.Rows($"select event from event {conditions.Where} order by {OrderOf(query.Order)} {limit}", row => row.Long(0), [.. conditions.Values]);
        foreach (var some in keys.Chunk(Page))
            foreach (var one in Read(reading, some))
                yield return one;
    }

    static string OrderOf(EventOrder order) => order switch
    {
        EventOrder.Newest => "first_day is null, first_day desc, id",
        EventOrder.Origins => "origins desc, first_day is null, first_day, id",
        _ => "first_day is null, first_day, id",
    };

    void AddBehind(Conditions conditions, EventCursor after, EventOrder order)
    {
        var (day, origins) = after.At is var (known, number) ? (StoredDay.Write(known), number)
            : statements.Rows("select first_day, origins from event where id = $1", row => (row.TextOrNull(0), row.Int(1)), after.Id.Value) is [var found] ? found
            : throw new StoreException(Name, $"no event has the id '{after.Id}' (any more); name the last event of the page before as it was told, with its day and origins");
        var behind = day is null ? "event.first_day is null and event.id > {1}"
            : $"event.first_day {(order == EventOrder.Newest ? "<" : ">")} {{0}} or event.first_day is null or event.first_day = {{0}} and event.id > {{1}}";
        conditions.Add(order == EventOrder.Origins ? $"(event.origins < {{2}} or event.origins = {{2}} and ({behind}))" : $"({behind})", day ?? "", after.Id.Value, (long)origins);
    }

    const int Page = 64;

    // A list of fixed length keeps the statements few: what is left of it stays without a match.
    static readonly string PageOfKeys = "(" + string.Join(", ", Enumerable.Range(1, Page).Select(number => "$" + number)) + ")";

    static object?[] PlacesOf(long[] keys) => [.. keys.Select(key => (object?)key), .. Enumerable.Repeat((object?)-1L, Page - keys.Length)];

    static IEnumerable<Event> Read(Statements reading, long[] keys)
    {
        var places = PlacesOf(keys);
        var reports = reading.Rows(
            $"select {ReportColumns}, event_report.event {ReportSource} join event_report using (report) where event_report.event in {PageOfKeys} order by event_report.position",
            row => (Event: row.Long(38), Report: ReadReport(row)), places).ToLookup(row => row.Event, row => row.Report);
        var events = reading.Rows(
            $"""
            select event, id, type, modes, contexts, underlying, quad, score, cameo, status, status_history, actors, recipients, date_start, date_end,
                date_precision, place, origin_holders, contradictions, confidence, review, version, grade, revision
            from event where event in {PageOfKeys}
            """,
            row => (Key: row.Long(0), Event: ReadEvent(row, [.. reports[row.Long(0)]])), places).ToDictionary(row => row.Key, row => row.Event);
        var copies = reading.Rows(CopiesOfPage, row => (Event: row.Long(0), Copy: ReadCopy(row)), places).ToLookup(row => row.Event, row => row.Copy);
        return keys.Select(key => events[key] with { Copies = [.. copies[key]] });
    }

    // The original of a copy may have become one itself since; an excerpt may have left out what tells the event.
    static readonly string CopiesOfPage =
        $"""
        with recursive copy (event, told, sentence, article) as (
            select distinct event_report.event, coding.article, report.sentence, duplicate.article
            from event_report join report using (report) join coding using (coding) join duplicate on duplicate.original = coding.article
            where event_report.event in {PageOfKeys}
            union
            select copy.event, copy.told, copy.sentence, duplicate.article from copy join duplicate on duplicate.original = copy.article)
        select distinct copy.event, article.id, told.id, article.outlet, article.url, article.published, article.published is null, article.sha256
        from copy join article on article.article = copy.article join article as told on told.article = copy.told
        where instr(article.text, copy.sentence) > 0
        order by copy.event, article.published is null, article.published, article.id, article.sha256, told.id
        """;

    static TextCopy ReadCopy(Row row) => new(new ArticleId(row.Text(1)), new ArticleId(row.Text(2)), row.TextOrNull(3), row.TextOrNull(4), StoredDay.Read(row.TextOrNull(5)?[..10]));

    // As lower() of both databases does it: letters of ASCII alone.
    static string AsciiLower(string text) => string.Concat(text.Select(letter => char.IsAscii(letter) ? char.ToLowerInvariant(letter) : letter));

    static Event ReadEvent(Row row, ImmutableArray<ReportedEvent> reports) => new()
    {
        Id = new EventId(row.Text(1)),
        Type = Enum.Parse<EventType>(row.Text(2)),
        Modes = Strings(row.Text(3)),
        Contexts = Strings(row.Text(4)),
        Underlying = Enum.Parse<EventType>(row.Text(5)),
        Quad = row.Int(6),
        Score = row.RealOrNull(7),
        Cameo = row.TextOrNull(8),
        Status = Enum.Parse<EventStatus>(row.Text(9)),
        StatusHistory = JsonSerializer.Deserialize(row.Text(10), StoredJson.Default.ImmutableArrayStatusEntry),
        Actors = Parties(row.Text(11)),
        Recipients = Parties(row.Text(12)),
        Date = new TextDate(StoredDay.Read(row.TextOrNull(13)), StoredDay.Read(row.TextOrNull(14)), Enum.Parse<DatePrecision>(row.Text(15)), null),
        Place = row.TextOrNull(16) is { } place ? new EventPlace(JsonSerializer.Deserialize(place, StoredJson.Default.Place)!, null) : null,
        OriginHolders = Strings(row.Text(17)),
        Reports = reports,
        Contradictions = JsonSerializer.Deserialize(row.Text(18), StoredJson.Default.ImmutableArrayContradiction),
        Confidence = row.Real(19),
        Review = row.TextOrNull(20),
        Version = row.Text(21),
        Grade = row.TextOrNull(22),
        Revision = row.Long(23),
    };

    /// <summary>The conditions of a query with their values, numbered as they come.</summary>
    sealed class Conditions
    {
        readonly List<string> conditions = [];

        public List<object> Values { get; } = [];

        public string Where => conditions.Count == 0 ? "" : "where " + string.Join(" and ", conditions);

        /// <summary>The condition is SQL with <c>{0}</c>, <c>{1}</c> where the values go.</summary>
        public void Add(string condition, params ReadOnlySpan<object> values)
        {
            for (var i = 0; i < values.Length; i++)
            {
                // No text of ours has this character, and PostgreSQL does not take it.
                Values.Add(values[i] is string text ? text.Replace("\0", "", StringComparison.Ordinal) : values[i]);
                condition = condition.Replace($"{{{i}}}", "$" + Values.Count, StringComparison.Ordinal);
            }
            conditions.Add(condition);
        }

        public void AddOneOf(string column, IEnumerable<object> values)
        {
            var numbers = new List<string>();
            foreach (var value in values)
            {
                Values.Add(value);
                numbers.Add("$" + Values.Count);
            }
            if (numbers.Count > 0)
                conditions.Add($"{column} in ({string.Join(", ", numbers)})");
        }
    }
}
