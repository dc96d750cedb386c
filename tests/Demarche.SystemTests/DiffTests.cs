using System.Text.Json;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Storage;
using Demarche.Tests.Linking;

namespace Demarche.SystemTests;

/// <summary><c>demarche diff</c>: what two versions read out of the same articles.</summary>
public sealed class DiffTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("demarche-diff-").FullName;
    readonly string path;

    public DiffTests()
    {
        path = Path.Combine(folder, "news.db");
        var report = new Report(EventType.Assault, "Dravian artillery *shelled* the harbour.") { Actors = "DRA", Recipients = "NIV" };
        var older = News.Article("ledger", "2024-05-07", "The Ledger", report);
        var newer = News.Article("ledger", "2024-05-07", "The Ledger", report with { Status = EventStatus.Alleged });
        using var store = EventStore.OpenOrCreate(path);
        var keeper = new EventKeeper(News.Linker, store);
        keeper.Keep([older]);
        keeper.Keep([newer with { Version = "test-2", Events = [.. newer.Events.Select(one => one with { Version = "test-2", Id = new ReportedEventId(one.Id.Value + "2") })] }]);
    }

    [Fact]
    public async Task Shows_each_field_before_and_after()
    {
        var (exitCode, table, summary) = await DemarcheProcess.Run("diff", "--store", path, "--from", "test-1", "--to", "test-2");
        var (_, lines, _) = await DemarcheProcess.Run("diff", "--store", path, "--from", "test-1", "--to", "test-2", "--format", "jsonl");

        Assert.Equal((0, "changed\tledger\tshelled\tstatus: occurred -> alleged\tDravian artillery shelled the harbour.\n"), (exitCode, table));
        Assert.Contains("1 articles coded by both: 0 reports added, 0 dropped, 1 changed", summary, StringComparison.Ordinal);
        Assert.Equal("""[{"field":"status","from":"occurred","to":"alleged"}]""", JsonDocument.Parse(lines).RootElement.GetProperty("fields").GetRawText());
    }

    [Fact]
    public async Task Lists_the_versions_and_names_one_that_is_not_there()
    {
        var (_, versions, _) = await DemarcheProcess.Run("diff", "--store", path);
        var (unknown, _, errors) = await DemarcheProcess.Run("diff", "--store", path, "--from", "test-1", "--to", "test-9");
        var (half, _, _) = await DemarcheProcess.Run("diff", "--store", path, "--from", "test-1");

        Assert.Equal("test-1\t1 articles\t0 current\ntest-2\t1 articles\t1 current\n", versions);
        Assert.Equal((3, 2), (unknown, half));
        Assert.Contains("no article was coded by version 'test-9'; there are test-1, test-2", errors, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
