using System.CommandLine;
using Demarche.Storage;

namespace Demarche.Cli;

/// <summary><c>--store FILE</c>, for the commands that work on a store.</summary>
static class StoreOption
{
    public static Option<string> Create() => new("--store")
    {
        Description = "The store: an SQLite file.",
        HelpName = "FILE",
        Required = true,
    };

    public static SqliteStore OpenExisting(ParseResult options, Option<string> option) => SqliteStore.OpenExisting(options.GetValue(option)!);
}
