using System.Text.Json;

namespace Demarche.SystemTests.Sample;

/// <summary>The demo, run twice on one store, and what its commands say of the sample.</summary>
public sealed class DemoRun : IAsyncLifetime
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("demarche-sample-");

    internal string FirstOutput { get; private set; } = "";

    internal static readonly string[] ExportFormats = ["gdelt1", "gdelt2", "gdelt2-mentions", "icews", "polecat", "phoenix", "graphml", "geojson", "jsonl", "csv"];

    /// <summary>What each format writes of the sample.</summary>
    internal Dictionary<string, string> Exports { get; } = [];

    internal string SecondOutput { get; private set; } = "";

    internal List<ReportRow> Reports { get; private set; } = [];

    internal List<JsonElement> Events { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var store = Path.Combine(folder.FullName, "sample.db");
        FirstOutput = await Succeed("demo", "--store", store);
        SecondOutput = await Succeed("demo", "--store", store);
        Events = Lines(await Succeed("events", "--store", store, "--format", "jsonl"));
        foreach (var format in ExportFormats)
            Exports.Add(format, await Succeed("export", "--store", store, "--format", format));
        Reports = [.. Lines(await Succeed("code", "--events", Path.Combine(AppContext.BaseDirectory, "data", "sample"))).Select(Row)];
    }

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    static async Task<string> Succeed(params string[] arguments)
    {
        var (exitCode, output, errors) = await DemarcheProcess.Run(arguments);
        Assert.True(exitCode == 0, $"demarche {string.Join(' ', arguments)} ended with {exitCode}: {errors}");
        return output;
    }

    static List<JsonElement> Lines(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    static ReportRow Row(JsonElement one) => new(
        one.GetProperty("document").GetString()!,
        one.GetProperty("type").GetString()!,
        one.GetProperty("status").GetString()!,
        one.GetProperty("trigger").GetProperty("text").GetString()!,
        Codes(one, "actors"),
        Codes(one, "recipients"),
        one.TryGetProperty("attribution", out var chain) && chain.GetArrayLength() > 0 ? chain[chain.GetArrayLength() - 1].GetProperty("text").GetString()! : "");

    static string[] Codes(JsonElement one, string side) => !one.TryGetProperty(side, out var parties) ? []
        : [.. parties.EnumerateArray().Select(party => party.TryGetProperty("code", out var code) ? code.GetString()! : "")];
}
