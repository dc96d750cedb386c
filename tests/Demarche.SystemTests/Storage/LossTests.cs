using System.Diagnostics;
using Demarche.Events;
using Demarche.Storage;

namespace Demarche.SystemTests.Storage;

/// <summary>What the machine may do to a run: no room on the disk, no answer from the server.</summary>
public sealed class LossTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("demarche-loss-").FullName;

    [Fact]
    public async Task A_full_disk_is_told_and_the_run_goes_on_when_there_is_room()
    {
        var disk = Directory.CreateDirectory(Path.Combine(folder, "disk")).FullName;
        Assert.SkipUnless(Mount("-t", "tmpfs", "-o", "size=1m", "tmpfs", disk), "a small disk can only be made by root");
        try
        {
            var news = MadeUpNews.Write(Path.Combine(folder, "news.jsonl"), 300);
            var store = Path.Combine(disk, "news.db");

            var (exitCode, _, errors) = await DemarcheProcess.Run("ingest", news, "--store", store, "--quiet");

            Assert.Equal(3, exitCode);
            Assert.Contains("the disk is full", errors, StringComparison.Ordinal);
            Assert.True(Mount("-o", "remount,size=64m", disk));
            Assert.Equal(0, (await DemarcheProcess.Run("ingest", news, "--store", store, "--quiet")).ExitCode);
            AssertWhole(store, 300);
        }
        finally
        {
            Run("umount", disk);
        }
    }

    [Fact]
    public async Task A_lost_connection_is_told_and_the_run_goes_on_when_the_server_is_back()
    {
        using var server = new PostgresServer();
        var store = server.AddressOf("lost");
        var news = MadeUpNews.Write(Path.Combine(folder, "news.jsonl"), 300);
        using var process = DemarcheProcess.Start("ingest", news, "--store", store, "--quiet");
        var errors = process.StandardError.ReadToEndAsync();
        var patience = Stopwatch.StartNew();
        while (Kept(store) == 0 && patience.Elapsed < TimeSpan.FromMinutes(2))
            await Task.Delay(20);

        server.Crash();
        await process.WaitForExitAsync();

        Assert.Contains("no connection to the server", await errors, StringComparison.Ordinal);
        Assert.Equal(3, process.ExitCode);
        server.Restart();
        Assert.Equal(0, (await DemarcheProcess.Run("ingest", news, "--store", store, "--quiet")).ExitCode);
        AssertWhole(store, 300);
    }

    static long Kept(string place)
    {
        try
        {
            using var store = EventStore.OpenExisting(place);
            return store.Stats().Single(count => count.What == "articles").Count;
        }
        catch (StoreException)
        {
            // Not made yet.
            return 0;
        }
    }

    static void AssertWhole(string place, long articles)
    {
        using var store = EventStore.OpenExisting(place);
        Assert.Equal(articles, store.Stats().Single(count => count.What == "articles").Count);
        Assert.NotEmpty(store.Events(new EventQuery()));
        Assert.Empty(store.Check());
    }

    static bool Mount(params string[] arguments) => Environment.IsPrivilegedProcess && OperatingSystem.IsLinux() && Run("mount", arguments);

    static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
