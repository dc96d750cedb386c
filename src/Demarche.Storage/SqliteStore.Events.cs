using System.Collections.Immutable;
using System.Text.Json;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Microsoft.Data.Sqlite;

namespace Demarche.Storage;

public sealed partial class SqliteStore
{
    public void Replace(IReadOnlyList<ReportedEventId> group, IReadOnlyList<Event> events)
    {
        var keys = group.Select(id => Look(id).Key).ToList();
        var name = keys.Min();
        foreach (var key in keys)
        {
            RemoveEventsOn(key);
            statements.Execute("update report set link_group = $2 where report = $1", key, name);
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
        var (first, last) = DaysOf(one);
        var key = statements.Insert(
            """
            insert into event (id, type, modes, contexts, underlying, quad, score, cameo, status, status_history, actors, recipients, date_start, date_end,
                date_precision, first_day, last_day, place, origins, origin_holders, contradictions, confidence, review, version)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)
            """,
            one.Id.Value, one.Type.ToString(), Json(one.Modes), Json(one.Contexts), one.Underlying.ToString(), one.Quad, one.Score, one.Cameo,
            one.Status.ToString(), JsonSerializer.Serialize(one.StatusHistory, StoredJson.Default.ImmutableArrayStatusEntry), Json(one.Actors), Json(one.Recipients),
            StoredDay.Write(one.Date.Start), StoredDay.Write(one.Date.End), one.Date.Precision.ToString(), StoredDay.Write(first), StoredDay.Write(last),
            Json(one.Place?.Place), one.Origins, Json(one.OriginHolders),
            JsonSerializer.Serialize(one.Contradictions, StoredJson.Default.ImmutableArrayContradiction), one.Confidence, one.Review, one.Version);
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

    // An event without a date of its own is found by when it was first written about.
    static (DateOnly? First, DateOnly? Last) DaysOf(Event one)
    {
        var told = one.StatusHistory.Select(entry => entry.AsOf).OfType<DateOnly>().ToList();
        DateOnly? written = told.Count == 0 ? null : told.Min();
        return (one.Date.Start ?? one.Date.End ?? written, one.Date.End ?? (one.Date.Precision == DatePrecision.Open ? null : one.Date.Start ?? written));
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
                    and (party.code = upper({0}) or instr(lower(coalesce(party.name, '')), lower({0})) > 0))
                """, actor);
        if (query.Dyad is { } dyad)
            conditions.Add(
                """
                exists (select 1 from event_party as one join event_party as other on other.event = one.event and other.rowid <> one.rowid
                    where one.event = event.event and one.code = upper({0}) and other.code = upper({1}))
                """, dyad.One, dyad.Other);
        conditions.AddOneOf("event.type", query.Types.Select(type => (object)type.ToString()));
        conditions.AddOneOf("event.quad", query.Quads.Select(quad => (object)quad));
        conditions.AddOneOf("event.status", query.Statuses.Select(status => (object)status.ToString()));
        if (query.From is { } from)
            conditions.Add("(event.first_day is not null and coalesce(event.last_day, '9999') >= {0})", StoredDay.Write(from)!);
        if (query.To is { } to)
            conditions.Add("event.first_day <= {0}", StoredDay.Write(to)!);
        if (FullText(query.Text) is { } text)
            conditions.Add("event.event in (select event from event_report where report in (select rowid from report_text where report_text match {0}))", text);
        if (FullText(query.ArticleText) is { } whole)
            conditions.Add(
                """
                event.event in (select event_report.event from event_report join report using (report) join coding using (coding)
                    where coding.article in (select rowid from article_text where article_text match {0}))
                """, whole);
        if (query.Source is { } source)
            conditions.Add("exists (select 1 from event_source join source using (source) where event_source.event = event.event and instr(lower(source.name), lower({0})) > 0)", source);
        if (query.MinOrigins > 0)
            conditions.Add("event.origins >= {0}", query.MinOrigins);
        return Read(
            $"""
            select event, id, type, modes, contexts, underlying, quad, score, cameo, status, status_history, actors, recipients, date_start, date_end,
                date_precision, place, origin_holders, contradictions, confidence, review, version
            from event {conditions.Where} order by first_day is null, first_day, id {(query.Limit is { } limit ? $"limit {limit}" : "")}
            """, conditions.Values);
    }

    IEnumerable<Event> Read(string sql, List<object> values)
    {
        using var reading = Connect(path, SqliteOpenMode.ReadWrite);
        using var reports = new Statements(reading);
        using var command = reading.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Count; i++)
            command.Parameters.AddWithValue("$" + (i + 1), values[i]);
        // One transaction over both queries: events and reports are of one moment.
        Run(reading, "begin");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var row = new Row(reader);
            var told = reports.Rows(
                $"select {ReportColumns} {ReportSource} join event_report using (report) where event_report.event = $1 order by event_report.position",
                ReadReport, row.Long(0));
            yield return ReadEvent(row, [.. told]);
        }
    }

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
    };

    /// <summary>The user's words as an FTS5 expression in which nothing but the words speaks; null where there is no word.</summary>
    static string? FullText(string? words)
    {
        if (words is null)
            return null;
        var terms = new List<string>();
        var parts = words.Split('"');
        for (var i = 0; i < parts.Length; i++)
        {
            // Every second part stood between double quotes.
            var phrases = i % 2 == 1 ? [parts[i]] : parts[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            foreach (var phrase in phrases.Where(phrase => phrase.Any(char.IsLetterOrDigit)))
                terms.Add($"\"{phrase.TrimEnd('*')}\"{(phrase.EndsWith('*') ? " *" : "")}");
        }
        return terms.Count == 0 ? null : string.Join(" AND ", terms);
    }

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
                Values.Add(values[i]);
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
