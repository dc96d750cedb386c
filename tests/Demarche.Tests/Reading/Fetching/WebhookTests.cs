using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Demarche.Reading.Fetching;

namespace Demarche.Tests.Reading.Fetching;

public class WebhookTests
{
    static readonly FetchSettings Local = new() { AllowedHosts = new[] { "127.0.0.1" }.ToFrozenSet(), Timeout = TimeSpan.FromSeconds(20) };

    [Fact]
    public async Task The_message_arrives_as_json_with_its_key()
    {
        var body = "";
        using var server = new LoopbackServer(async (asked, stream, stop) =>
        {
            body = await Body(asked, stream, stop);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(LoopbackServer.Status("204 No Content")), stop);
        });

        Assert.Null(await Tell(server.Address + "/alerts", Local));

        var asked = Assert.Single(server.Requests);
        Assert.StartsWith("POST /alerts ", asked.Head, StringComparison.Ordinal);
        Assert.Equal(("application/json; charset=utf-8", "a-1", "{\"id\":1}"), (asked.Header("Content-Type"), asked.Header("Idempotency-Key"), body));
    }

    [Theory]
    [InlineData("500 Internal Server Error", "", "the server answers with status 500")]
    [InlineData("404 Not Found", "", "the server answers with status 404")]
    [InlineData("307 Temporary Redirect", "Location: http://169.254.169.254/\r\n", "the server redirects")]
    public async Task What_is_not_taken_is_said(string status, string headers, string reason)
    {
        using var server = new LoopbackServer(async (asked, stream, stop) =>
        {
            await Body(asked, stream, stop);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(LoopbackServer.Status(status, headers)), stop);
        });

        Assert.Contains(reason, await Tell(server.Address, Local), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:PORT/", "localhost leads to")]
    [InlineData("http://169.254.169.254/latest/", "leads to 169.254.169.254")]
    [InlineData("http://user:secret@127.0.0.1:PORT/", "a name and password")]
    [InlineData("file:///etc/passwd", "refused")]
    public async Task An_address_inside_a_network_is_told_nothing(string address, string reason)
    {
        using var server = new LoopbackServer(_ => LoopbackServer.Ok(""));

        Assert.Contains(reason, await Tell(address.Replace("PORT", server.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), Local), StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    static async Task<string?> Tell(string address, FetchSettings settings)
    {
        using var webhook = new Webhook(settings, TimeProvider.System);
        return await webhook.Tell(new Uri(address), "{\"id\":1}"u8.ToArray(), "a-1", TestContext.Current.CancellationToken);
    }

    static async Task<string> Body(Asked asked, Stream stream, CancellationToken stop)
    {
        var body = new byte[int.Parse(asked.Header("Content-Length")!, CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, stop);
        return Encoding.UTF8.GetString(body);
    }
}
