using System.Threading.Channels;
using Demarche.Documents;
using Demarche.Reading;
using Demarche.Reading.Feeds;
using Demarche.Reading.Fetching;
using Demarche.Storage;

namespace Demarche.Cli.Watching;

/// <summary>
/// Asks feeds for news, queues the pages they point to in the store, fetches these and hands them to the pipeline. Hosts are asked beside
/// each other, each one request at a time; the store is used by one thread. What is killed goes on where it was: a page leaves the queue
/// after its article is kept.
/// </summary>
sealed class FeedWatch(EventStore store, WebFetcher fetcher, ArticleReader reader, Pipeline pipeline, WatchSettings settings, TimeProvider clock, Random random)
{
    // After some two days of trying, a page is given up.
    const int MostFailures = 8;

    // Lists of lists do not go deeper.
    const int SitemapDepth = 3;

    const int PagesAtOnce = 256;

    /// <summary>Told of each article and each input that gave none.</summary>
    public required Action<IngestOutcome> Tell { get; init; }

    /// <summary>For people: what could not be fetched, and why.</summary>
    public required Action<string> Say { get; init; }

    public WatchCount Count { get; } = new();

    /// <summary>Asks the feeds whose time has come, then fetches pages until none is due.</summary>
    /// <param name="force">Ask also feeds whose time has not come, unless they failed and are to be left in peace.</param>
    public async Task Round(IReadOnlyList<string> feeds, bool force, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var due = feeds.Select(store.Feed).Where(feed => feed.Due <= now || (force && feed.Failures == 0)).ToList();
        await FetchAll(due, feed => feed.Address, (feed, token) => fetcher.Fetch(feed.Address, obeyRobots: true, feed.ETag, feed.LastModified, token), Take, stop);
        while (store.PagesDue(clock.GetUtcNow(), PagesAtOnce) is { Count: > 0 } pages)
            await FetchAll(pages, page => page.Address, (page, token) => fetcher.Fetch(page.Address, obeyRobots: true, stop: token), Take, stop);
    }

    /// <summary>When there is something to do again.</summary>
    public DateTimeOffset Next(IReadOnlyList<string> feeds)
    {
        var next = feeds.Min(feed => store.Feed(feed).Due);
        return store.NextPageDue() is { } page && page < next ? page : next;
    }

    async Task FetchAll<T>(IReadOnlyList<T> all, Func<T, string> address, Func<T, CancellationToken, Task<FetchResult>> fetch, Func<T, FetchResult, CancellationToken, Task> take, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var results = Channel.CreateBounded<(T Asked, FetchResult Result)>(settings.Hosts);
        var hosts = all.GroupBy(one => Uri.TryCreate(address(one), UriKind.Absolute, out var target) ? target.Authority : "");
        var fetching = Task.Run(async () =>
        {
            Exception? problem = null;
            try
            {
                await Parallel.ForEachAsync(hosts, new ParallelOptions { MaxDegreeOfParallelism = settings.Hosts, CancellationToken = end.Token }, async (host, token) =>
                {
                    foreach (var one in host)
                        await results.Writer.WriteAsync((one, await fetch(one, token)), token);
                });
            }
            catch (Exception failure)
            {
                problem = failure;
            }
            results.Writer.Complete(problem);
        }, CancellationToken.None);
        try
        {
            await foreach (var (asked, result) in results.Reader.ReadAllAsync(stop))
                await take(asked, result, stop);
        }
        finally
        {
            await end.CancelAsync();
            await fetching;
        }
    }

    async Task Take(WatchedFeed feed, FetchResult result, CancellationToken stop)
    {
        Count.Feeds++;
        var now = clock.GetUtcNow();
        if (result.Outcome == FetchOutcome.Unchanged)
        {
            Count.FeedsUnchanged++;
            store.Keep(feed with { Due = now + settings.Interval, Failures = 0, Problem = null });
            return;
        }
        var problem = result.Reason;
        if (result.Document is { } document)
        {
            var content = FeedDocument.Read(reader, document, new ReadOptions());
            problem = content.Problem ?? await Follow(feed, content, stop);
            if (problem is null)
            {
                var title = content.Entries.Select(entry => entry.Outlet).FirstOrDefault(outlet => outlet is not null) ?? feed.Title;
                store.Keep(feed with { Title = title, ETag = result.ETag, LastModified = result.LastModified, Due = now + settings.Interval, Failures = 0, Problem = null });
                return;
            }
        }
        Count.FeedsFailed++;
        Say($"{feed.Address}: {problem}");
        var pause = Backoff.After(feed.Failures + 1, result.RetryAfter, random);
        store.Keep(feed with { Due = now + (pause > settings.Interval ? pause : settings.Interval), Failures = feed.Failures + 1, Problem = problem });
    }

