using System.Data.Common;
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
        var there = database.Parts(statements);
        foreach (var name in Migrator.Named(database.Dialect).Where(name => !there.Contains(name)).Order(StringComparer.Ordinal))
            yield return $"the index, trigger or function {name} is missing; restore a backup";
        var missing = MissingColumns(there).ToList();
        foreach (var problem in missing)
            yield return problem;
        // What is asked below needs them all.
        if (missing.Count > 0)
            yield break;
        foreach (var problem in database.Damage(statements).Concat(CheckReferences()).Concat(CheckDecisions()))
            yield return problem;
        foreach (var (sql, problem) in Invariants)
            foreach (var id in statements.Rows(sql, row => row.Text(0)))
                yield return $"{id}: {problem}";
        foreach (var (article, id) in statements.Rows("select article, id from article order by id, sha256", row => (row.Long(0), row.Text(1))))
        {
            stop.ThrowIfCancellationRequested();
            foreach (var problem in Readable(id, () => CheckArticle(article, id)))
                yield return problem;
        }
        foreach (var some in statements.Rows("select event, id from event order by id", row => (Key: row.Long(0), Id: row.Text(1))).Chunk(Page))
        {
            stop.ThrowIfCancellationRequested();
            foreach (var problem in Together(some, one => one.Id, page => CheckEvents([.. page.Select(one => one.Key)])))
                yield return problem;
        }
    }

    /// <summary>Makes what searches go by anew from the texts.</summary>
    public void RebuildSearch() => InOneStep(() => database.RebuildSearch(statements));

    // Other tables and columns may stand beside ours.
    IEnumerable<string> MissingColumns(IReadOnlySet<string> there)
    {
        foreach (var (table, columns) in StoreTables.Of(Migrations))
            if (!columns.Any(column => there.Contains($"{table}.{column}")))
                yield return $"the table {table} is missing; restore a backup";
            else
                foreach (var column in columns.Where(column => !there.Contains($"{table}.{column}")))
                    yield return $"the column {column} of the table {table} is missing; restore a backup";
    }

    IReadOnlySet<int> Migrations => Migrator.Known(database.Dialect).Select(file => file.Number).ToHashSet();

    IEnumerable<string> CheckReferences() =>
        from reference in StoreTables.References(Migrations)
        let orphans = statements.Number(
            $"select count(*) from {reference.Table} as one where one.{reference.Column} is not null and not exists (select 1 from {reference.To} as other where other.{reference.Key} = one.{reference.Column})")
        where orphans > 0
        select $"table {reference.Table}: {orphans} {(orphans == 1 ? "row names" : "rows name")} in {reference.Column} what is not in {reference.To}";

    IEnumerable<string> CheckDecisions() => statements.Rows("select number from decision order by number", row => row.Long(0))
        .SelectMany(number => Readable($"decision {number}", () =>
        {
            statements.Rows($"select {DecisionColumns} from decision where number = $1", ReadDecision, number);
            return [];
        }));

    static readonly (string Sql, string Problem)[] Invariants =
    [
        ("select report.id from report join coding using (coding) where current = 1 and not exists (select 1 from event_report where event_report.report = report.report)", "a report without an event"),
        ("select report.id from report join coding using (coding) join event_report using (report) where current = 0", "a retired report still belongs to an event"),
        ("select min(report.id) from report join coding using (coding) where current = 1 group by report.id having count(*) > 1", "two reports have this id"),
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

    // A row that cannot be read is a finding, and not the end of looking.
    static IReadOnlyList<string> Readable(string what, Func<IReadOnlyList<string>> check)
    {
        try
        {
            return check();
        }
        catch (StoreException problem) when (problem.InnerException is { } reason and not DbException)
        {
            return [$"{what}: cannot be read: {reason.Message}"];
        }
        catch (JsonException problem)
        {
            return [$"{what}: cannot be read: {problem.Message}"];
        }
    }

    List<string> CheckArticle(long article, string id)
    {
        var problems = new List<string>();
        var (sha256, text, blocks) = statements.Rows("select sha256, text, blocks from article where article = $1", row => (row.Text(0), row.Text(1), row.Text(2)), article).Single();
        if (Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))) != sha256)
            problems.Add($"{id}: the text is not the one that was read: its hash differs");
        foreach (var block in JsonSerializer.Deserialize(blocks, StoredJson.Default.ImmutableArrayBlock))
            if (!Inside(block.Span, text))
                problems.Add($"{id}: a block lies outside the text");
        problems.AddRange(Together(KeysOf("report", article), one => one.Id, some => [.. Rows("report", $"{ReportColumns} {ReportSource}", ReadReport, article, some).SelectMany(report => CheckReport(report, text))]));
        problems.AddRange(Together(KeysOf("claim", article), one => one.Id, some => [.. Rows("claim", $"{ClaimColumns} {ClaimSource}", ReadClaim, article, some).SelectMany(claim => CheckClaim(claim, text))]));
        return problems;
    }

    List<(long Key, string Id)> KeysOf(string table, long article) => statements.Rows(
        $"select {table}.{table}, {table}.id from {table} join coding using (coding) where coding.article = $1 order by {table}.id", row => (row.Long(0), row.Text(1)), article);

    // All of an article in one question, or a single one.
    List<T> Rows<T>(string table, string source, Func<Row, T> read, long article, IReadOnlyList<(long Key, string Id)> some) => some.Count == 1
        ? statements.Rows($"select {source} where {table}.{table} = $1", read, some[0].Key)
        : statements.Rows($"select {source} where coding.article = $1 order by {table}.id", read, article);

    /// <summary>Checks many at once; where one of them cannot be read, each by itself.</summary>
    static IReadOnlyList<string> Together<T>(IReadOnlyList<T> all, Func<T, string> nameOf, Func<IReadOnlyList<T>, IReadOnlyList<string>> check)
    {
        if (all.Count == 0)
            return [];
        try
        {
            return check(all);
        }
        catch (StoreException problem) when (problem.InnerException is { } reason and not DbException)
        {
            return all.Count == 1 ? [$"{nameOf(all[0])}: cannot be read: {reason.Message}"] : [.. all.SelectMany(one => Together([one], nameOf, check))];
        }
    }

    static IReadOnlyList<string> CheckReport(ReportedEvent report, string text)
    {
        var stands = Stands(report.Evidence, report.Sentence, text) && Stands(report.Trigger, report.TriggerText, text)
            && report.Actors.Concat(report.Recipients).All(party => Stands(party.Span, party.Text, text)) && report.Attribution.All(holder => Stands(holder, text))
            && report.Quantities.All(quantity => Inside(quantity.Span, text))
            && (report.Date.Span is not { } date || Inside(date, text)) && (report.Place?.Span is not { } place || Inside(place, text));
        return stands ? [] : [$"{report.Id}: a span does not hold the words it is said to hold"];
    }

    static IReadOnlyList<string> CheckClaim(Claim claim, string text)
    {
        var stands = Stands(claim.PropositionSpan, claim.Proposition, text) && Stands(claim.Evidence, claim.Sentence, text) && Inside(claim.Trigger, text)
            && (claim.Holder is null || Stands(claim.Holder, text)) && claim.Attribution.All(holder => Stands(holder, text));
        return stands ? [] : [$"{claim.Id}: a span does not hold the words it is said to hold"];
    }

    List<string> CheckEvents(long[] keys)
    {
        var places = PlacesOf(keys);
        var filed = statements.Rows($"select event, first_day, last_day, origins from event where event in {PageOfKeys}", row => (row.Long(0), (row.TextOrNull(1), row.TextOrNull(2), row.Int(3))), places)
            .ToDictionary(row => row.Item1, row => row.Item2);
        var parties = statements.Rows($"select event, side, code, sector, name from event_party where event in {PageOfKeys}", row => (row.Long(0), (row.Text(1), row.TextOrNull(2), row.TextOrNull(3), row.TextOrNull(4))), places)
            .ToLookup(row => row.Item1, row => row.Item2);
        var problems = new List<string>();
        foreach (var (key, one) in keys.Zip(Read(statements, keys)).Where(pair => !pair.Second.Reports.IsEmpty))
        {
            if (one.Id.Value != ContentId.Of("e-", one.Reports[0].Id.Value))
                problems.Add($"{one.Id}: the id is not made of its first report");
            var (first, last) = one.QueryDays();
            var (firstKept, lastKept, origins) = filed[key];
            if ((firstKept, lastKept) != (StoredDay.Write(first), StoredDay.Write(last)))
                problems.Add($"{one.Id}: is filed under other days than its own");
            if (origins != one.Origins)
                problems.Add($"{one.Id}: {origins} origins are counted, and {one.Origins} named");
            var told = one.Actors.Select(party => (Side: "actor", Party: party)).Concat(one.Recipients.Select(party => (Side: "recipient", Party: party)))
                .Select(side => (side.Side, side.Party.Code, side.Party.Sector, side.Party.Name ?? side.Party.Text));
            if (!parties[key].Order().SequenceEqual(told.Order()))
                problems.Add($"{one.Id}: is found by other parties than its own");
        }
        return problems;
    }

    static bool Inside(TextSpan span, string text) => span.Start >= 0 && span.Start <= span.End && span.End <= text.Length;

    static bool Stands(TextSpan? span, string? words, string text) =>
        span is not { } place || (Inside(place, text) && (words is null || text.AsSpan(place.Start, place.Length).SequenceEqual(words)));

    static bool Stands(Attribution holder, string text) => Stands(holder.Span, holder.Text, text) && Stands(holder.VerbSpan, null, text);
}
