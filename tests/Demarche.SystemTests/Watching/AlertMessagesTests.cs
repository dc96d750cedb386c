using System.Collections.Frozen;
using System.Net;
using System.Text;
using System.Text.Json;
using Demarche.Analysis.Alerts;
using Demarche.Cli.Watching;
using Demarche.Events;
using Demarche.Reading.Fetching;
using Demarche.Storage;

namespace Demarche.SystemTests.Watching;

/// <summary>Alerts told to a server on this machine, which does not always take them.</summary>
public sealed class AlertMessagesTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("demarche-hooks-").FullName;
    readonly HttpListener server = new();
    readonly List<string> bodies = [];
    readonly string address;
    int status = 500;

    public AlertMessagesTests()
    {
        using (var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        }
        server.Prefixes.Add(address);
        server.Start();
        _ = Serve();
    }

    [Fact]
    public async Task An_alert_that_is_not_taken_is_told_again_and_then_no_more()
    {
        using var store = EventStore.OpenOrCreate(Path.Combine(folder, "news.db"));
        var alert = new RaisedAlert("a-1", "border", "DRA,NIV", "2024-05", new DateOnly(2024, 5, 1), "Distance", true, 14, 2.5, 6.7, null, [new EventId("e-1")], new DateOnly(2024, 5, 31), 21, 6.5);
        store.InOneStep(() =>
        {
            store.Keep(alert);
            store.AskDelivery(alert.Id);
        });

        await Send(store, "border");
        var failed = Assert.Single(store.Deliveries());
        Assert.Equal((1, false, "the server answers with status 500"), (failed.Attempts, failed.IsDelivered, failed.Problem));
        status = 200;
        await Send(store, "another watch");
        Assert.Single(bodies);
        await Send(store, "border");
        await Send(store, "border");

        var told = Assert.Single(store.Deliveries());
        Assert.Equal((2, true, (string?)null), (told.Attempts, told.IsDelivered, told.Problem));
        Assert.Equal(2, bodies.Count);
        using var message = JsonDocument.Parse(bodies[^1]);
        Assert.Equal(("a-1", "rise", 14, 21), (Text("id"), Text("direction"), message.RootElement.GetProperty("events").GetInt32(), message.RootElement.GetProperty("documents").GetInt32()));
        Assert.Contains("21 documents name both, 6.5 normally", Text("text"), StringComparison.Ordinal);

        string? Text(string name) => message.RootElement.GetProperty(name).GetString();
    }

    [Fact]
    public async Task A_webhook_that_never_answers_well_is_given_up()
    {
        using var store = EventStore.OpenOrCreate(Path.Combine(folder, "news.db"));
        store.Keep(new RaisedAlert("a-1", "border", "DRA,NIV", "2024-05", new DateOnly(2024, 5, 1), "Cusum", false, 0, 9, -3, null, [], new DateOnly(2024, 5, 31), null, null));
        store.AskDelivery("a-1");

        for (var run = 0; run < 7; run++)
            await Send(store, "border");

        Assert.Equal((5, 5), (bodies.Count, Assert.Single(store.Deliveries()).Attempts));
    }

    async Task Send(EventStore store, string watch)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes($"name: {watch}\ndyad: DRA,NIV\nwebhook: {address}\n"));
        var settings = new FetchSettings { AllowedHosts = new[] { "127.0.0.1" }.ToFrozenSet(), Timeout = TimeSpan.FromSeconds(20) };
        await AlertMessages.Send(store, WatchRule.Load(file, "desk.txt"), settings, TimeProvider.System, TestContext.Current.CancellationToken);
    }

    async Task Serve()
    {
        try
        {
            while (true)
            {
                var asked = await server.GetContextAsync();
                using (var reader = new StreamReader(asked.Request.InputStream))
                    bodies.Add(await reader.ReadToEndAsync());
                asked.Response.StatusCode = status;
                asked.Response.Close();
            }
        }
        catch (Exception problem) when (problem is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    public void Dispose()
    {
        server.Close();
        Directory.Delete(folder, recursive: true);
    }
}
