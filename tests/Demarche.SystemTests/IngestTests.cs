using System.Diagnostics;
using System.Text.Json;
using Demarche.Storage;

namespace Demarche.SystemTests;

public sealed class IngestTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("demarche-ingest-").FullName;

    [Fact]
    public async Task Killed_in_the_middle_and_run_again_it_gives_the_events_of_an_undisturbed_run()
    {
        var news = WriteNews("news.jsonl", 160);
        string undisturbed = Path.Combine(folder, "undisturbed.db"), killed = Path.Combine(folder, "killed.db");
        Assert.Equal(0, (await DemarcheProcess.Run("ingest", news, "--store", undisturbed)).ExitCode);

        foreach (var part in new[] { 0.2, 0.6 })
            await KillOnceKept(part * 160, killed, news);
        var (exitCode, _, summary) = await DemarcheProcess.Run("ingest", news, "--store", killed);

        Assert.Equal(0, exitCode);
        Assert.DoesNotContain("articles: 0 new", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("articles: 160 new", summary, StringComparison.Ordinal);
        Assert.Equal(await Export(undisturbed), await Export(killed));
        Assert.Equal((0, ""), await Check(killed));

        var (_, _, again) = await DemarcheProcess.Run("ingest", news, "--store", killed);
        Assert.Contains("0 new, 0 coded anew, 160 unchanged", again, StringComparison.Ordinal);
        Assert.Contains("Nothing has changed.", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_number_of_threads_and_the_shape_of_the_input_change_no_byte()
    {
        var news = WriteNews("news.jsonl", 60);
        var pages = Directory.CreateDirectory(Path.Combine(folder, "pages")).FullName;
        foreach (var line in File.ReadLines(news))
        {
            var record = JsonDocument.Parse(line).RootElement;
            await File.WriteAllTextAsync(Path.Combine(pages, record.GetProperty("id").GetString() + ".json"), line);
        }

        await DemarcheProcess.Run("ingest", news, "--store", Path.Combine(folder, "one.db"), "--threads", "1");
        await DemarcheProcess.Run("ingest", pages, "--store", Path.Combine(folder, "many.db"), "--threads", "5");

        var export = await Export(Path.Combine(folder, "one.db"));
        Assert.NotEmpty(export);
        Assert.Equal(export, await Export(Path.Combine(folder, "many.db")));
    }

    [Fact]
    public async Task Bad_inputs_fail_alone_and_by_name()
    {
        var news = WriteNews("good.jsonl", 3);
        var empty = Path.Combine(folder, "empty.txt");
        await File.WriteAllTextAsync(empty, "");
        var random = Path.Combine(folder, "random.bin");
        var noise = new byte[5000];
        new Random(5).NextBytes(noise);
        await File.WriteAllBytesAsync(random, noise);
        var broken = Path.Combine(folder, "broken.jsonl");
        await File.WriteAllLinesAsync(broken, [await FirstLine(news), "{\"id\": \"half", ""]);
        var missing = Path.Combine(folder, "missing.html");
        var report = Path.Combine(folder, "report.jsonl");
        var store = Path.Combine(folder, "news.db");

        var (exitCode, output, errors) = await DemarcheProcess.Run("ingest", empty, random, broken, missing, news, "--store", store, "--report", report);

        Assert.Equal((1, ""), (exitCode, output));
        foreach (var name in new[] { empty, broken, missing })
            Assert.Contains($"demarche: {name}", errors, StringComparison.Ordinal);
        var results = File.ReadLines(report).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(3, results.Count(result => result.GetProperty("result").GetString() == "new"));
        Assert.All(results.Where(result => result.GetProperty("result").GetString() == "failed"), result => Assert.NotEmpty(result.GetProperty("reason").GetString()!));
        Assert.Equal((0, ""), await Check(store));
    }

    [Fact]
    public async Task An_article_in_a_language_that_is_not_coded_is_kept_and_said_so()
    {
        var chinese = Path.Combine(folder, "zh.txt");
        await File.WriteAllTextAsync(chinese, string.Concat(Enumerable.Repeat("中国国防部长将于星期一访问俄罗斯和白俄罗斯,双方将讨论地区安全问题。\n\n", 6)));
        var store = Path.Combine(folder, "news.db");

        var (exitCode, _, summary) = await DemarcheProcess.Run("ingest", chinese, "--store", store);

        Assert.Equal(0, exitCode);
        Assert.Contains("not coded: language zh: 1", summary, StringComparison.Ordinal);
        Assert.Contains("not coded: language zh", (await DemarcheProcess.Run("store", "stats", "--store", store)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_something_else_is_named_and_left()
    {
        var notes = Path.Combine(folder, "notes.txt");
        await File.WriteAllTextAsync(notes, "These are my notes, and no store.");

        var (exitCode, _, errors) = await DemarcheProcess.Run("ingest", WriteNews("news.jsonl", 1), "--store", notes);

        Assert.Equal(3, exitCode);
        Assert.Contains(notes, errors, StringComparison.Ordinal);
        Assert.Equal("These are my notes, and no store.", await File.ReadAllTextAsync(notes));
    }

    string WriteNews(string name, int count) => MadeUpNews.Write(Path.Combine(folder, name), count);

    /// <summary>Runs an ingest and kills it as soon as the store holds so many articles.</summary>
    static async Task KillOnceKept(double articles, string store, string news)
    {
        using var process = DemarcheProcess.Start("ingest", news, "--store", store, "--quiet");
        var patience = Stopwatch.StartNew();
        while (!process.HasExited && Kept(store) < articles && patience.Elapsed < TimeSpan.FromMinutes(2))
            await Task.Delay(20);
        Assert.False(process.HasExited, "the ingest was done before it could be killed");
        process.Kill();
        await process.WaitForExitAsync();
    }

    static long Kept(string path)
    {
        if (!File.Exists(path))
            return 0;
        try
        {
            using var store = EventStore.OpenExisting(path);
            return store.Stats().Single(count => count.What == "articles").Count;
        }
        catch (StoreException)
        {
            // Just being made.
            return 0;
        }
    }

    static async Task<string> FirstLine(string path) => (await File.ReadAllLinesAsync(path))[0];

    static async Task<string> Export(string store) => (await DemarcheProcess.Run("export", "--store", store, "--format", "jsonl")).Output;

    static async Task<(int ExitCode, string Problems)> Check(string store)
    {
        var (exitCode, output, _) = await DemarcheProcess.Run("store", "check", "--store", store);
        return (exitCode, output);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
