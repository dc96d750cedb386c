using System.CommandLine;
using System.Globalization;
using Demarche.Storage;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche store check|backup|restore|upgrade|stats</c>: care of the store.</summary>
static class StoreCommand
{
    public static Command Create() => new("store", "Looks after a store.") { CreateCheck(), CreateBackup(), CreateRestore(), CreateUpgrade(), CreateStats() };

    static Command CreateCheck()
    {
        var store = StoreOption.Create();
        var rebuild = new Option<bool>("--rebuild-search") { Description = "First make anew from the texts what searches go by." };
        var command = new Command("check", """
            Looks for damage: the file, its tables, the texts against their hashes, every span against its text, rows without what they belong to, events against their
            reports, the search index. Names each problem on a line; exit code 3 if there is any.

            Examples:
              demarche store check --store news.db
              demarche store check --store news.db --rebuild-search
            """)
        { store, rebuild };
        command.SetAction((options, stop) => Task.FromResult(Check(options, store, options.GetValue(rebuild), stop)));
        return command;
    }

    static Command CreateBackup()
    {
        var store = StoreOption.Create();
        var file = new Argument<string>("FILE") { Description = "The file to write; it must not be there yet." };
        var command = new Command("backup", """
            Copies a store, as of one moment, into one file, while others go on reading and writing it. The file is itself a store, whatever
            database it was made from: 'store check' looks whether it is sound, 'events' asks it, 'store restore' makes a store of it again.

            Examples:
              demarche store backup news-2024-05-07.db --store news.db
              demarche store backup news-2024-05-07.db --store postgres://demarche@db.example.org/news
            """)
        { file, store };
        command.SetAction((options, stop) => Task.FromResult(Copy(options.GetValue(store)!, options.GetValue(file)!, stop)));
        return command;
    }

    static Command CreateRestore()
    {
        var store = StoreOption.Create();
        var file = new Argument<string>("FILE") { Description = "A file made by 'store backup', or any other store." };
        var command = new Command("restore", """
            Makes a store of a backup, in either database. What is there already is never overwritten.

            Examples:
              demarche store restore news-2024-05-07.db --store news.db
              demarche store restore news.db --store 'postgres://demarche@db.example.org/news?schema=may'
            """)
        { file, store };
        command.SetAction((options, stop) => Task.FromResult(Copy(options.GetValue(file)!, options.GetValue(store)!, stop)));
        return command;
    }

    static int Copy(string from, string to, CancellationToken stop)
    {
        StoreCopy.Make(from, to, stop);
        Console.Error.WriteLine($"A whole copy stands in {to}.");
        return ExitCode.Done;
    }

    static Command CreateUpgrade()
    {
        var store = StoreOption.Create();
        var backup = new Option<string?>("--backup") { Description = "Where to put the backup; beside the store if not given.", HelpName = "FILE" };
        var command = new Command("upgrade", """
            Brings a store that an older version of Demarche made up to date, wholly or not at all, after a backup.

            Examples:
              demarche store upgrade --store news.db
              demarche store upgrade --store postgres://demarche@db.example.org/news --backup before.db
            """)
        { store, backup };
        command.SetAction((options, stop) => Task.FromResult(Upgrade(options.GetValue(store)!, options.GetValue(backup), stop)));
        return command;
    }

    static int Upgrade(string store, string? backup, CancellationToken stop)
    {
        var (migrations, kept) = StoreUpgrade.Run(store, backup, stop);
        foreach (var migration in migrations)
            Console.WriteLine(migration);
        Console.Error.WriteLine(kept is null ? "The store is up to date." : $"The store is up to date; as it was before, it stands in {kept}.");
        return ExitCode.Done;
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

    static int Check(ParseResult options, Option<string> storeOption, bool rebuildSearch, CancellationToken stop)
    {
        using var store = StoreOption.OpenExisting(options, storeOption);
        if (rebuildSearch)
            store.RebuildSearch();
        var problems = 0;
        foreach (var problem in store.Check(stop))
        {
            Console.WriteLine(problem);
            problems++;
        }
        Console.Error.WriteLine(problems == 0 ? "The store is sound." : problems == 1 ? "1 problem." : $"{problems} problems.");
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
