using System.Text.Json;
using System.Text.RegularExpressions;
using Demarche.Tests;

namespace Demarche.SystemTests;

public partial class ReadmeTests
{
    [Fact]
    public async Task The_sentence_on_the_first_screen_is_coded_as_shown()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"), TestContext.Current.CancellationToken);
        var sentence = Sentence().Match(readme).Groups["sentence"].Value;
        var shown = ShownEvents(JsonBlock().Match(readme).Groups["json"].Value);

        var (exitCode, output, _) = await DemarcheProcess.RunWithInput(sentence, "code", "-", "--events", "--published", "2023-08-15");

        Assert.Equal(0, exitCode);
        var coded = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(shown.Count, coded.Count);
        foreach (var (expected, actual) in shown.Zip(coded))
            foreach (var property in expected.EnumerateObject())
                Assert.True(JsonElement.DeepEquals(property.Value, actual.GetProperty(property.Name)), $"{property.Name} is {actual.GetProperty(property.Name)}");
    }

    [Fact]
    public void Every_command_the_readme_names_is_there_and_every_command_is_named()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var commands = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Demarche.Cli", "Commands"), "*Command.cs")
            .Select(path => Path.GetFileName(path)[..^"Command.cs".Length].ToLowerInvariant());

        Assert.All(commands, command => Assert.Matches($@"\b{command}\b", readme));
    }

    static List<JsonElement> ShownEvents(string json)
    {
        var events = new List<JsonElement>();
        var bytes = System.Text.Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowMultipleValues = true });
        while (reader.Read())
            events.Add(JsonElement.ParseValue(ref reader));
        return events;
    }

    [GeneratedRegex("echo \"(?<sentence>[^\"]+)\"")]
    private static partial Regex Sentence();

    [GeneratedRegex("```json\n(?<json>.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();
}
