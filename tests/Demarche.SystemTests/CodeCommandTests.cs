using System.Text.Json;

namespace Demarche.SystemTests;

public class CodeCommandTests
{
    [Fact]
    public async Task Codes_a_text_into_JSON_Lines_that_open_to_their_words()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("demarche").FullName, "note.txt");
        const string Text = "France accused Russia of sending troops to Chad.\n";
        await File.WriteAllTextAsync(path, Text, TestContext.Current.CancellationToken);

        var (exitCode, output, _) = await DemarcheProcess.Run("code", path, "--events", "--published", "2024-03-01", "--language", "en");

        Assert.Equal(0, exitCode);
        using var first = JsonDocument.Parse(output.Split('\n')[0]);
        var trigger = first.RootElement.GetProperty("trigger");
        Assert.Equal("note", first.RootElement.GetProperty("document").GetString());
        Assert.Equal("ACCUSE", first.RootElement.GetProperty("type").GetString());
        Assert.Equal("accused", Text[trigger.GetProperty("start").GetInt32()..trigger.GetProperty("end").GetInt32()]);
    }

    [Fact]
    public async Task Dictionaries_of_the_user_name_parties_and_make_another_version()
    {
        var folder = Directory.CreateTempSubdirectory("demarche").FullName;
        var (actors, agents) = (Path.Combine(folder, "own.actors.txt"), Path.Combine(folder, "own.agents.txt"));
        await File.WriteAllTextAsync(actors, "VESPERIA [VSP]\n+VESPERIAN_\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(agents, "TIDEKEEPER [~COP]\n", TestContext.Current.CancellationToken);
        const string Text = "Vesperian tidekeepers arrested two French journalists on Monday.";

        var (exitCode, output, _) = await DemarcheProcess.RunWithInput(Text, "code", "-", "--events", "--language", "en", "--actors", actors, "--actors", agents);
        var (_, plain, _) = await DemarcheProcess.RunWithInput(Text, "code", "-", "--events", "--language", "en");

        Assert.Equal(0, exitCode);
        using var coded = JsonDocument.Parse(output.Split('\n')[0]);
        using var without = JsonDocument.Parse(plain.Split('\n')[0]);
        var actor = coded.RootElement.GetProperty("actors")[0];
        Assert.Equal(("VSP", "COP"), (actor.GetProperty("code").GetString(), actor.GetProperty("sector").GetString()));
        Assert.NotEqual(without.RootElement.GetProperty("version").GetString(), coded.RootElement.GetProperty("version").GetString());
    }

    [Fact]
    public async Task A_file_that_is_no_dictionary_is_named_with_its_line()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("demarche").FullName, "verbs.txt");
        await File.WriteAllTextAsync(path, "# verbs\n--- ACCEPT [030] ---\n", TestContext.Current.CancellationToken);

        var (exitCode, output, errors) = await DemarcheProcess.RunWithInput("France accused Russia.", "code", "-", "--actors", path);

        Assert.Equal((3, ""), (exitCode, output));
        Assert.Contains($"{path}:2: expected NAME [CODE]", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbs_of_the_user_stand_in_the_place_of_our_rules()
    {
        var folder = Directory.CreateTempSubdirectory("demarche").FullName;
        var (verbs, discards) = (Path.Combine(folder, "own.verbs.txt"), Path.Combine(folder, "own.discards.txt"));
        await File.WriteAllTextAsync(verbs, "&PACT\n+PACT\n+TREATY\n\n--- RATIFY [057] ---\nRATIFY {RATIFIES RATIFIED}\n- * &PACT [0551]\n- * &OATH [051]\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(discards, "REGATTA\n", TestContext.Current.CancellationToken);
        const string Text = "France ratified a treaty with Mali on Monday. France accused Russia. France ratified a pact with Chad at the regatta.";

        var (exitCode, output, errors) = await DemarcheProcess.RunWithInput(Text, "code", "-", "--events", "--language", "en", "--verbs", verbs, "--discards", discards);
        var (_, told, _) = await DemarcheProcess.RunWithInput(Text, "code", "-", "--explain", "--language", "en", "--verbs", verbs, "--discards", discards);

        Assert.Equal(0, exitCode);
        using var coded = JsonDocument.Parse(Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(("0551", "own.verbs.txt:7"), (coded.RootElement.GetProperty("cameo").GetString(), coded.RootElement.GetProperty("rule").GetString()));
        Assert.Contains($"{verbs}:8: the set &OATH is not defined", errors, StringComparison.Ordinal);
        Assert.Contains($"SUPPORT (CAMEO 0551), by rule own.verbs.txt:7 ({verbs}:7)", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_the_acts_of_records_as_coders_of_CAMEO_do()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("demarche").FullName, "records.xml");
        await File.WriteAllTextAsync(path, """
            <Validation><Sentences>
            <Sentence date="20100105" id="A"><EventCoding eventcode="112" sourcecode="FRA" targetcode="RUS"/><Text>France accused Russia of sending troops to Chad.</Text></Sentence>
            <Sentence date="20100106" id="B" noevents="True"><Text>It rained in Chad.</Text></Sentence>
            </Sentences></Validation>
            """, TestContext.Current.CancellationToken);

        var (exitCode, output, _) = await DemarcheProcess.Run("code", "--input", "petrarch", path, "--acts");

        Assert.Equal((0, "id\tcode\tsource\ttarget\nA\t112\tFRA\tRUS\n"), (exitCode, output));
    }

    [Theory]
    [InlineData("--acts", "--explain", 2, "goes neither with")]
    [InlineData("--acts", "--events", 1, "cannot be read as records of PETRARCH")]
    public async Task Records_that_are_none_and_options_that_exclude_each_other_are_refused(string first, string second, int expected, string reason)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("demarche").FullName, "records.xml");
        await File.WriteAllTextAsync(path, "<Validation>", TestContext.Current.CancellationToken);

        var (exitCode, _, errors) = await DemarcheProcess.Run("code", "--input", "petrarch", path, first, second);

        Assert.Equal(expected, exitCode);
        Assert.Contains(reason, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Classifies_marked_parties()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("demarche").FullName, "table.tsv");
        await File.WriteAllTextAsync(path, "sentence\tmarked_sentence\tsource\ttarget\nFrance accused Russia.\t<s>France</s> accused <t>Russia</t>.\tFrance\tRussia\n", TestContext.Current.CancellationToken);

        var (exitCode, output, _) = await DemarcheProcess.Run("classify", path);

        Assert.Equal(0, exitCode);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("row\troot\tpenta\tmode\tstatus\tscore\trule", lines[0]);
        Assert.StartsWith("0\tACCUSE\t3\tallege\toccurred\t", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_without_a_sentence_is_classified_by_its_want_of_words()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("demarche").FullName, "table.tsv");
        await File.WriteAllTextAsync(path, "sentence\tsource\ttarget\n\tFrance\tRussia\n", TestContext.Current.CancellationToken);

        var (exitCode, output, _) = await DemarcheProcess.Run("classify", path);

        Assert.Equal(0, exitCode);
        Assert.Equal(2, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task A_table_without_the_columns_fails_with_its_name()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("demarche").FullName, "table.tsv");
        await File.WriteAllTextAsync(path, "a\tb\n1\t2\n", TestContext.Current.CancellationToken);

        var (exitCode, _, errors) = await DemarcheProcess.Run("classify", path);

        Assert.Equal(1, exitCode);
        Assert.Contains("table.tsv: expected the columns", errors, StringComparison.Ordinal);
    }
}
