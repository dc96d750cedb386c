using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Demarche.Events;
using Demarche.Storage;

namespace Demarche.SystemTests.Storage;

/// <summary>
/// Real processes, killed at random moments while they ingest, keep decisions, back up and upgrade. How many moments: the environment
/// variable DEMARCHE_KILLS (for each database; one of each kind if not set).
/// </summary>
public sealed class KillTests(PostgresServer server) : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("demarche-kill-").FullName;
    readonly Random random = new(20240506);
    int stores;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Killed_at_any_moment_the_store_is_sound_and_nothing_acknowledged_is_lost(string kind)
    {
        var moments = int.TryParse(Environment.GetEnvironmentVariable("DEMARCHE_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : 4;
        var news = MadeUpNews.Write(Path.Combine(folder, "news.jsonl"), 96);
        var whole = Path.Combine(folder, "whole.db");
        var clock = Stopwatch.StartNew();
        Assert.Equal(0, (await DemarcheProcess.Run("ingest", news, "--store", whole, "--quiet")).ExitCode);
        var duration = clock.Elapsed;
        var expected = Everything(whole);
        var store = PlaceOf(kind);
        for (var moment = 0; moment < moments; moment++)
            switch (moment % 4)
            {
                case 0:
                    await Ingest(news, store, duration * (0.3 + 0.8 * random.NextDouble()));
                    break;
                case 1:
                    await Backup(whole, kind);
                    break;
                case 2:
                    await Decide(whole, kind);
                    break;
                default:
                    await Upgrade(whole, kind);
                    break;
            }
        Assert.Equal(0, (await DemarcheProcess.Run("ingest", news, "--store", store, "--quiet")).ExitCode);
        Assert.Equal(expected, Everything(store));
        AssertSound(store);
    }

    async Task Ingest(string news, string store, TimeSpan delay)
    {
        var report = Path.Combine(folder, "report.jsonl");
        await Kill(delay, "ingest", news, "--store", store, "--report", report, "--quiet");
        if (store.StartsWith("postgres", StringComparison.Ordinal) || File.Exists(store))
        {
            var kept = Keys(store, "select id from article");
            // The last line may be torn.
            foreach (var line in File.Exists(report) ? (await File.ReadAllTextAsync(report)).Split('\n')[..^1] : [])
                Assert.Contains(JsonDocument.Parse(line).RootElement.GetProperty("document").GetString()!, kept);
        }
    }

    async Task Backup(string whole, string kind)
    {
        var store = Restored(whole, kind);
        var backup = Path.Combine(folder, $"backup-{stores}.db");
        await Kill(TimeSpan.FromSeconds(0.6 * random.NextDouble()), "store", "backup", backup, "--store", store);
        AssertSound(store);
        if (!File.Exists(backup))
            StoreCopy.Make(store, backup, default);
        AssertSound(backup);
        Assert.Equal(Everything(store), Everything(backup));
    }

    async Task Decide(string whole, string kind)
    {
        var store = Restored(whole, kind);
        var id = Ids(store)[random.Next(10)];
        var output = await Kill(TimeSpan.FromSeconds(0.8 * random.NextDouble()), "review", "reject", id, "--store", store, "--by", "Ann", "--why", "a test");
        AssertSound(store);
        Assert.True(!output.Contains(id, StringComparison.Ordinal) || !Ids(store).Contains(id), "a decision that was acknowledged is lost");
    }

    async Task Upgrade(string whole, string kind)
    {
        var store = Older(whole, kind);
        await Kill(TimeSpan.FromSeconds(0.6 * random.NextDouble()), "store", "upgrade", "--store", store, "--backup", Path.Combine(folder, $"before-{stores}.db"));
        StoreUpgrade.Run(store, Path.Combine(folder, $"again-{stores}.db"), default);
        AssertSound(store);
        // The first schema kept no copies.
        Assert.Equal(WithoutCopies(whole), WithoutCopies(store));
    }

    string PlaceOf(string kind)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"killed_{Environment.ProcessId}_{stores++}");
        return kind == "sqlite" ? Path.Combine(folder, name + ".db") : server.AddressOf(name);
    }

    string Restored(string whole, string kind)
    {
        var place = PlaceOf(kind);
        StoreCopy.Make(whole, place, default);
        return place;
    }

    /// <summary>The same rows under the first schema.</summary>
    string Older(string whole, string kind)
    {
        var place = PlaceOf(kind);
        var schema = new HashSet<int> { 1, 2 };
        using var from = Database.At(whole);
        using var reading = new Statements(from, from.Connect());
        using var to = Database.At(place);
        using var writing = new Statements(to, to.Connect(create: true));
        Migrator.Run(to, writing, schema);
        StoreCopy.Rows(reading, to, writing, StoreTables.Of(schema), default);
        to.ContinueNumbering(writing);
        if (kind == "sqlite")
            writing.Run("insert into article_text (article_text) values ('rebuild'); insert into report_text (report_text) values ('rebuild')");
        return place;
    }

    static async Task<string> Kill(TimeSpan delay, params string[] arguments)
    {
        using var process = DemarcheProcess.Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(delay);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
        await errors;
        return await output;
    }

    static void AssertSound(string place)
    {
        using var store = EventStore.OpenExisting(place);
        Assert.Empty(store.Check());
    }

    static string Everything(string place)
    {
        using var store = EventStore.OpenExisting(place);
        return JsonSerializer.Serialize(store.Events(new EventQuery()));
    }

    static string WithoutCopies(string place)
    {
        using var store = EventStore.OpenExisting(place);
        return JsonSerializer.Serialize(store.Events(new EventQuery()).Select(one => one with { Copies = [] }));
    }

    static List<string> Ids(string place)
    {
        using var store = EventStore.OpenExisting(place);
        return [.. store.Events(new EventQuery()).Select(one => one.Id.Value)];
    }

    static HashSet<string> Keys(string place, string sql)
    {
        using var database = Database.At(place);
        using var statements = new Statements(database, database.Connect());
        return database.Applied(statements) is null ? [] : [.. statements.Rows(sql, row => row.Text(0))];
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
