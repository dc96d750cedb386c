using System.Globalization;
using System.Text.Json;
using Demarche.Events;

namespace Demarche.Storage;

public sealed partial class EventStore
{
    /// <summary>Keeps an alert; false where it was raised before, and then nothing changes.</summary>
    public bool Keep(RaisedAlert alert) => statements.Execute(
        """
        insert into alert (id, watch, about, period, first_day, kind, is_rise, counted, median, z, tail, drivers, as_of, documents, documents_median)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict do nothing
        """,
        alert.Id, alert.Watch, alert.About, alert.Period, StoredDay.Write(alert.First), alert.Kind, alert.IsRise ? 1L : 0L, (long)alert.Count, alert.Median,
        alert.Z, alert.Tail, JsonSerializer.Serialize(alert.Drivers.Select(id => id.Value)), StoredDay.Write(alert.AsOf), (long?)alert.Documents, alert.DocumentsMedian) > 0;

    /// <summary>All alerts that were kept, by period, then id.</summary>
    public IReadOnlyList<RaisedAlert> Alerts() => statements.Rows($"select {AlertColumns} from alert order by first_day, id", AlertOf);

    /// <summary>Notes that a webhook is to be told of an alert.</summary>
    public void AskDelivery(string alert) => statements.Execute("insert into alert_delivery (alert, attempts, is_delivered) values ($1, 0, 0) on conflict do nothing", alert);

    /// <summary>What came of an attempt to tell a webhook.</summary>
    /// <param name="problem">Null where it was told.</param>
    public void KeepDelivery(string alert, DateTimeOffset tried, string? problem) => statements.Execute(
        "update alert_delivery set attempts = attempts + 1, last_tried = $2, is_delivered = $3, problem = $4 where alert = $1",
        alert, tried.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture), problem is null ? 1L : 0L, problem);

    /// <summary>The alerts that webhooks were or are to be told of, by period, then id.</summary>
    public IReadOnlyList<AlertDelivery> Deliveries() => statements.Rows(
        $"select {AlertColumns}, attempts, last_tried, is_delivered, problem from alert join alert_delivery on alert_delivery.alert = alert.id order by first_day, id",
        row => new AlertDelivery(
            AlertOf(row), row.Int(15), row.TextOrNull(16) is { } tried ? DateTimeOffset.Parse(tried, CultureInfo.InvariantCulture) : null, row.Long(17) == 1, row.TextOrNull(18)));

    const string AlertColumns = "id, watch, about, period, first_day, kind, is_rise, counted, median, z, tail, drivers, as_of, documents, documents_median";

    static RaisedAlert AlertOf(Row row) => new(
        row.Text(0), row.Text(1), row.Text(2), row.Text(3), StoredDay.Read(row.Text(4))!.Value, row.Text(5), row.Long(6) == 1, row.Int(7), row.Real(8),
        row.RealOrNull(9), row.RealOrNull(10), [.. JsonSerializer.Deserialize<string[]>(row.Text(11))!.Select(id => new EventId(id))], StoredDay.Read(row.Text(12))!.Value,
        row.IntOrNull(13), row.RealOrNull(14));

    /// <summary>The first and the last day on which coded articles were published; null where none is dated.</summary>
    public (DateOnly First, DateOnly Last)? PublishedDays() => statements.Rows(
        "select min(published_day), max(published_day) from coding where current = 1", row => (StoredDay.Read(row.TextOrNull(0)), StoredDay.Read(row.TextOrNull(1))))
        .Single() is ({ } first, { } last) ? (first, last) : null;
}
