using System.Text.Json;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Storage;
using Demarche.Tests.Linking;

namespace Demarche.SystemTests;

/// <summary>What was announced for days that have passed, and nobody told of since.</summary>
public sealed class UnconfirmedTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("demarche-unconfirmed-").FullName;
    readonly string path;

    public UnconfirmedTests()
    {
        path = Path.Combine(folder, "news.db");
        using var store = EventStore.OpenOrCreate(path);
        var plan = new Report(EventType.Agree, "The minister of Dravia will *visit* Orlia.") { Actors = "DRA", Recipients = "ORL", Status = EventStatus.Planned, Underlying = EventType.Consult, On = "2024-05-08" };
        var realised = plan with { Marked = "The minister of Dravia will *visit* Nivel.", Recipients = "NIV" };
        new EventKeeper(News.Linker, store).Keep(
        [
            News.Article("announced", "2024-05-04", plan),
            News.Article("announced too", "2024-05-04", realised),
            News.Article("told", "2024-05-09", realised with { Marked = "The minister of Dravia *visited* Nivel.", Type = EventType.Consult, Underlying = EventType.None, Status = EventStatus.Occurred }),
        ]);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("2024-05-09", true)]
    [InlineData("2024-05-08", false)]
    public async Task A_plan_whose_day_has_passed_without_news_is_unconfirmed_and_stays_planned(string? asOf, bool unconfirmed)
    {
        string[] day = asOf is null ? [] : ["--as-of", asOf];

        var (exitCode, output, _) = await DemarcheProcess.Run(["events", "--store", path, "--unconfirmed", "--format", "jsonl", .. day]);

        Assert.Equal(0, exitCode);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(unconfirmed ? 1 : 0, lines.Length);
        foreach (var line in lines)
        {
            var one = JsonDocument.Parse(line).RootElement;
            Assert.Equal(("planned", "2024-05-09", "ORL"), (one.GetProperty("status").GetString(), one.GetProperty("unconfirmed_as_of").GetString(), one.GetProperty("recipients")[0].GetProperty("code").GetString()));
        }
    }

    [Fact]
    public async Task The_table_says_so_beside_the_status()
    {
        var (_, output, _) = await DemarcheProcess.Run("events", "--store", path);

        Assert.Contains("\tplanned, unconfirmed\t", output, StringComparison.Ordinal);
        Assert.Single(output.Split('\n'), line => line.Contains("unconfirmed", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
