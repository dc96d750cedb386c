using System.Text.Json;

namespace Demarche.SystemTests.Sample;

/// <summary>The bundled sample against its gold (tests/data/sample/events.gold.tsv), through the executable as a user runs it.</summary>
public sealed class SampleTests(DemoRun demo) : IClassFixture<DemoRun>
{
    static readonly string[] Real = ["occurred", "ongoing"];

    public static TheoryData<string, string> Wanted()
    {
        var data = new TheoryData<string, string>();
        foreach (var row in GoldRow.All.Where(row => row.Need == "must"))
            data.Add(row.Document, row.Trigger);
        return data;
    }

    [Theory]
    [MemberData(nameof(Wanted))]
    public void An_act_of_the_sample_is_coded_as_its_gold_says(string document, string trigger)
    {
        var wanted = GoldRow.All.Single(row => row.Document == document && row.Trigger == trigger);

        var found = demo.Reports.Where(report => wanted.Fits(report)).ToList();

        Assert.True(found.Exists(wanted.Agrees), $"{document}, '{trigger}': " + (found.Count == 0 ? "not coded" : string.Join("; ", found)));
    }

    [Fact]
    public void Nothing_that_did_not_happen_is_told_as_real()
    {
        var wrong = demo.Reports.Where(report => Real.Contains(report.Status)
            && GoldRow.All.Where(row => row.Fits(report)).ToList() is { Count: > 0 } rows
            && !rows.Exists(row => row.Statuses.Any(Real.Contains)));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Nothing_is_coded_that_the_gold_does_not_know() =>
        Assert.All(demo.Reports, report => Assert.Contains(GoldRow.All, row => row.Fits(report)));

    [Fact]
    public void A_visit_announced_by_two_outlets_and_held_is_one_event()
    {
        var visit = Assert.Single(demo.Events, one => Stands(one, "visit-announced-meridian", "visit") && Stands(one, "visit-announced-ledger", "visit"));

        Assert.Equal("occurred", visit.GetProperty("status").GetString());
        Assert.True(Stands(visit, "visit-analysis-quayside", "visited"));
        Assert.Contains(visit.GetProperty("status_history").EnumerateArray(), entry => entry.GetProperty("status").GetString() == "planned");
        Assert.Single(visit.GetProperty("origin_holders").EnumerateArray(), holder => holder.GetString()!.Contains("Defence", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_format_has_the_sample_and_nothing_denied_as_done()
    {
        Assert.All(DemoRun.ExportFormats, format => Assert.True(demo.Exports[format].Length > 1000, format));
        // Without a status column a denied delivery must not be there; CAMEO 07 is aid.
        Assert.DoesNotContain(demo.Exports["gdelt2"].Split('\n'), line => line.Split('\t') is { Length: > 28 } cells && cells[5] == "CHN" && cells[15] == "RUS" && cells[28] == "07");
    }

    [Fact]
    public void Two_casualty_figures_of_one_strike_are_a_contradiction() =>
        Assert.Contains(demo.Events, one => Stands(one, "station-strike-post", "") && Stands(one, "station-strike-ledger", "")
            && one.TryGetProperty("contradictions", out var contradictions) && contradictions.EnumerateArray().Any(contradiction => contradiction.GetProperty("what").GetString() == "number"));

    [Fact]
    public void A_second_run_finds_nothing_new_and_shows_the_same() => Assert.Equal(demo.FirstOutput, demo.SecondOutput);

    static bool Stands(JsonElement one, string document, string trigger) => one.GetProperty("reports").EnumerateArray()
        .Any(report => report.GetProperty("document").GetString() == document && report.GetProperty("trigger").GetProperty("text").GetString()!.Contains(trigger, StringComparison.Ordinal));
}
