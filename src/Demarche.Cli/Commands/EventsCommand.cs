using System.CommandLine;
using System.Text;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Storage;

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
        format.AcceptOnly("table", "jsonl", "csv");
        var command = new Command("events", """
            Shows the events of a store: who did what to whom, when, with what status, and who says so.

            Filters narrow each other down. A page is told with where the next begins, which holds whatever joins the store meanwhile.

            Examples:
              demarche events --store news.db
              demarche events --store news.db --dyad CHN,RUS --from 2023-08-01 --to 2023-08-31
              demarche events --store news.db --actor 'Li Shangfu' --sort newest --limit 20
              demarche events --store news.db --type assault,coerce --quad 4 --min-origins 2
              demarche events --store news.db --status denied,alleged --format jsonl
              demarche events --store news.db --text '"air defence" deliver*' --source 'Meridian Wire'
              demarche events --store news.db --article-text sanctions --review unreviewed --sort origins
              demarche events --store news.db --format csv --limit 1000 --after e-2navaaff1vnqqz4w560y:2019-08-21:1
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
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        var isTerminal = format == "table" && !Console.IsOutputRedirected;
        var page = new EventPage(query.Limit ?? (isTerminal ? ScreenLimit : null));
        var events = page.Of(store.Events(query with { Limit = page.Limit < int.MaxValue ? page.Limit + 1 : null }));
        if (format == "table")
            WriteTable(events, output, isTerminal, asOf, stop);
        else
            EventFiles.Write(events, format, output, stop, asOf);
        output.Flush();
        if (page.Next is { } next)
            Console.Error.WriteLine($"{page.Limit} {(page.Limit == 1 ? "event" : "events")}; --limit N shows more, --after {next} the next.");
        else if (page.Last is null)
            Console.Error.WriteLine("No event answers to that." + Hints(query, store));
        return ExitCode.Done;
    }

    static void WriteTable(IEnumerable<Event> events, Stream output, bool isTerminal, DateOnly? asOf, CancellationToken stop)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        var table = new EventTable(writer, isTerminal, asOf);
        foreach (var one in events)
        {
            stop.ThrowIfCancellationRequested();
            table.Write(one);
        }
    }

    // Nobody of that code: perhaps it is a slip.
    static string Hints(EventQuery query, EventStore store)
    {
        if (query.Dyad is not var (one, other))
            return "";
        var codes = store.Codes();
        return string.Concat(new[] { one, other }.Select(code => code.ToUpperInvariant()).Where(code => !codes.Contains(code)).Select(code => $" The store has no party '{code}'{NearMiss.Hint(code, codes)}."));
    }
}
