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
        var unconfirmed = new Option<bool>("--unconfirmed") { Description = "Only what was planned for days that have passed, without a text that tells what became of it." };
        var asOf = new Option<DateOnly?>("--as-of") { Description = "The day from which planned days have passed; the latest day of publication in the store if not given.", HelpName = "DATE", CustomParser = DayOption.Parse };
        format.AcceptOnlyFromAmong("table", "jsonl", "csv");
        var command = new Command("events", """
            Shows the events of a store: who did what to whom, when, with what status, and who says so.

            Examples:
              demarche events --store news.db
              demarche events --store news.db --dyad CHN,RUS --from 2023-08-01 --to 2023-08-31
              demarche events --store news.db --status denied,alleged --format jsonl
              demarche events --store news.db --format csv --limit 1000 --after e-2navaaff1vnqqz4w560y
              demarche events --store news.db --text '"air defence" deliver*' --min-origins 2
              demarche events --store news.db --unconfirmed --as-of 2023-09-01
            """)
        { store, format, unconfirmed, asOf };
        filter.AddTo(command);
        command.SetAction((options, stop) => Task.FromResult(Run(options, store, filter, options.GetValue(format)!, options.GetValue(unconfirmed), options.GetValue(asOf), stop)));
        return command;
    }

    static int Run(ParseResult options, Option<string> storeOption, EventFilter filter, string format, bool unconfirmed, DateOnly? asOf, CancellationToken stop)
    {
        using var store = StoreOption.OpenExisting(options, storeOption);
        asOf ??= store.LatestPublication();
        if (unconfirmed && asOf is null)
        {
            Console.Error.WriteLine("demarche: --unconfirmed: no article of the store has a day of publication; name the day with --as-of");
            return ExitCode.WrongUsage;
        }
        var query = filter.Query(options) with { UnconfirmedAsOf = unconfirmed ? asOf : null };
        if (format == "table")
            WriteTable(query, store.Events, asOf, stop);
        else
            EventFiles.Write(store.Events(query), format, asOf, stop);
        return ExitCode.Done;
    }

    static void WriteTable(EventQuery query, Func<EventQuery, IEnumerable<Event>> ask, DateOnly? asOf, CancellationToken stop)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
        var table = new EventTable(output, isTerminal: !Console.IsOutputRedirected, asOf);
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
