using System.CommandLine;
using System.Globalization;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche store check|stats</c>: care of the store.</summary>
static class StoreCommand
{
    public static Command Create() => new("store", "Looks after a store.") { CreateCheck(), CreateStats() };

    static Command CreateCheck()
    {
        var store = StoreOption.Create();
        var command = new Command("check", """
            Looks for damage: the file, the texts against their hashes, every span against its text, reports without events, the search index.

            Examples:
              demarche store check --store news.db
            """)
        { store };
        command.SetAction((options, stop) => Task.FromResult(Check(options, store, stop)));
        return command;
    }

    static Command CreateStats()
    {
        var store = StoreOption.Create();
        var command = new Command("stats", """
            Counts what is in the store.

            Examples:
              demarche store stats --store news.db
            """)
        { store };
        command.SetAction(options => Stats(options, store));
        return command;
    }

    static int Check(ParseResult options, Option<string> storeOption, CancellationToken stop)
    {
        using var store = StoreOption.OpenExisting(options, storeOption);
        var problems = 0;
        foreach (var problem in store.Check(stop))
        {
            Console.WriteLine(problem);
            problems++;
        }
        Console.Error.WriteLine(problems == 0 ? "The store is sound." : $"{problems} problems.");
        return problems == 0 ? ExitCode.Done : ExitCode.CannotUse;
    }

    static int Stats(ParseResult options, Option<string> storeOption)
    {
        using var store = StoreOption.OpenExisting(options, storeOption);
        var counts = store.Stats();
        var width = counts.Max(count => count.What.Length);
        foreach (var (what, count) in counts)
            Console.WriteLine($"{what.PadRight(width)}  {count.ToString("N0", CultureInfo.InvariantCulture),14}");
        return ExitCode.Done;
    }
}
