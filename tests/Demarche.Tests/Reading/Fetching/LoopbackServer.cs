using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Demarche.Tests.Reading.Fetching;

/// <summary>One request, as the server got it.</summary>
sealed record Asked(string Path, string Head)
{
    public string? Header(string name) => Head.Split("\r\n").Skip(1).Select(line => line.Split(": ", 2)).FirstOrDefault(parts => parts[0].Equals(name, StringComparison.OrdinalIgnoreCase))?[1];
}

/// <summary>A server that answers byte by byte what a test tells it to, however wrong; one request a connection.</summary>
sealed class LoopbackServer : IDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource end = new();
    readonly X509Certificate2? certificate;
    readonly Func<Asked, Stream, CancellationToken, Task> answer;
    int open;

    public LoopbackServer(Func<Asked, Stream, CancellationToken, Task> answer, X509Certificate2? certificate = null)
    {
        (this.answer, this.certificate) = (answer, certificate);
        listener.Start();
        _ = Accept();
    }

    public LoopbackServer(Func<Asked, string> answer)
        : this(async (asked, stream, stop) => await stream.WriteAsync(Encoding.UTF8.GetBytes(answer(asked)), stop))
    {
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public string Address => $"http://127.0.0.1:{Port}";

    public ConcurrentQueue<Asked> Requests { get; } = [];

    /// <summary>The most connections that were open at one time.</summary>
    public int MostAtOnce { get; private set; }

    public static string Ok(string body, string type = "text/html", string headers = "") =>
        $"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{headers}Connection: close\r\n\r\n{body}";

    public static string Status(string status, string headers = "") => $"HTTP/1.1 {status}\r\nContent-Length: 0\r\n{headers}Connection: close\r\n\r\n";

    async Task Accept()
    {
        try
        {
            while (true)
                _ = Serve(await listener.AcceptTcpClientAsync(end.Token));
        }
        catch (Exception) when (end.IsCancellationRequested)
        {
            // The test is over.
        }
    }

    async Task Serve(TcpClient client)
    {
        try
        {
            using (client)
            await using (Stream stream = certificate is null ? client.GetStream() : new SslStream(client.GetStream()))
            {
                MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref open));
                if (stream is SslStream secure)
                    await secure.AuthenticateAsServerAsync(certificate!);
                var head = await Head(stream);
                if (head.Length == 0)
                    return;
                var asked = new Asked(head.Split(' ')[1], head);
                Requests.Enqueue(asked);
                await answer(asked, stream, end.Token);
            }
        }
        catch (Exception problem) when (problem is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            // The client has gone away, as it should with such answers.
        }
        finally
        {
            Interlocked.Decrement(ref open);
        }
    }

    static async Task<string> Head(Stream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one) == 1)
            head.Append((char)one[0]);
        return head.ToString();
    }

    public void Dispose()
    {
        end.Cancel();
        listener.Dispose();
        end.Dispose();
    }
}
