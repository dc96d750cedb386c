using System.Globalization;
using System.Text.RegularExpressions;
using Demarche.Tests;

namespace Demarche.SystemTests;

/// <summary>
/// The explanations that docs/writing-rules.md shows are what the program writes, byte for byte but for the lines of rules, which move
/// with every rule added above: those must be where the rule stands.
/// </summary>
public partial class ExplainTests
{
    public static TheoryData<string, string, string> Transcripts()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (Match shown in Transcript().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "writing-rules.md"))))
            rows.Add(shown.Groups["sentence"].Value, shown.Groups["options"].Value, shown.Groups["output"].Value);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Transcripts))]
    public async Task A_shown_explanation_is_what_is_written(string sentence, string options, string shown)
    {
        var (exitCode, output, errors) = await DemarcheProcess.RunWithInput(sentence + "\n", ["code", .. options.Split(' ')]);

        Assert.Equal(0, exitCode);
        Assert.Equal("", errors);
        Assert.Equal(RuleLine().Replace(shown, ".rules)"), RuleLine().Replace(output.TrimEnd('\n') + "\n", ".rules)"));
        Assert.All(Rule().Matches(output), rule => Assert.Equal(rule.Groups["name"].Value, NameAt(rule.Groups["path"].Value, int.Parse(rule.Groups["line"].Value, CultureInfo.InvariantCulture))));
    }

    static string NameAt(string path, int line) =>
        $"{Path.GetFileNameWithoutExtension(path)}/{File.ReadLines(Path.Combine(Repository.Root, path)).ElementAt(line - 1)["rule:".Length..].Trim()}";

    [Fact]
    public void Three_sentences_of_the_sample_are_shown()
    {
        var sample = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "data", "sample")).Select(File.ReadAllText));

        Assert.Equal(3, Transcripts().Count(row => sample.Contains(row.Data.Item1, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_would_move_the_cursor_is_blank()
    {
        var (_, output, _) = await DemarcheProcess.RunWithInput("France condemned \u001b[31mRussia.\n", "code", "-", "--explain");

        Assert.DoesNotContain('\u001b', output);
    }

    [GeneratedRegex(@"\.rules:\d+\)")]
    private static partial Regex RuleLine();

    [GeneratedRegex(@"rule (?<name>\S+) \((?<path>\S+):(?<line>\d+)\)")]
    private static partial Regex Rule();

    [GeneratedRegex("""```text\n\$ echo "(?<sentence>[^"]+)" \| demarche code (?<options>.*)\n(?<output>(.*\n)*?)```\n""")]
    private static partial Regex Transcript();
}