    async Task<string?> Follow(WatchedFeed feed, FeedDocument content, CancellationToken stop)
    {
        var lists = content.Sitemaps;
        var pages = Pages(feed, content).ToList();
        for (var depth = 1; lists.Length > 0; depth++)
        {
            if (depth == SitemapDepth)
                return "lists of sitemaps lead to more lists";
            var read = new List<FeedDocument>();
            foreach (var list in lists)
            {
                var result = await fetcher.Fetch(list, obeyRobots: true, stop: stop);
                var child = result.Document is { } document ? FeedDocument.Read(reader, document, new ReadOptions()) : null;
                if ((child is null ? result.Reason : child.Problem) is { } problem)
                    Say($"{list}: {problem}");
                else
                    read.Add(child!);
            }
            pages.AddRange(read.SelectMany(child => Pages(feed, child)));
            lists = [.. read.SelectMany(child => child.Sitemaps)];
        }
        store.InOneStep(() => Count.PagesFound += store.Enqueue(pages, clock.GetUtcNow()));
        foreach (var entry in content.Entries.Where(entry => settings.EntriesOnly || entry.Url is null))
            Keep(() => [ReadOutcome.Of(entry)], stop);
        return null;
    }

    IEnumerable<FoundPage> Pages(WatchedFeed feed, FeedDocument content)
    {
        if (settings.EntriesOnly)
            return [];
        var since = clock.GetUtcNow() - settings.LongestAgo;
        var entries = content.Entries.Where(entry => entry.Url is not null && !(entry.Published.Moment < since))
            .Select(entry => new FoundPage(entry.Url!, feed.Address) { Title = entry.Title, Outlet = entry.Outlet, Published = entry.Published });
        var addresses = content.Addresses.Where(entry => !((entry.Published.Moment ?? entry.Changed) < since))
            .Select(entry => new FoundPage(entry.Location, feed.Address) { Title = entry.Title, Outlet = entry.Outlet, Published = entry.Published });
        return entries.Concat(addresses);
    }

    Task Take(FoundPage page, FetchResult result, CancellationToken stop)
    {
        switch (result.Outcome)
        {
            case FetchOutcome.Fetched when WebDocument.MayBeRead(result.Document!.MediaType):
                Count.PagesFetched++;
                var origin = new DocumentOrigin { Title = page.Title, Outlet = page.Outlet };
                var document = result.Document with { Seen = page.Published.Basis == DateBasis.None ? result.Document.Seen : page.Published };
                store.Done(page, Keep(() => reader.Read(document, new ReadOptions { Origin = origin }), stop) ?? "kept");
                break;
            case FetchOutcome.Fetched:
                Fail(page, $"is {result.Document!.MediaType}, which is not read");
                break;
            case FetchOutcome.KeptOut:
                Count.PagesKeptOut++;
                store.Done(page, result.Reason!);
                break;
            case FetchOutcome.Later when page.Failures + 1 < MostFailures:
                Count.PagesPutOff++;
                Say($"{page.Address}: {result.Reason}; it is asked again later");
                store.Later(page, clock.GetUtcNow() + Backoff.After(page.Failures + 1, result.RetryAfter, random), result.Reason!);
                break;
            default:
                Fail(page, result.Reason ?? "gives nothing");
                break;
        }
        return Task.CompletedTask;
    }

    void Fail(FoundPage page, string reason)
    {
        Count.PagesFailed++;
        Say($"{page.Address}: {reason}");
        store.Done(page, reason);
    }

    /// <summary>Takes what is read into the store; returns why there was nothing, or null.</summary>
    string? Keep(Func<IEnumerable<ReadOutcome>> read, CancellationToken stop)
    {
        string? problem = null;
        foreach (var outcome in pipeline.Run([new PipelineInput(IsSmall: true, read)], stop))
        {
            Tell(outcome);
            if (outcome.Result == IngestResult.Failed)
                problem ??= outcome.Reason;
        }
        return problem;
    }
}
