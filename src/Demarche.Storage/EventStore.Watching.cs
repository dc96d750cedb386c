using System.Globalization;
using Demarche.Documents;

namespace Demarche.Storage;

public sealed partial class EventStore
{
    /// <summary>A feed as it was last asked; one never asked is due since ever.</summary>
    public WatchedFeed Feed(string address) => statements.Rows(
        "select title, etag, last_modified, due, failures, problem from feed where address = $1",
        row => new WatchedFeed(address)
        {
            Title = row.TextOrNull(0),
            ETag = row.TextOrNull(1),
            LastModified = row.TextOrNull(2),
            Due = ReadUtc(row.Text(3)),
            Failures = row.Int(4),
            Problem = row.TextOrNull(5),
        },
        address).SingleOrDefault() ?? new WatchedFeed(address);

    public void Keep(WatchedFeed feed) => statements.Execute(
        """
        insert into feed (address, title, etag, last_modified, due, failures, problem) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (address) do update set title = excluded.title, etag = excluded.etag, last_modified = excluded.last_modified,
            due = excluded.due, failures = excluded.failures, problem = excluded.problem
        """,
        feed.Address, feed.Title, feed.ETag, feed.LastModified, Utc(feed.Due), feed.Failures, feed.Problem);

    /// <summary>Queues the pages that were never found before, and says how many those are.</summary>
    public int Enqueue(IEnumerable<FoundPage> pages, DateTimeOffset now) => pages.Sum(page => statements.Execute(
        """
        insert into found_page (address, feed, title, outlet, published, published_precision, due, failures)
        values ($1, $2, $3, $4, $5, $6, $7, 0) on conflict do nothing
        """,
        page.Address, page.Feed, page.Title, page.Outlet, Moment(page.Published), page.Published.Precision.ToString(), Utc(now)));

    public IReadOnlyList<FoundPage> PagesDue(DateTimeOffset now, int most) => statements.Rows(
        "select address, feed, title, outlet, published, published_precision, failures from found_page where due <= $1 order by due, address limit $2",
        row => new FoundPage(row.Text(0), row.Text(1))
        {
            Title = row.TextOrNull(2),
            Outlet = row.TextOrNull(3),
            Published = row.TextOrNull(4) is { } moment
                ? new PublicationDate(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture), Enum.Parse<PublicationPrecision>(row.Text(5)), DateBasis.Feed)
                : default,
            Failures = row.Int(6),
        },
        Utc(now), most);

    /// <summary>Takes a page out of the queue.</summary>
    public void Done(FoundPage page, string outcome) =>
        statements.Execute("update found_page set due = null, outcome = $2 where address = $1", page.Address, outcome);

    /// <summary>Puts a page off.</summary>
    public void Later(FoundPage page, DateTimeOffset due, string reason) =>
        statements.Execute("update found_page set due = $2, failures = $3, outcome = $4 where address = $1", page.Address, Utc(due), page.Failures + 1, reason);

    /// <summary>When the next page is due; null where none waits.</summary>
    public DateTimeOffset? NextPageDue() => statements.Scalar("select min(due) from found_page") is string due ? ReadUtc(due) : null;

    static string Utc(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    static DateTimeOffset ReadUtc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
