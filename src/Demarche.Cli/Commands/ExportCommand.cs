using System.CommandLine;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche export --store S --format F</c>: the events as a file for other programs.</summary>
static class ExportCommand
{
    public static Command Create()
    {
        var store = StoreOption.Create();
        var filter = new EventFilter();
        var format = new Option<string>("--format") { Description = "jsonl or csv.", HelpName = "FORMAT", Required = true };
        format.AcceptOnlyFromAmong("jsonl", "csv");
        var output = new Option<string?>("--output", "-o") { Description = "The file to write; standard output if not given.", HelpName = "FILE" };
        var command = new Command("export", """
            Writes the events of a store in a format that other programs read: sorted, and byte for byte the same for the same articles.

            Examples:
              demarche export --store news.db --format jsonl > events.jsonl
              demarche export --store news.db --format csv --from 2023-08-01 -o august.csv
            """)
        { store, format, output };
        filter.AddTo(command);
        command.SetAction((options, stop) => Task.FromResult(Run(options, store, filter, options.GetValue(format)!, options.GetValue(output), stop)));
        return command;
    }

    static int Run(ParseResult options, Option<string> storeOption, EventFilter filter, string format, string? path, CancellationToken stop)
    {
        using var store = StoreOption.OpenExisting(options, storeOption);
        var events = store.Events(filter.Query(options));
        if (path is null)
        {
            EventFiles.Write(events, format, stop);
            return ExitCode.Done;
        }
        // A file stands there whole or not at all.
        var unfinished = path + ".part";
        using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
            EventFiles.Write(events, format, file, stop);
        File.Move(unfinished, path, overwrite: true);
        return ExitCode.Done;
    }
}
