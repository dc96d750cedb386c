using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Demarche.Reading.Archives;

namespace Demarche.Reading.Fetching;

/// <summary>
/// One request, one answer, within limits. Where a name leads is looked up once, and only an address that was found to be public is
/// connected to: a name that leads elsewhere a moment later gains nothing.
/// </summary>
sealed class WebClient : IDisposable
{
    readonly FetchSettings settings;
    readonly TimeProvider clock;
    readonly HttpClient client;

    public WebClient(FetchSettings settings, TimeProvider clock)
    {
        (this.settings, this.clock) = (settings, clock);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            // A proxy would look up names by itself, behind our back.
            UseProxy = false,
            ConnectCallback = Connect,
            MaxResponseHeadersLength = 64,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        };
        client = new HttpClient(handler, disposeHandler: true) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
    }

    public Task<WebAnswer> Get(Uri address, string? etag, string? lastModified, CancellationToken stop) => Send(address, HttpMethod.Get, request =>
    {
        request.Headers.TryAddWithoutValidation("Accept", "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.1");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        if (etag is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        if (lastModified is not null)
            request.Headers.TryAddWithoutValidation("If-Modified-Since", lastModified);
    }, stop);

    /// <param name="key">Tells the receiver that it has had this before.</param>
    public Task<WebAnswer> Post(Uri address, ReadOnlyMemory<byte> json, string key, CancellationToken stop) => Send(address, HttpMethod.Post, request =>
    {
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        request.Content = new ReadOnlyMemoryContent(json);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
    }, stop);

    async Task<WebAnswer> Send(Uri address, HttpMethod method, Action<HttpRequestMessage> prepare, CancellationToken stop)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
            return WebAnswer.Failed(WebAddress.Refusal(address.ToString()) ?? "only http: and https: addresses are read", mayPass: false);
        if (address.UserInfo.Length > 0)
            return WebAnswer.Failed("an address with a name and password in it is refused", mayPass: false);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(settings.Timeout);
        try
        {
            using var request = new HttpRequestMessage(method, address);
            request.Headers.TryAddWithoutValidation("User-Agent", settings.UserAgent);
            prepare(request);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return await Read(response, limit.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return WebAnswer.Failed(string.Create(CultureInfo.InvariantCulture, $"no complete answer within {settings.Timeout.TotalSeconds:0.#} seconds"), mayPass: true);
        }
        catch (UnreadableException problem)
        {
            return WebAnswer.Failed(problem.Message, mayPass: false);
        }
        catch (HttpRequestException problem)
        {
            return problem.InnerException is UnreadableException refusal ? WebAnswer.Failed(refusal.Message, mayPass: false) : Failed(problem);
        }
        catch (IOException problem)
        {
            return WebAnswer.Failed("the answer broke off: " + problem.Message, mayPass: true);
        }
    }

    async Task<WebAnswer> Read(HttpResponseMessage response, CancellationToken stop)
    {
        var answer = new WebAnswer
        {
            Status = (int)response.StatusCode,
            ContentType = First(response.Content.Headers, "Content-Type"),
            Location = response.Headers.Location,
            ETag = First(response.Headers, "ETag"),
            LastModified = First(response.Content.Headers, "Last-Modified"),
            RetryAfter = RetryAfter(response.Headers.RetryAfter),
        };
        if (response.StatusCode != HttpStatusCode.OK)
            return answer;
        var most = settings.Limits.DocumentBytes;
        if (response.Content.Headers.ContentLength > most)
            throw TooLarge();
        await using var stream = await response.Content.ReadAsStreamAsync(stop);
        using var body = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (await stream.ReadAsync(buffer, stop) is > 0 and var read)
        {
            if (body.Length + read > most)
                throw TooLarge();
            body.Write(buffer, 0, read);
        }
        return answer with { Body = ContentCoding.Decode(body.ToArray(), First(response.Content.Headers, "Content-Encoding"), settings.Limits) };

        UnreadableException TooLarge() => new($"larger than {most:N0} bytes, the limit for one document");
    }

    async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await Dns.GetHostAddressesAsync(host, stop);
        if (!settings.AllowedHosts.Contains(host) && addresses.FirstOrDefault(address => !PublicAddress.Is(address)) is { } inside)
            throw new UnreadableException($"{host} leads to {inside}, which is not on the public internet; '--allow-host {host}' allows it");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    static WebAnswer Failed(HttpRequestException problem) => problem.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => WebAnswer.Failed("no such host", mayPass: true),
        HttpRequestError.ConnectionError => WebAnswer.Failed("no connection: " + Innermost(problem), mayPass: true),
        HttpRequestError.SecureConnectionError => WebAnswer.Failed("no safe connection (TLS): " + Innermost(problem), mayPass: true),
        HttpRequestError.ConfigurationLimitExceeded => WebAnswer.Failed("the header of the answer is too long", mayPass: false),
        HttpRequestError.ResponseEnded => WebAnswer.Failed("the answer broke off", mayPass: true),
        _ => WebAnswer.Failed("a broken answer: " + Innermost(problem), mayPass: true),
    };

    static string Innermost(Exception problem)
    {
        while (problem.InnerException is { } inner)
            problem = inner;
        return problem.Message;
    }

    TimeSpan? RetryAfter(RetryConditionHeaderValue? value)
    {
        var pause = value?.Delta ?? (value?.Date is { } date ? date - clock.GetUtcNow() : null);
        return pause is null ? null : pause < TimeSpan.Zero ? TimeSpan.Zero : pause > FetchSettings.LongestPause ? FetchSettings.LongestPause : pause;
    }

    static string? First(HttpHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    public void Dispose() => client.Dispose();
}
