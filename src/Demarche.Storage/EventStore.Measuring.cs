using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Storage;

public sealed partial class EventStore
{
    /// <summary>
    /// What measures need of the events that have one of the codes among their parties, or of all events where no code is given;
    /// by first day, then id. What people rejected is left out.
    /// </summary>
    public IReadOnlyList<EventOutline> Outlines(params ReadOnlySpan<string> codes)
    {
        object?[] values = [.. codes];
        var chosen = codes.IsEmpty ? "" : $"and event.event in (select event from event_party where code in ({string.Join(", ", Enumerable.Range(1, values.Length).Select(number => "$" + number))}))";
        using var reading = new Statements(database, database.Connect());
        reading.Execute(database.BeginReading);
        var parties = reading.Rows(
            $"""
            select event.event, side, code from event join event_party on event_party.event = event.event
            where code is not null {chosen} order by event_party.rowid
            """, row => (Event: row.Long(0), IsActor: row.Text(1) == "actor", Code: row.Text(2)), values).ToLookup(row => row.Event);
        return reading.Rows(
            $"""
            select event, id, type, quad, score, status, date_start, date_end, date_precision, origins from event
            where coalesce(review, '') <> 'rejected' {chosen} order by first_day is null, first_day, id
            """,
            row => new EventOutline(
                new EventId(row.Text(1)),
                Enum.Parse<EventType>(row.Text(2)),
                row.Int(3),
                row.RealOrNull(4),
                Enum.Parse<EventStatus>(row.Text(5)),
                new TextDate(StoredDay.Read(row.TextOrNull(6)), StoredDay.Read(row.TextOrNull(7)), Enum.Parse<DatePrecision>(row.Text(8)), null),
                [.. parties[row.Long(0)].Where(party => party.IsActor).Select(party => party.Code).Distinct()],
                [.. parties[row.Long(0)].Where(party => !party.IsActor).Select(party => party.Code).Distinct()],
                row.Int(9)), values);
    }

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
