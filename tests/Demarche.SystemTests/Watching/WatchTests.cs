using System.Diagnostics;
using Demarche.Storage;
using Demarche.Tests.Reading.Fetching;

namespace Demarche.SystemTests.Watching;

/// <summary>The command against a server on loopback.</summary>
public sealed class WatchTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("demarche-watch-").FullName;

    string Store => Path.Combine(folder, "news.db");

    static string Feed(string address, params string[] paths) =>
        $"<rss version=\"2.0\"><channel><title>Coast Post</title>{string.Concat(paths.Select(path => $"<item><title>Story {path}</title><link>{address}{path}</link><pubDate>{DateTime.UtcNow.AddHours(-1):R}</pubDate><description>Short.</description></item>"))}</channel></rss>";

    static string Page(string path) =>
        $"<html><body><h1>Story {path}</h1><p>Norway accused Chile of violating its airspace near {path} on Monday, the foreign ministry said.</p><p>The foreign ministers of Norway and Chile met in Lisbon to speak about {path}, and agreed to meet again.</p></body></html>";

    Task<(int ExitCode, string Output, string Errors)> Watch(LoopbackServer server, params string[] more) =>
        DemarcheProcess.Run(["watch", server.Address + "/feed.xml", "--store", Store, "--once", "--delay", "0", "--allow-host", "127.0.0.1", .. more]);

    [Fact]
    public async Task Feeds_are_asked_for_what_changed_and_pages_fetched_once()
    {
        LoopbackServer server = null!;
        using (server = new LoopbackServer(asked => asked.Path switch
        {
            "/robots.txt" => LoopbackServer.Ok("user-agent: *\ndisallow: /private", "text/plain"),
            "/feed.xml" when asked.Header("If-None-Match") == "\"1\"" => LoopbackServer.Status("304 Not Modified"),
            "/feed.xml" => LoopbackServer.Ok(Feed(server.Address, "/a", "/b", "/private/c", "/missing", "/photo"), "application/rss+xml", "ETag: \"1\"\r\n"),
            "/missing" => LoopbackServer.Status("404 Not Found"),
            "/photo" => LoopbackServer.Ok("x", "image/png"),
            _ => LoopbackServer.Ok(Page(asked.Path)),
        }))
        {
            var opml = Path.Combine(folder, "feeds.opml");
            var (exitCode, output, errors) = await Watch(server, "--export-opml", opml);

            Assert.Equal((1, ""), (exitCode, output));
            Assert.Contains("feeds: 1 asked, 0 unchanged, 0 failed; pages: 5 found, 2 fetched, 1 kept out by robots.txt, 0 put off, 2 failed", errors, StringComparison.Ordinal);
            Assert.Contains("/missing: the server answers with status 404", errors, StringComparison.Ordinal);
            Assert.Contains("/photo: is image/png, which is not read", errors, StringComparison.Ordinal);
            Assert.Contains("Coast Post", await File.ReadAllTextAsync(opml, TestContext.Current.CancellationToken), StringComparison.Ordinal);
            var events = (await DemarcheProcess.Run("events", "--store", Store, "--format", "jsonl")).Output;
            Assert.Contains($"\"document\":\"{server.Address}/a\"", events, StringComparison.Ordinal);

            var asked = server.Requests.Count;
            var again = await Watch(server);
            Assert.Equal(0, again.ExitCode);
            Assert.Contains("feeds: 1 asked, 1 unchanged, 0 failed; pages: 0 found, 0 fetched", again.Errors, StringComparison.Ordinal);
            Assert.Equal(["/robots.txt", "/feed.xml"], server.Requests.Skip(asked).Select(request => request.Path));
        }
    }

    [Fact]
    public async Task Killed_it_goes_on_with_what_waits_in_its_queue()
    {
        LoopbackServer server = null!;
        var slow = true;
        using (server = new LoopbackServer(async (asked, stream, stop) =>
        {
            var answer = asked.Path switch
            {
                "/robots.txt" => LoopbackServer.Status("404 Not Found"),
                "/feed.xml" => slow ? LoopbackServer.Ok(Feed(server.Address, "/1", "/2", "/3", "/4", "/5", "/6")) : LoopbackServer.Status("503 Busy", "Retry-After: 60\r\n"),
                _ => LoopbackServer.Ok(Page(asked.Path)),
            };
            if (slow && asked.Path is "/4")
                await Task.Delay(Timeout.Infinite, stop);
            await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(answer), stop);
        }))
        {
            using (var process = DemarcheProcess.Start("watch", server.Address + "/feed.xml", "--store", Store, "--once", "--delay", "0", "--allow-host", "127.0.0.1"))
            {
                var patience = Stopwatch.StartNew();
                while (server.Requests.All(asked => asked.Path != "/4") && patience.Elapsed < TimeSpan.FromMinutes(2))
                    await Task.Delay(20, TestContext.Current.CancellationToken);
                process.Kill();
                await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            }
            slow = false;

            // The feed itself is away: what is fetched comes from the queue alone.
            var (exitCode, _, errors) = await Watch(server);

            Assert.Equal(1, exitCode);
            Assert.Contains("status 503", errors, StringComparison.Ordinal);
            using var store = EventStore.OpenExisting(Store);
            Assert.Contains(("articles", 6L), store.Stats());
            Assert.Null(store.NextPageDue());
            Assert.True(store.Feed(server.Address + "/feed.xml").Due > DateTimeOffset.UtcNow.AddMinutes(10));
        }
    }

    [Fact]
    public async Task A_busy_server_is_left_in_peace()
    {
        using var server = new LoopbackServer(asked => asked.Path == "/robots.txt" ? LoopbackServer.Status("404 Not Found") : LoopbackServer.Status("429 Too Many Requests", "Retry-After: 3600\r\n"));

        Assert.Equal(1, (await Watch(server)).ExitCode);
        var asked = server.Requests.Count;
        var (exitCode, _, errors) = await Watch(server);

        Assert.Equal(0, exitCode);
        Assert.Contains("feeds: 0 asked", errors, StringComparison.Ordinal);
        Assert.Equal(asked, server.Requests.Count);
    }

    [Fact]
    public async Task Sitemaps_are_followed_to_pages_of_late()
    {
        LoopbackServer server = null!;
        using (server = new LoopbackServer(asked => asked.Path switch
        {
            "/robots.txt" => LoopbackServer.Status("404 Not Found"),
            "/feed.xml" => LoopbackServer.Ok($"<sitemapindex><sitemap><loc>{server.Address}/s1.xml</loc></sitemap></sitemapindex>", "application/xml"),
            "/s1.xml" => LoopbackServer.Ok($"<urlset><url><loc>{server.Address}/new</loc><lastmod>{DateTime.UtcNow:yyyy-MM-dd}</lastmod></url><url><loc>{server.Address}/old</loc><lastmod>2009-01-01</lastmod></url></urlset>", "application/xml"),
            _ => LoopbackServer.Ok(Page(asked.Path)),
        }))
        {
            Assert.Equal(0, (await Watch(server)).ExitCode);
            Assert.Equal(["/robots.txt", "/feed.xml", "/s1.xml", "/new"], server.Requests.Select(asked => asked.Path));
        }
    }

    [Theory]
    [InlineData("file:///etc/passwd", "file: addresses are refused")]
    [InlineData("no-such-list.txt", "no-such-list.txt")]
    public async Task A_list_that_is_none_is_wrong_usage(string feeds, string reason)
    {
        var (exitCode, _, errors) = await DemarcheProcess.Run("watch", feeds, "--store", Store, "--once");

        Assert.Equal(2, exitCode);
        Assert.Contains(reason, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_is_an_input_like_any_other_and_one_inside_only_if_allowed()
    {
        using var server = new LoopbackServer(asked => LoopbackServer.Ok(Page(asked.Path)));

        var refused = await DemarcheProcess.Run("read", server.Address + "/a");
        var (exitCode, output, _) = await DemarcheProcess.Run("read", server.Address + "/a", "--allow-host", "127.0.0.1");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("not on the public internet", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(0, exitCode);
        Assert.Contains($"\"id\":\"{server.Address}/a\"", output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
