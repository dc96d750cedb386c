using System.Collections.Frozen;

namespace Demarche.Reading.Fetching;

/// <summary>How documents are fetched from the web, and how much one may cost.</summary>
public sealed record FetchSettings
{
    public static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    /// <summary>As servers see it; its first word is the name that robots.txt may speak to.</summary>
    public string UserAgent { get; init; } = "demarche/1.0 (news reader)";

    /// <summary>Hosts that may lie in a private network, by name.</summary>
    public FrozenSet<string> AllowedHosts { get; init; } = [];

    /// <summary>For the whole of one answer, however slowly it drips.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Between two requests to one host.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(2);

    public int Redirects { get; init; } = 5;

    public ReadLimits Limits { get; init; } = new();
}
