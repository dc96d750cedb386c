using System.CommandLine;

namespace Demarche.Cli;

/// <summary>Files of the user that go before our own tables and rules, each in the format of PETRARCH and its kin.</summary>
sealed record UserDictionaries(string[] Actors, string[] Verbs, string[] Discards)
{
    public IEnumerable<string> Files => Actors.Concat(Verbs).Concat(Discards);
}

/// <summary><c>--actors FILE</c>, <c>--verbs FILE</c>, <c>--discards FILE</c>.</summary>
sealed class DictionaryOptions
{
    readonly Option<string[]> actors = Create("--actors", "A dictionary of actors or agents as PETRARCH, Phoenix and TABARI use them, put before the tables of data/actors; may be given several times.");
    readonly Option<string[]> verbs = Create("--verbs", "A dictionary of verbs and patterns as PETRARCH and TABARI use them, in the place of the rules of data/rules; may be given several times.");
    readonly Option<string[]> discards = Create("--discards", "Phrases whose sentences, or with + whose texts, are not coded, as PETRARCH uses them; may be given several times.");

    public void AddTo(Command command)
    {
        command.Add(actors);
        command.Add(verbs);
        command.Add(discards);
    }

    public UserDictionaries Of(ParseResult options) => new(options.GetRequiredValue(actors), options.GetRequiredValue(verbs), options.GetRequiredValue(discards));

    static Option<string[]> Create(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
    };
}
