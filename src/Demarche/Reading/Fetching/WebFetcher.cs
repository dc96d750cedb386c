using System.Collections.Concurrent;
using Demarche.Documents;

namespace Demarche.Reading.Fetching;

/// <summary>
/// Fetches documents politely: one request at a time to a host and a pause between two, robots.txt obeyed at each redirect. May be used
/// from many threads.
/// </summary>
public sealed class WebFetcher(FetchSettings settings, TimeProvider clock) : IDisposable
{
    // RFC 9309, 2.4: a robots.txt should not be used longer.
    static readonly TimeSpan RobotsLast = TimeSpan.FromHours(24);

    readonly WebClient client = new(settings, clock);
    readonly ConcurrentDictionary<string, Host> hosts = new(StringComparer.OrdinalIgnoreCase);

    sealed class Host
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public DateTimeOffset Free { get; set; }

        public SemaphoreSlim RobotsTurn { get; } = new(1);

        public (RobotsRules Rules, string? Problem)? Robots { get; set; }

        public DateTimeOffset RobotsUntil { get; set; }
    }

    /// <param name="obeyRobots">False for a document that a person named; robots.txt speaks to programs that find their own way.</param>
    public async Task<FetchResult> Fetch(string address, bool obeyRobots, string? etag = null, string? lastModified = null, CancellationToken stop = default)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var target))
            return new FetchResult(FetchOutcome.Failed) { Reason = "is no address" };
        for (var redirects = 0; ; redirects++)
        {
            if (redirects > settings.Redirects)
                return new FetchResult(FetchOutcome.Failed) { Reason = $"redirected more than {settings.Redirects} times" };
            if (obeyRobots && await KeptOut(target, stop) is { } kept)
                return kept;
            var answer = await Ask(target, etag, lastModified, stop);
            if (answer.Status is 301 or 302 or 303 or 307 or 308 && answer.Location is { } location)
            {
                if (!Uri.TryCreate(target, location, out var next))
                    return new FetchResult(FetchOutcome.Failed) { Reason = "redirected to what is no address" };
                target = next;
                continue;
            }
            return Result(target, answer);
        }
    }

    FetchResult Result(Uri target, WebAnswer answer)
    {
        if (answer.Problem is not null)
            return new FetchResult(answer.MayPass ? FetchOutcome.Later : FetchOutcome.Failed) { Reason = answer.Problem };
        switch (answer.Status)
        {
            case 200:
                return new FetchResult(FetchOutcome.Fetched)
                {
                    Document = new WebDocument(target.AbsoluteUri, answer.ContentType, answer.Body) { Seen = Seen(answer.LastModified) },
                    ETag = answer.ETag,
                    LastModified = answer.LastModified,
                };
            case 304:
                return new FetchResult(FetchOutcome.Unchanged);
            case 408 or 425 or 429 or >= 500:
                return new FetchResult(FetchOutcome.Later) { Reason = $"the server answers with status {answer.Status}", RetryAfter = answer.RetryAfter };
            default:
                return new FetchResult(FetchOutcome.Failed) { Reason = $"the server answers with status {answer.Status}" };
        }
    }

    static PublicationDate Seen(string? lastModified) =>
        DateParser.Parse(lastModified ?? "", DateBasis.HttpHeader) is { Moment: { } moment } ? PublicationDate.OfDay(DateOnly.FromDateTime(moment.UtcDateTime), DateBasis.HttpHeader) : default;

    async Task<WebAnswer> Ask(Uri target, string? etag, string? lastModified, CancellationToken stop)
    {
        var host = hosts.GetOrAdd(target.Authority, _ => new Host());
        await host.Turn.WaitAsync(stop);
        try
        {
            if (host.Free - clock.GetUtcNow() is { Ticks: > 0 } wait)
                await Task.Delay(wait, clock, stop);
            return await client.Get(target, etag, lastModified, stop);
        }
        finally
        {
            host.Free = clock.GetUtcNow() + (host.Robots?.Rules.Delay is { } asked && asked > settings.Delay ? asked : settings.Delay);
            host.Turn.Release();
        }
    }

    async Task<FetchResult?> KeptOut(Uri target, CancellationToken stop)
    {
        if (target.Scheme is not ("http" or "https"))
            return null;
        var host = hosts.GetOrAdd(target.Authority, _ => new Host());
        await host.RobotsTurn.WaitAsync(stop);
        try
        {
            if (host.Robots is null || host.RobotsUntil < clock.GetUtcNow())
            {
                host.Robots = await Robots(target, stop);
                host.RobotsUntil = clock.GetUtcNow() + (host.Robots.Value.Problem is null ? RobotsLast : TimeSpan.FromMinutes(10));
            }
        }
        finally
        {
            host.RobotsTurn.Release();
        }
        var (rules, problem) = host.Robots.Value;
        if (problem is not null)
            return new FetchResult(FetchOutcome.Later) { Reason = "robots.txt cannot be read: " + problem };
        return rules.Allows(target) ? null : new FetchResult(FetchOutcome.KeptOut) { Reason = "robots.txt asks not to read it" };
    }

    /// <summary>What the site says; where it cannot be asked nothing may be read (RFC 9309, 2.3.1.4), where it has nothing to say all may.</summary>
    async Task<(RobotsRules Rules, string? Problem)> Robots(Uri site, CancellationToken stop)
    {
        var target = new Uri(site, "/robots.txt");
        for (var redirects = 0; redirects <= settings.Redirects; redirects++)
        {
            var answer = await Ask(target, null, null, stop);
            if (answer.Problem is not null)
                return answer.MayPass ? (RobotsRules.DisallowAll, answer.Problem) : (RobotsRules.AllowAll, null);
            if (answer.Status is >= 300 and < 400 && answer.Location is { } location && Uri.TryCreate(target, location, out var next))
                target = next;
            else
                return answer.Status switch
                {
                    200 => (RobotsRules.Parse(answer.Body.Span, settings.UserAgent.Split('/', ' ')[0]), null),
                    429 or >= 500 => (RobotsRules.DisallowAll, $"the server answers with status {answer.Status}"),
                    _ => (RobotsRules.AllowAll, null),
                };
        }
        return (RobotsRules.AllowAll, null);
    }

    public void Dispose() => client.Dispose();
}
