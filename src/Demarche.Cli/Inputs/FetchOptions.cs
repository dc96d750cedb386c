using System.Collections.Frozen;
using System.CommandLine;
using Demarche.Reading.Fetching;

namespace Demarche.Cli.Inputs;

/// <summary>What every command that fetches from the web asks the user. One per command.</summary>
sealed class FetchOptions
{
    readonly Option<string[]> allowHosts = new("--allow-host")
    {
        Description = "A host that may lie in a private network (10.x, 192.168.x, localhost ...), which is refused otherwise; may be repeated.",
        HelpName = "NAME",
        DefaultValueFactory = _ => [],
    };

    public void AddTo(Command command) => command.Options.Add(allowHosts);

    public FetchSettings Settings(ParseResult result) => new()
    {
        UserAgent = $"demarche/{typeof(WebFetcher).Assembly.GetName().Version?.ToString(2)} (news reader)",
        AllowedHosts = (result.GetValue(allowHosts) ?? []).ToFrozenSet(StringComparer.OrdinalIgnoreCase),
    };
}
