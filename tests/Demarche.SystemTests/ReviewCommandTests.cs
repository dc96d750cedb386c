using System.Text.Json;
using Demarche.SystemTests.Storage;

namespace Demarche.SystemTests;

public sealed class ReviewCommandTests(PostgresServer server) : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("demarche-review-").FullName;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Decisions_are_kept_listed_and_undone_and_go_with_the_store(string kind)
    {
        var store = kind == "sqlite" ? Path.Combine(folder, "news.db") : server.AddressOf($"review_{Environment.ProcessId}");
        var news = MadeUpNews.Write(Path.Combine(folder, "news.jsonl"), 6);
        Assert.Equal(0, (await DemarcheProcess.Run("ingest", news, "--store", store, "--quiet")).ExitCode);
        var before = await Export(store);
        var id = JsonDocument.Parse(before.Split('\n')[0]).RootElement.GetProperty("id").GetString()!;

        var edited = await Review(store, "edit", id, "--set", "status=denied", "--set", "type=assault", "--set", "mode=aerial", "--revision", "0");
        Assert.Equal((0, $"1\t{id}\tedited\n", ""), edited);
        var rejected = await Review(store, "reject", id, "--revision", "0");
        Assert.Equal((0, $"2\t{id}\trejected\n"), (rejected.ExitCode, rejected.Output));
        Assert.Contains("#1", rejected.Errors, StringComparison.Ordinal);
        Assert.Contains("status: occurred → denied", rejected.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(id, await Export(store), StringComparison.Ordinal);
        Assert.Contains(id, (await DemarcheProcess.Run("events", "--store", store, "--review", "rejected", "--format", "jsonl")).Output, StringComparison.Ordinal);

        var backup = Path.Combine(folder, "backup.db");
        Assert.Equal(0, (await DemarcheProcess.Run("store", "backup", backup, "--store", store)).ExitCode);
        var list = await DemarcheProcess.Run("review", "list", "--store", backup);
        Assert.Equal(["number", "1", "2"], list.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')[0]));
        Assert.Contains("quad", list.Output, StringComparison.Ordinal);

        Assert.Equal(0, (await DemarcheProcess.Run("review", "undo", "2", "--store", store, "--by", "Ann", "--why", "it did happen")).ExitCode);
        Assert.Equal(0, (await DemarcheProcess.Run("review", "undo", "1", "--store", store, "--by", "Ann", "--why", "it did happen")).ExitCode);
        Assert.Equal(before, await Export(store));
    }

    [Fact]
    public async Task What_makes_no_sense_is_told_and_changes_nothing()
    {
        var store = Path.Combine(folder, "news.db");
        await DemarcheProcess.Run("ingest", MadeUpNews.Write(Path.Combine(folder, "news.jsonl"), 3), "--store", store, "--quiet");

        Assert.Contains("no event 'e-nothing'", (await Review(store, "accept", "e-nothing")).Errors, StringComparison.Ordinal);
        Assert.Contains("--set: 'status'", (await Review(store, "edit", "e-nothing", "--set", "status")).Errors, StringComparison.Ordinal);
        Assert.Equal(2, (await DemarcheProcess.Run("review", "accept", "e-nothing", "--store", store, "--by", " ", "--why", "x")).ExitCode);
        Assert.Equal("number", (await DemarcheProcess.Run("review", "list", "--store", store)).Output.Split('\t')[0]);
    }

    static Task<(int ExitCode, string Output, string Errors)> Review(string store, params string[] arguments) =>
        DemarcheProcess.Run(["review", .. arguments, "--store", store, "--by", "Ann", "--why", "a test"]);

    static async Task<string> Export(string store) => (await DemarcheProcess.Run("export", "--store", store, "--format", "jsonl")).Output;

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
