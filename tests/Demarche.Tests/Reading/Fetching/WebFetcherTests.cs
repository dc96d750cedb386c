using System.Collections.Frozen;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Demarche.Reading;
using Demarche.Reading.Fetching;

namespace Demarche.Tests.Reading.Fetching;

public class WebFetcherTests
{
    static readonly FetchSettings Local = new()
    {
        AllowedHosts = new[] { "127.0.0.1" }.ToFrozenSet(),
        Delay = TimeSpan.Zero,
        Timeout = TimeSpan.FromSeconds(20),
        Limits = new ReadLimits { DocumentBytes = 1 << 20 },
    };

    static async Task<FetchResult> Fetch(LoopbackServer server, string path = "/", FetchSettings? settings = null, bool obeyRobots = false)
    {
        using var fetcher = new WebFetcher(settings ?? Local, TimeProvider.System);
        return await fetcher.Fetch(server.Address + path, obeyRobots, stop: TestContext.Current.CancellationToken);
    }

    static async Task<string> Problem(Func<Asked, Stream, CancellationToken, Task> answer, FetchSettings? settings = null)
    {
        using var server = new LoopbackServer(answer);
        return (await Fetch(server, settings: settings)).Reason ?? "fetched without complaint";
    }

    static Task<string> Problem(string answer) => Problem(async (_, stream, stop) => await stream.WriteAsync(Encoding.Latin1.GetBytes(answer), stop));

    [Fact]
    public async Task A_page_comes_with_its_type_address_and_day()
    {
        using var server = new LoopbackServer(asked => asked.Path == "/old"
            ? LoopbackServer.Status("301 Moved", "Location: /new?x=1\r\n")
            : LoopbackServer.Ok("<p>Text", "text/html; charset=koi8-r", "Last-Modified: Tue, 05 Mar 2024 10:00:00 GMT\r\nETag: \"abc\"\r\n"));

        var result = await Fetch(server, "/old");

        Assert.Equal(FetchOutcome.Fetched, result.Outcome);
        Assert.Equal((server.Address + "/new?x=1", "text/html", "koi8-r"), (result.Document!.Url, result.Document.MediaType, result.Document.Charset));
        Assert.Equal("2024-03-05", result.Document.Seen.Iso);
        Assert.Equal("\"abc\"", result.ETag);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        using var server = new LoopbackServer(asked => asked.Header("If-None-Match") == "\"abc\"" && asked.Header("If-Modified-Since") == "then" ? LoopbackServer.Status("304 Not Modified") : LoopbackServer.Ok("x"));
        using var fetcher = new WebFetcher(Local, TimeProvider.System);

        Assert.Equal(FetchOutcome.Unchanged, (await fetcher.Fetch(server.Address, false, "\"abc\"", "then", TestContext.Current.CancellationToken)).Outcome);
    }

