using System.CommandLine;
using System.Text;
using Demarche.Events;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche events --store S</c>: what is known, by question.</summary>
static class EventsCommand
{
    /// <summary>What a terminal shows without --limit; a file gets everything.</summary>
    const int ScreenLimit = 100;

    public static Command Create()
    {
        var store = StoreOption.Create();
        var filter = new EventFilter();
        var format = new Option<string>("--format") { Description = "table, jsonl or csv.", HelpName = "FORMAT", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "jsonl", "csv");
        var command = new Command("events", """
            Shows the events of a store: who did what to whom, when, with what status, and who says so.

            Examples:
              demarche events --store news.db
              demarche events --store news.db --dyad CHN,RUS --from 2023-08-01 --to 2023-08-31
              demarche events --store news.db --status denied,alleged --format jsonl
              demarche events --store news.db --format csv --limit 1000 --after e-2navaaff1vnqqz4w560y
              demarche events --store news.db --text '"air defence" deliver*' --min-origins 2
            """)
        { store, format };
        filter.AddTo(command);
        command.SetAction((options, stop) => Task.FromResult(Run(options, store, filter, options.GetValue(format)!, stop)));
        return command;
    }

    static int Run(ParseResult options, Option<string> storeOption, EventFilter filter, string format, CancellationToken stop)
    {
        using var store = StoreOption.OpenExisting(options, storeOption);
        var query = filter.Query(options);
        if (format == "table")
            WriteTable(query, store.Events, stop);
        else
            EventFiles.Write(store.Events(query), format, stop);
        return ExitCode.Done;
    }

    static void WriteTable(EventQuery query, Func<EventQuery, IEnumerable<Event>> ask, CancellationToken stop)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
        var table = new EventTable(output, isTerminal: !Console.IsOutputRedirected);
        var limit = query.Limit ?? (table.IsTerminal ? ScreenLimit : null);
        var shown = 0;
        EventId? last = null;
        foreach (var one in ask(query with { Limit = limit + 1 }))
        {
            stop.ThrowIfCancellationRequested();
            if (shown == limit)
            {
                output.Flush();
                Console.Error.WriteLine($"{limit} events; --limit N shows more, --after {last!.Value.Value} the next.");
                return;
            }
            table.Write(one);
            last = one.Id;
            shown++;
        }
        output.Flush();
        if (shown == 0)
            Console.Error.WriteLine("No event answers to that.");
    }
}
