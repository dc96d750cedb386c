using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
        using var reading = new Statements(database, database.Connect());
        reading.Execute(database.BeginReading);
        var sides = new OutlineSides();
        foreach (var (key, isActor, code) in reading.Rows(
            $"select event, side, code from event_party where code is not null {chosen} order by event, rowid",
            row => (row.Long(0), row.Text(1) == "actor", row.Text(2)), values))
            sides.Add(key, isActor, code);
        var types = Enum.GetValues<EventType>().ToDictionary(value => value.ToString());
        var statuses = Enum.GetValues<EventStatus>().ToDictionary(value => value.ToString());
        var precisions = Enum.GetValues<DatePrecision>().ToDictionary(value => value.ToString());
        return reading.Rows(
            $"""
            select event, id, type, quad, score, status, date_start, date_end, date_precision, origins from event
            where coalesce(review, '') <> 'rejected' {chosen}
            """,
            row =>
            {
                var (actors, recipients) = sides.Of(row.Long(0));
                return new EventOutline(
                    new EventId(row.Text(1)), types[row.Text(2)], row.Int(3), row.RealOrNull(4), statuses[row.Text(5)],
                    new TextDate(StoredDay.Read(row.TextOrNull(6)), StoredDay.Read(row.TextOrNull(7)), precisions[row.Text(8)], null),
                    actors, recipients, row.Int(9));
            }, values);
    }

    /// <summary>The codes on both sides of events. Most sides are one code, of which there are few: those lists are shared.</summary>
    sealed class OutlineSides
    {
        readonly Dictionary<(long, bool), ImmutableArray<string>> sides = [];
        readonly Dictionary<string, ImmutableArray<string>> single = new(StringComparer.Ordinal);

        public void Add(long key, bool isActor, string code)
        {
            if (!single.TryGetValue(code, out var alone))
                single.Add(code, alone = [code]);
            ref var side = ref CollectionsMarshal.GetValueRefOrAddDefault(sides, (key, isActor), out var isKnown);
            if (!isKnown)
                side = alone;
            else if (!side.Contains(code))
                side = side.Add(code);
        }

        public (ImmutableArray<string> Actors, ImmutableArray<string> Recipients) Of(long key) =>
            (sides.GetValueOrDefault((key, true), []), sides.GetValueOrDefault((key, false), []));
    }

    /// <summary>How many reports tell each event that has one of the codes among its parties.</summary>
    public IReadOnlyDictionary<EventId, int> ReportCounts(string one, string other) => statements.Rows(
        """
        select event.id, count(*) from event join event_report on event_report.event = event.event
        where event.event in (select event from event_party where code in ($1, $2)) group by event.id
        """, row => (new EventId(row.Text(0)), row.Int(1)), one, other).ToDictionary(row => row.Item1, row => row.Item2);

    /// <summary>What people decided of the coded events, by type and by status; what people coded themselves is left out.</summary>
    public IReadOnlyList<ReviewedCount> ReviewedCounts() =>
        [.. Reviewed("type"), .. Reviewed("status")];

    List<ReviewedCount> Reviewed(string column) => statements.Rows(
        $"""
        select {column}, sum(case when review = 'accepted' then 1 else 0 end), count(*) from event
        where review in ('accepted', 'edited', 'rejected')
            and not exists (select 1 from event_report join report using (report) where event_report.event = event.event and report.rule like 'human%')
        group by {column} order by {column}
        """, row => new ReviewedCount(column, row.Text(0), (int)row.Long(1), (int)row.Long(2)));

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