    [Theory]
    [InlineData("http://localhost:PORT/", "localhost leads to")]
    [InlineData("http://[::1]:PORT/", "leads to ::1")]
    [InlineData("http://0x7f.1:PORT/", "leads to 127.0.0.1")]
    [InlineData("http://169.254.169.254/latest/meta-data/", "leads to 169.254.169.254")]
    [InlineData("file:///etc/passwd", "file: addresses are refused")]
    [InlineData("data:text/html,x", "data: addresses are refused")]
    [InlineData("http://user:secret@127.0.0.1:PORT/", "a name and password")]
    public async Task Addresses_inside_are_refused_also_where_a_redirect_leads_there(string target, string reason)
    {
        LoopbackServer server = null!;
        using (server = new LoopbackServer(asked => asked.Path == "/start" ? LoopbackServer.Status("302 Found", $"Location: {target.Replace("PORT", server.Port.ToString(), StringComparison.Ordinal)}\r\n") : LoopbackServer.Ok("secret")))
        {
            // Only what is allowed by its name is; the number the name stands for is not.
            var settings = target.Contains("0x7f", StringComparison.Ordinal) ? Local with { AllowedHosts = [] } : Local;
            using var fetcher = new WebFetcher(settings, TimeProvider.System);

            Assert.Contains(reason, (await fetcher.Fetch(target.Replace("PORT", server.Port.ToString(), StringComparison.Ordinal), false, stop: TestContext.Current.CancellationToken)).Reason, StringComparison.Ordinal);
            if (settings == Local)
                Assert.Contains(reason, (await Fetch(server, "/start")).Reason, StringComparison.Ordinal);
            Assert.All(server.Requests, asked => Assert.Equal("/start", asked.Path));
        }
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("93.184.216.34", true)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:93.184.216.34", true)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2606:2800:220:1::1", true)]
    public void Public_addresses_are_told_from_all_others(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    [Fact]
    public async Task A_server_that_drips_is_left() => Assert.Equal("no complete answer within 0.5 seconds", await Problem(
        async (_, stream, stop) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"u8.ToArray(), stop);
            while (true)
            {
                await stream.WriteAsync("x"u8.ToArray(), stop);
                await Task.Delay(20, stop);
            }
        },
        Local with { Timeout = TimeSpan.FromSeconds(0.5) }));

    [Fact]
    public async Task A_server_that_says_nothing_is_left() =>
        Assert.Equal("no complete answer within 0.5 seconds", await Problem((_, _, stop) => Task.Delay(Timeout.Infinite, stop), Local with { Timeout = TimeSpan.FromSeconds(0.5) }));

    [Fact]
    public async Task An_answer_without_an_end_is_cut_at_the_limit() => Assert.Equal("larger than 1,048,576 bytes, the limit for one document", await Problem(
        async (_, stream, stop) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), stop);
            while (true)
                await stream.WriteAsync(new byte[1 << 16], stop);
        }));

    [Fact]
    public async Task A_bomb_is_refused()
    {
        var bomb = Reads.Gzip(new byte[64 << 20]);

        Assert.Contains("bomb", await Problem(async (_, stream, stop) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {bomb.Length}\r\n\r\n"), stop);
            await stream.WriteAsync(bomb, stop);
        }, Local with { Limits = new ReadLimits() }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nshort", "the answer broke off")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nx", "larger than 1,048,576 bytes")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "broke")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 5\r\n\r\nhello", "broken")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\nContent-Length: 5\r\n\r\nhello", "compressed as 'zstd'")]
    [InlineData("I am no web server\r\n\r\n", "a broken answer")]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "status 404")]
    public async Task Answers_that_lie_or_break_off_fail_with_the_reason(string answer, string reason) =>
        Assert.Contains(reason, await Problem(answer), StringComparison.Ordinal);

    [Fact]
    public async Task A_header_without_an_end_is_refused() =>
        Assert.Contains("the header of the answer is too long", await Problem("HTTP/1.1 200 OK\r\nX: " + new string('x', 200_000)), StringComparison.Ordinal);

    [Fact]
    public async Task A_circle_of_redirects_is_left()
    {
        using var server = new LoopbackServer(_ => LoopbackServer.Status("302 Found", "Location: /again\r\n"));

        Assert.Equal("redirected more than 5 times", (await Fetch(server)).Reason);
        Assert.Equal(6, server.Requests.Count);
    }

    [Theory]
    [InlineData("429 Too Many", "Retry-After: 120\r\n", 120)]
    [InlineData("503 Busy", "Retry-After: 999999999\r\n", 86400)]
    [InlineData("503 Busy", "Retry-After: Mon, 01 Jan 2001 00:00:00 GMT\r\n", 0)]
    [InlineData("500 Error", "", null)]
    public async Task What_may_pass_is_to_be_asked_later_and_when_the_server_says(string status, string header, int? seconds)
    {
        using var server = new LoopbackServer(_ => LoopbackServer.Status(status, header));

        var result = await Fetch(server);

        Assert.Equal((FetchOutcome.Later, seconds), (result.Outcome, (int?)result.RetryAfter?.TotalSeconds));
    }

    [Fact]
    public async Task A_certificate_of_nobody_is_refused()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var server = new LoopbackServer((_, stream, stop) => stream.WriteAsync(Encoding.ASCII.GetBytes(LoopbackServer.Ok("x")), stop).AsTask(), certificate);
        using var fetcher = new WebFetcher(Local, TimeProvider.System);

        Assert.Contains("no safe connection (TLS)", (await fetcher.Fetch($"https://127.0.0.1:{server.Port}/", false, stop: TestContext.Current.CancellationToken)).Reason, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_closed_door_may_open_later()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var fetcher = new WebFetcher(Local, TimeProvider.System);

        var result = await fetcher.Fetch($"http://127.0.0.1:{port}/", false, stop: TestContext.Current.CancellationToken);

        Assert.Equal(FetchOutcome.Later, result.Outcome);
        Assert.StartsWith("no connection", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Robots_txt_is_asked_once_and_obeyed_also_behind_a_redirect()
    {
        using var server = new LoopbackServer(asked => asked.Path switch
        {
            "/robots.txt" => LoopbackServer.Ok("User-agent: *\nDisallow: /\n\nUser-agent: Demarche\nDisallow: /private", "text/plain"),
            "/way" => LoopbackServer.Status("302 Found", "Location: /private/x\r\n"),
            _ => LoopbackServer.Ok("x"),
        });
        using var fetcher = new WebFetcher(Local, TimeProvider.System);

        foreach (var (path, outcome) in new[] { ("/a", FetchOutcome.Fetched), ("/private/x", FetchOutcome.KeptOut), ("/way", FetchOutcome.KeptOut) })
            Assert.Equal(outcome, (await fetcher.Fetch(server.Address + path, true, stop: TestContext.Current.CancellationToken)).Outcome);
        Assert.Equal(["/robots.txt", "/a", "/way"], server.Requests.Select(asked => asked.Path));
    }

    [Theory]
    [InlineData("404 Not Found", FetchOutcome.Fetched)]
    [InlineData("403 Forbidden", FetchOutcome.Fetched)]
    [InlineData("503 Busy", FetchOutcome.Later)]
    public async Task Without_robots_txt_all_is_allowed_and_where_it_cannot_be_had_nothing(string status, FetchOutcome outcome)
    {
        using var server = new LoopbackServer(asked => asked.Path == "/robots.txt" ? LoopbackServer.Status(status) : LoopbackServer.Ok("x"));

        Assert.Equal(outcome, (await Fetch(server, "/a", obeyRobots: true)).Outcome);
    }

    [Fact]
    public async Task A_host_is_asked_one_request_at_a_time()
    {
        using var server = new LoopbackServer(async (_, stream, stop) =>
        {
            await Task.Delay(20, stop);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(LoopbackServer.Ok("x")), stop);
        });
        using var fetcher = new WebFetcher(Local, TimeProvider.System);

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => fetcher.Fetch($"{server.Address}/{i}", false, stop: TestContext.Current.CancellationToken)));

        Assert.All(results, result => Assert.Equal(FetchOutcome.Fetched, result.Outcome));
        Assert.Equal(1, server.MostAtOnce);
    }

    [Fact]
    public void Pauses_double_differ_and_never_undercut_the_server()
    {
        var random = new Random(1);

        Assert.All(Enumerable.Range(1, 40), failures =>
        {
            var pause = Backoff.After(failures, null, random);
            var least = TimeSpan.FromMinutes(0.5 * Math.Pow(2, Math.Min(failures, 12) - 1));
            Assert.InRange(pause, least < FetchSettings.LongestPause ? least : FetchSettings.LongestPause, FetchSettings.LongestPause);
        });
        Assert.NotEqual(Backoff.After(3, null, random), Backoff.After(3, null, random));
        Assert.Equal(TimeSpan.FromHours(5), Backoff.After(1, TimeSpan.FromHours(5), random));
    }
}
