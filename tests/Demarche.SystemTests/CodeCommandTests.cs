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
    public async Task A_table_without_the_columns_fails_with_its_name()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("demarche").FullName, "table.tsv");
        await File.WriteAllTextAsync(path, "a\tb\n1\t2\n", TestContext.Current.CancellationToken);

        var (exitCode, _, errors) = await DemarcheProcess.Run("classify", path);

        Assert.Equal(1, exitCode);
        Assert.Contains("table.tsv: expected the columns", errors, StringComparison.Ordinal);
    }
}
