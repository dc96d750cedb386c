using System.CommandLine;
using Demarche.Storage;

namespace Demarche.Cli;

/// <summary><c>--store STORE</c>, for the commands that work on a store.</summary>
static class StoreOption
{
    public static Option<string> Create() => new("--store")
    {
        Description = "The store: an SQLite file, or postgres://user@host:port/database.",
        HelpName = "STORE",
        Required = true,
    };

    public static EventStore OpenExisting(ParseResult options, Option<string> option) => EventStore.OpenExisting(options.GetValue(option)!);
}
