using System.Text.Json;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Storage;
using Demarche.Tests.Linking;

namespace Demarche.SystemTests;

public sealed class EventsCommandTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("demarche-events-").FullName;
    readonly string path;

    public EventsCommandTests()
    {
        path = Path.Combine(folder, "news.db");
        using var store = EventStore.OpenOrCreate(path);
        new EventKeeper(News.Linker, store).Keep(
        [
            News.Article("ledger", "2024-05-07", "The Ledger", new Report(EventType.Assault, "Dravian artillery *shelled* the harbour of Port Nivel,\u001b[31m killing dock workers.")
            {
                Actors = "DRA", Recipients = "NIV", Mode = "heavy-weapons", On = "2024-05-06", City = "Port Nivel", Cameo = "194", Status = EventStatus.Alleged, Holder = "Nivel Radio", Dead = 5,
            }),
            News.Article("post", "2024-05-04", "The Post", new Report(EventType.Consult, "=The foreign ministers of Dravia and Orlia *met* in Lisbon.")
            {
                Actors = "DRA ORL", Cameo = "040", On = "2024-05-04", City = "Lisbon",
            }),
        ]);
    }

    [Fact]
    public async Task Json_lines_have_the_promised_fields()
    {
        var (exitCode, output, _) = await DemarcheProcess.Run("events", "--store", path, "--format", "jsonl", "--type", "assault");

        Assert.Equal(0, exitCode);
        var line = JsonDocument.Parse(Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries))).RootElement;
        Assert.Equal(
            ["kind", "id", "type", "mode", "contexts", "cameo", "status", "status_history", "actors", "recipients", "date", "place", "origins", "origin_holders", "reports", "copies", "contradictions", "confidence", "version"],
            line.EnumerateObject().Select(field => field.Name));
        Assert.Equal(("event", "ASSAULT", "heavy-weapons", "alleged"), (Text("kind"), Text("type"), Text("mode"), Text("status")));
        Assert.Equal("""[{"status":"alleged","as_of":"2024-05-07","document":"ledger"}]""", line.GetProperty("status_history").GetRawText());
        Assert.Equal("""["Nivel Radio"]""", line.GetProperty("origin_holders").GetRawText());
        Assert.Equal("""{"start":"2024-05-06","end":"2024-05-06","precision":"day"}""", line.GetProperty("date").GetRawText());
        var report = line.GetProperty("reports")[0];
        Assert.Equal(["id", "document", "sentence", "trigger", "status", "attribution"], report.EnumerateObject().Select(field => field.Name));
        Assert.Equal("shelled", report.GetProperty("trigger").GetProperty("text").GetString());

        string? Text(string field) => line.GetProperty(field).GetString();
    }

    [Fact]
    public async Task A_redirected_table_is_plain_tabs_and_says_every_status_in_words()
    {
        var (exitCode, output, _) = await DemarcheProcess.Run("events", "--store", path);

        var rows = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(0, exitCode);
        Assert.Equal("date\tstatus\ttype\tmode\tparties\torigins\tsays\tcopied by\tdisputed\tsentence\tid", rows[0]);
        Assert.StartsWith("2024-05-04\toccurred\tCONSULT\t\tDRA, ORL\t1\tThe Post\t\t", rows[1], StringComparison.Ordinal);
        Assert.StartsWith("2024-05-06\talleged\tASSAULT\theavy-weapons\tDRA → NIV\t1\tNivel Radio\t\t", rows[2], StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public async Task A_spreadsheet_takes_no_sentence_for_a_formula()
    {
        var (exitCode, output, _) = await DemarcheProcess.Run("export", "--store", path, "--format", "csv", "--type", "consult");

        Assert.Equal(0, exitCode);
        Assert.Contains(",'=The foreign ministers", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_to_a_file_gives_the_same_bytes_as_to_the_screen()
    {
        var file = Path.Combine(folder, "events.jsonl");

        var (_, output, _) = await DemarcheProcess.Run("export", "--store", path, "--format", "jsonl");
        var (exitCode, nothing, _) = await DemarcheProcess.Run("export", "--store", path, "--format", "jsonl", "-o", file);

        Assert.Equal((0, ""), (exitCode, nothing));
        Assert.Equal(output, await File.ReadAllTextAsync(file));
    }

    [Theory]
    [InlineData("gdelt1")]
    [InlineData("gdelt2")]
    [InlineData("gdelt2-mentions")]
    [InlineData("icews")]
    [InlineData("polecat")]
    [InlineData("phoenix")]
    public async Task Where_no_column_says_the_status_only_what_happened_is_written(string format)
    {
        var (exitCode, output, _) = await DemarcheProcess.Run("export", "--store", path, "--format", format);
        var (refused, _, errors) = await DemarcheProcess.Run("export", "--store", path, "--format", format, "--status", "alleged");

        Assert.Equal((0, 2), (exitCode, refused));
        Assert.Contains(format == "polecat" ? "CONSULT" : format == "gdelt2-mentions" ? "post" : "040", output, StringComparison.Ordinal);
        Assert.DoesNotContain(format == "gdelt2-mentions" ? "ledger" : format == "polecat" ? "ASSAULT" : "194", output, StringComparison.Ordinal);
        Assert.Contains("--status alleged: " + format + " has no column for the status", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_leaves_nothing_behind()
    {
        var taken = Directory.CreateDirectory(Path.Combine(folder, "taken")).FullName;

        var (exitCode, _, errors) = await DemarcheProcess.Run("export", "--store", path, "--format", "csv", "-o", taken);

        Assert.Equal(3, exitCode);
        Assert.Contains(taken + ": cannot be written", errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder, "*.part"));
    }

    [Fact]
    public async Task An_exported_file_has_its_manifest_beside_it()
    {
        var file = Path.Combine(folder, "events.icews");

        await DemarcheProcess.Run("export", "--store", path, "--format", "icews", "--dyad", "DRA,ORL", "-o", file);

        using var manifest = JsonDocument.Parse(await File.ReadAllBytesAsync(file + ".manifest.json"));
        Assert.Equal(["occurred", "ongoing"], manifest.RootElement.GetProperty("statuses").EnumerateArray().Select(status => status.GetString()));
        Assert.Equal("DRA,ORL", manifest.RootElement.GetProperty("filters").GetProperty("dyad").GetString());
        Assert.Equal(2, manifest.RootElement.GetProperty("rows").GetInt32());
        Assert.Equal(64, manifest.RootElement.GetProperty("rules_sha256").GetString()!.Length);
    }

    [Fact]
    public async Task Page_by_page_gives_what_one_page_gives()
    {
        var (_, all, _) = await DemarcheProcess.Run("events", "--store", path, "--format", "jsonl");
        var (_, first, _) = await DemarcheProcess.Run("events", "--store", path, "--format", "jsonl", "--limit", "1");
        var (_, second, _) = await DemarcheProcess.Run("events", "--store", path, "--format", "jsonl", "--limit", "1", "--after", JsonDocument.Parse(first).RootElement.GetProperty("id").GetString()!);
        var (exitCode, _, errors) = await DemarcheProcess.Run("events", "--store", path, "--after", "e-nobody");

        Assert.Equal(all, first + second);
        Assert.Equal(3, exitCode);
        Assert.Contains("no event has the id 'e-nobody'", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--type", "shelling")]
    [InlineData("--quad", "5")]
    [InlineData("--status", "3")]
    [InlineData("--from", "yesterday")]
    [InlineData("--dyad", "CHN")]
    [InlineData("--limit", "0")]
    [InlineData("--min-origins", "-1")]
    [InlineData("--actor", " ")]
    [InlineData("--text", "!?")]
    [InlineData("--sort", "oldest")]
    [InlineData("--after", "e-x:2024-13-01:1")]
    [InlineData("--as-of", "2024-5-1")]
    [InlineData("--format", "xml")]
    public async Task A_wrong_value_is_wrong_usage(string option, string value)
    {
        var (exitCode, _, errors) = await DemarcheProcess.Run("events", "--store", path, option, value);

        Assert.Equal(2, exitCode);
        Assert.Contains($"{option}: '{value}' is not", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(did you mean 'occurred'?)", "--status", "planned,ocurred")]
    [InlineData("(did you mean 'assault'?)", "--type", "Consult,asault")]
    [InlineData("(did you mean 'rejected'?)", "--review", "rejectd")]
    [InlineData("(did you mean 'jsonl'?)", "--format", "json")]
    [InlineData("--to: 2024-01-01 lies before --from 2024-06-01", "--from", "2024-06-01", "--to", "2024-01-01")]
    public async Task What_is_nearly_right_is_told_with_what_would_be(string expected, params string[] options)
    {
        var (exitCode, _, errors) = await DemarcheProcess.Run(["events", "--store", path, .. options]);

        Assert.Equal(2, exitCode);
        Assert.Contains(expected, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_nobody_has_is_told_where_nothing_is_found() =>
        Assert.Contains("The store has no party 'ORK' (did you mean 'ORL'?).", (await DemarcheProcess.Run("events", "--store", path, "--dyad", "DRA,ORK")).Errors, StringComparison.Ordinal);

    [Theory]
    [InlineData("date")]
    [InlineData("newest")]
    [InlineData("origins")]
    public async Task A_page_tells_where_the_next_begins(string order)
    {
        var (_, all, _) = await DemarcheProcess.Run("events", "--store", path, "--sort", order, "--format", "jsonl");
        var (_, first, told) = await DemarcheProcess.Run("events", "--store", path, "--sort", order, "--format", "jsonl", "--limit", "1");
        var (_, second, nothing) = await DemarcheProcess.Run("events", "--store", path, "--sort", order, "--format", "jsonl", "--limit", "1", "--after", told.Split("--after ")[1].Split(' ')[0]);

        Assert.Equal((all, ""), (first + second, nothing));
    }

    [Theory]
    [InlineData("events")]
    [InlineData("export", "--format", "csv")]
    [InlineData("store", "check")]
    [InlineData("store", "stats")]
    public async Task A_store_that_is_not_there_cannot_be_used(params string[] command)
    {
        var missing = Path.Combine(folder, "missing.db");

        var (exitCode, _, errors) = await DemarcheProcess.Run([.. command, "--store", missing]);

        Assert.Equal(3, exitCode);
        Assert.Contains(missing + ": no such store", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(missing));
    }

    [Fact]
    public async Task Check_of_a_sound_store_is_done_and_stats_count()
    {
        var (checkCode, problems, _) = await DemarcheProcess.Run("store", "check", "--store", path);
        var (statsCode, counts, _) = await DemarcheProcess.Run("store", "stats", "--store", path);

        Assert.Equal((0, "", 0), (checkCode, problems, statsCode));
        Assert.Matches(@"(?m)^articles +2$", counts);
        Assert.Matches(@"(?m)^events alleged +1$", counts);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
