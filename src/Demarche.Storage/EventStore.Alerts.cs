using System.Text.Json;
using Demarche.Analysis;
using Demarche.Analysis.Alerts;
using Demarche.Events;

namespace Demarche.Storage;

public sealed partial class EventStore
{
    /// <summary>Keeps an alert; false where it was raised before, and then nothing changes.</summary>
    public bool Keep(Alert alert) => statements.Execute(
        """
        insert into alert (id, watch, about, period, first_day, kind, is_rise, counted, median, z, tail, drivers, as_of)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing
        """,
        alert.Id, alert.Watch, alert.About, alert.Period.Name, StoredDay.Write(alert.Period.First), alert.Kind.ToString(), alert.IsRise ? 1L : 0L, (long)alert.Count, alert.Median,
        alert.Normal.Z, alert.Normal.Tail, JsonSerializer.Serialize(alert.Drivers.Select(id => id.Value)), StoredDay.Write(alert.AsOf)) > 0;

    /// <summary>All alerts that were kept, by period, then id.</summary>
    public IReadOnlyList<Alert> Alerts() => statements.Rows(
        "select watch, about, period, first_day, kind, is_rise, counted, median, z, tail, drivers, as_of from alert order by first_day, id",
        row =>
        {
            var first = StoredDay.Read(row.Text(3))!.Value;
            var name = row.Text(2);
            // The name tells the length: 2024-W07, 2024-Q1, 2024-02.
            var length = name.Contains('W', StringComparison.Ordinal) ? PeriodLength.Week : name.Contains('Q', StringComparison.Ordinal) ? PeriodLength.Quarter : PeriodLength.Month;
            return new Alert(
                row.Text(0), row.Text(1), new Period(length, first), Enum.Parse<AlertKind>(row.Text(4)), row.Long(5) == 1, row.Int(6), row.Real(7),
                new Distance(row.RealOrNull(8), row.RealOrNull(9), true), [.. JsonSerializer.Deserialize<string[]>(row.Text(10))!.Select(id => new EventId(id))], StoredDay.Read(row.Text(11))!.Value);
        });

    /// <summary>The first and the last day on which coded articles were published; null where none is dated.</summary>
    public (DateOnly First, DateOnly Last)? PublishedDays() => statements.Rows(
        "select min(published_day), max(published_day) from coding where current = 1", row => (StoredDay.Read(row.TextOrNull(0)), StoredDay.Read(row.TextOrNull(1))))
        .Single() is ({ } first, { } last) ? (first, last) : null;
}
