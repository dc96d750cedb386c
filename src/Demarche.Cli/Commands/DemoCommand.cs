using System.CommandLine;
using System.Text;
using Demarche.Cli.Inputs;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Reading;
using Demarche.Storage;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche demo</c>: the bundled sample, from pages to events.</summary>
static class DemoCommand
{
    const string Sample = "data/sample";

    public static Command Create()
    {
        var store = new Option<string?>("--store") { Description = "Where to keep the sample's events; a file in the temporary folder if not given.", HelpName = "FILE" };
        var command = new Command("demo", """
            Takes the bundled sample (pages, a feed and a text about well-known events, with the menus, teasers and biographies of real
            pages) the whole way and shows the events with their status and who says so.

            Examples:
              demarche demo
              demarche demo --store sample.db
            """)
        { store };
        command.SetAction((options, stop) => Task.FromResult(Run(options, options.GetValue(store), stop)));
        return command;
    }

    static int Run(ParseResult options, string? path, CancellationToken stop)
    {
        var data = InstalledData.Open();
        var version = InstalledData.VersionOf(data);
        path ??= Path.Combine(Path.GetTempPath(), $"demarche-demo-{Environment.UserName}-{version}.db");
        using var store = EventStore.OpenOrCreate(path);
        var summary = new IngestSummary();
        var reader = ArticleReader.Load(data);
        var pages = InputFinder.Find([data.PathOf(Sample)]).Select(source => new PipelineInput(IsSmall: true, () => Read(reader, source)));
        foreach (var outcome in InstalledData.Pipeline(data, store, options.GetValue(GlobalOptions.Threads), version: version).Run(pages, stop))
        {
            summary.Count(outcome);
            if (outcome.Reason is not null)
                Console.Error.WriteLine($"demarche: {outcome.Input}: {outcome.Reason}");
        }

        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
        var table = new EventTable(output, isTerminal: !Console.IsOutputRedirected, asOf: null);
        foreach (var one in store.Events(new EventQuery()))
            table.Write(one);
        output.Flush();
        if (!options.GetValue(GlobalOptions.Quiet))
            Console.Error.WriteLine($"""

                {summary.Articles} articles of {data.PathOf(Sample)}, kept in {path}.
                Ask it: demarche events --store {path} --dyad CHN,RUS
                        demarche events --store {path} --status denied,alleged --format jsonl
                """);
        return summary.Failed > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }

    static IEnumerable<ReadOutcome> Read(ArticleReader reader, InputSource source)
    {
        using var stream = source.Open!();
        foreach (var outcome in reader.Read(source.Name, stream, new ReadOptions()))
            yield return outcome;
    }
}
