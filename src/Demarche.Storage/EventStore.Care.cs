using Demarche.Events;

namespace Demarche.Storage;

public sealed partial class EventStore
{
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
