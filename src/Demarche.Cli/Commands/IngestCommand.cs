using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Demarche.Cli.Inputs;
using Demarche.Reading;
using Demarche.Storage;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche ingest INPUT... --store S</c>: read, parse, code, link, keep.</summary>
static class IngestCommand
{
    public static Command Create()
    {
        var inputs = new InputOptions();
        var store = StoreOption.Create();
        var report = new Option<string?>("--report") { Description = "Writes what became of each article, one JSON object a line.", HelpName = "FILE" };
        var dictionaries = new DictionaryOptions();
        var watches = WatchesOption.Create();
        var command = new Command("ingest", """
            Reads, parses, codes and links news and keeps it in a store, which is made where there is none. What is kept already is passed
            over, so that a run that was stopped or killed goes on where it was. Of copies of one text (reprints, excerpts, revisions of a day),
            the longest is coded; the others are kept beside it, so that an agency's report counts once however many print it.

            Examples:
              demarche ingest page.html saved-pages/ --store news.db
              demarche ingest 'archive/*.jsonl.gz' --store news.db --report ingest.jsonl
              demarche ingest report.txt --store news.db --published 2024-03-01 --outlet 'Institute'
              demarche ingest archive/ --store news.db --actors our-militias.actors.txt
              demarche ingest archive/ --store news.db --actors Phoenix.Countries.actors.txt --verbs CAMEO.2.0.txt
              demarche ingest archive/ --store news.db --watches desk.watches.txt
            """)
        { store, report, watches };
        dictionaries.AddTo(command);
        inputs.AddTo(command);
        command.SetAction((options, stop) => Run(options, inputs, store, report, dictionaries, watches, stop));
        return command;
    }

    static async Task<int> Run(ParseResult options, InputOptions inputs, Option<string> storeOption, Option<string?> reportOption, DictionaryOptions dictionaries, Option<string?> watches, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        var rules = WatchesOption.Load(options, watches);
        if (!TryOpen(options.GetValue(reportOption), out var file))
            return ExitCode.WrongUsage;
        using var closing = file;
        using var lines = file is null ? null : new JsonLines(file);
        using var store = EventStore.OpenOrCreate(options.GetValue(storeOption)!);
        using var progress = new ProgressLine(options, "articles");
        var data = InstalledData.Open();
        var pipeline = InstalledData.Pipeline(data, store, options.GetValue(GlobalOptions.Threads), dictionaries.Of(options));
        var summary = new IngestSummary();
        foreach (var outcome in pipeline.Run(inputs.Unread(options, ArticleReader.Load(data), stop), stop))
        {
            summary.Count(outcome);
            lines?.Write(json => Write(json, outcome));
            // Whoever follows the file, or finds it after a kill, reads what was kept and nothing less.
            file?.Flush();
            if (outcome.Result == IngestResult.Failed)
                progress.Say($"demarche: {outcome.Input}: {outcome.Reason}");
            else if (outcome.Result == IngestResult.NotCoded && options.GetValue(GlobalOptions.Verbose))
                progress.Say($"{outcome.Input}: kept, not coded: {outcome.Reason}");
            progress.Report("ingest", summary.Articles, 0);
        }
        if (!options.GetValue(GlobalOptions.Quiet))
            foreach (var line in summary.Lines(store, clock.Elapsed))
                progress.Say(line);
        await WatchesOption.Raise(store, data, rules, inputs.Fetching(options), stop);
        return summary.Failed > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }

    static bool TryOpen(string? path, out FileStream? file)
    {
        file = null;
        if (path is null)
            return true;
        try
        {
            file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"demarche: --report: {path} cannot be written: {problem.Message}");
            return false;
        }
    }

    static void Write(Utf8JsonWriter json, IngestOutcome outcome)
    {
        json.WriteStartObject();
        json.WriteString("input", outcome.Input);
        if (outcome.Article is { } article)
            json.WriteString("document", article.Value);
        json.WriteString("result", IngestSummary.Name(outcome.Result));
        if (outcome.Reason is { } reason)
            json.WriteString("reason", reason);
        if (outcome.Result is IngestResult.New or IngestResult.Recoded)
        {
            json.WriteNumber("events", outcome.Reports);
            json.WriteNumber("claims", outcome.Claims);
        }
        json.WriteEndObject();
    }
}
