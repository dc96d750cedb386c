using System.Text.Json;
using Demarche.Events;

namespace Demarche.Storage;

public sealed partial class EventStore
{
    /// <summary>Keeps an alert; false where it was raised before, and then nothing changes.</summary>
    public bool Keep(RaisedAlert alert) => statements.Execute(
        """
        insert into alert (id, watch, about, period, first_day, kind, is_rise, counted, median, z, tail, drivers, as_of)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing
        """,
        alert.Id, alert.Watch, alert.About, alert.Period, StoredDay.Write(alert.First), alert.Kind, alert.IsRise ? 1L : 0L, (long)alert.Count, alert.Median,
        alert.Z, alert.Tail, JsonSerializer.Serialize(alert.Drivers.Select(id => id.Value)), StoredDay.Write(alert.AsOf)) > 0;

    /// <summary>All alerts that were kept, by period, then id.</summary>
    public IReadOnlyList<RaisedAlert> Alerts() => statements.Rows(
        "select id, watch, about, period, first_day, kind, is_rise, counted, median, z, tail, drivers, as_of from alert order by first_day, id",
        row => new RaisedAlert(
            row.Text(0), row.Text(1), row.Text(2), row.Text(3), StoredDay.Read(row.Text(4))!.Value, row.Text(5), row.Long(6) == 1, row.Int(7), row.Real(8),
            row.RealOrNull(9), row.RealOrNull(10), [.. JsonSerializer.Deserialize<string[]>(row.Text(11))!.Select(id => new EventId(id))], StoredDay.Read(row.Text(12))!.Value));

    /// <summary>The first and the last day on which coded articles were published; null where none is dated.</summary>
    public (DateOnly First, DateOnly Last)? PublishedDays() => statements.Rows(
        "select min(published_day), max(published_day) from coding where current = 1", row => (StoredDay.Read(row.TextOrNull(0)), StoredDay.Read(row.TextOrNull(1))))
        .Single() is ({ } first, { } last) ? (first, last) : null;
}
