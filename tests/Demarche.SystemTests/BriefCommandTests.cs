using Demarche.Tests;

namespace Demarche.SystemTests;

/// <summary>Relations, brief and lint on the bundled sample.</summary>
public sealed class BriefCommandTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("demarche-brief-").FullName;

    string Store => Path.Combine(folder, "news.db");

    [Fact]
    public async Task A_brief_of_the_sample_is_clean_and_twice_the_same()
    {
        await Ingest();
        string first = Path.Combine(folder, "one.md"), second = Path.Combine(folder, "two.md"), page = Path.Combine(folder, "one.html"), evidence = Path.Combine(folder, "one.json");

        Assert.Equal(0, (await DemarcheProcess.Run(["brief", "--store", Store, "--states", "CHN,RUS,BLR", "--since", "2023-08-15", "-o", first, "-o", page, "-o", evidence])).ExitCode);
        Assert.Equal(0, (await DemarcheProcess.Run(["brief", "--store", Store, "--states", "chn,rus,blr", "--since", "2023-08-15", "-o", second])).ExitCode);

        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));
        Assert.Contains("<figure>", File.ReadAllText(page), StringComparison.Ordinal);
        var lint = await DemarcheProcess.Run(["lint", first, "--store", Store]);
        Assert.Equal((0, ""), (lint.ExitCode, lint.Output));
    }

    [Fact]
    public async Task An_analysts_text_outlives_a_new_brief_and_is_checked()
    {
        await Ingest();
        var file = Path.Combine(folder, "brief.md");
        Assert.Equal(0, (await DemarcheProcess.Run(["brief", "--store", Store, "--states", "CHN,RUS", "-o", file])).ExitCode);
        var text = File.ReadAllText(file);
        var label = text.Split('\n').First(line => line.StartsWith("*[A judgement", StringComparison.Ordinal));
        File.WriteAllText(file, text.Replace(label, "More visits are plausible [@Ada].", StringComparison.Ordinal));

        Assert.Equal(0, (await DemarcheProcess.Run(["brief", "--store", Store, "--states", "CHN,RUS", "-o", file])).ExitCode);

        Assert.Contains("More visits are plausible [@Ada].", File.ReadAllText(file), StringComparison.Ordinal);
        var lint = await DemarcheProcess.Run(["lint", file, "--store", Store]);
        Assert.Equal(1, lint.ExitCode);
        Assert.Contains("off-scale", lint.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--states", "CHN", "is not two or three different codes")]
    [InlineData("--states", "CHN,CHN", "is not two or three different codes")]
    [InlineData("--from", "yesterday", "is not a date like 2024-03-01")]
    [InlineData("-o", "brief.docx", "does not end in .md, .html, .json, .csv or .pdf")]
    public async Task Wrong_usage_is_named(string option, string value, string reason)
    {
        var run = await DemarcheProcess.Run(["brief", "--store", Store, .. option == "--states" ? [] : (string[])["--states", "CHN,RUS"], option, value]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(reason, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Relations_of_the_sample_show_dots_and_say_why()
    {
        await Ingest();

        var table = await DemarcheProcess.Run(["relations", "--store", Store, "--dyad", "CHN,RUS"]);
        Assert.Equal(0, table.ExitCode);
        Assert.Contains("Change points: not enough data", table.Output, StringComparison.Ordinal);
        Assert.Contains("Never counted: denied, alleged", table.Output, StringComparison.Ordinal);
        Assert.Contains("Dots: one event each", (await DemarcheProcess.Run(["relations", "--store", Store, "--dyad", "CHN,RUS", "--format", "svg"])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_is_not_there_is_named()
    {
        await Ingest();

        var run = await DemarcheProcess.Run(["compare", "--store", Store, "nothing", "nothing"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("no document 'nothing'", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name: a\ndyad: DRA,NIV\n", 0, "Nothing unusual.")]
    [InlineData("name: a\ndyad: CHN\n", 3, "desk.txt:1: dyad: 'CHN' is not two different codes")]
    public async Task Watches_are_read_and_what_is_wrong_in_them_is_named(string watches, int code, string said)
    {
        await Ingest();
        var file = Path.Combine(folder, "desk.txt");
        File.WriteAllText(file, watches);

        var run = await DemarcheProcess.Run(["alerts", "--store", Store, "--watches", file]);

        Assert.Equal((code, ""), (run.ExitCode, run.Output));
        Assert.Contains(said, run.Errors, StringComparison.Ordinal);
    }

    async Task Ingest() => Assert.Equal(0, (await DemarcheProcess.Run(["ingest", Path.Combine(Repository.Root, "data", "sample"), "--store", Store, "--quiet"])).ExitCode);

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
