using System.CommandLine;

namespace Demarche.Cli;

/// <summary><c>--actors FILE</c>: dictionaries of the user beside our tables.</summary>
static class ActorsOption
{
    public static Option<string[]> Create() => new("--actors")
    {
        Description = "A dictionary of actors or agents as PETRARCH, Phoenix and TABARI use them, put before the tables of data/actors; may be given several times.",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
    };
}
