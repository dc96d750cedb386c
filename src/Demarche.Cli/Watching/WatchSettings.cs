namespace Demarche.Cli.Watching;

/// <summary>How feeds are watched.</summary>
sealed record WatchSettings
{
    /// <summary>Between two visits to a feed.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Entries that say they are older are not followed: a sitemap may list all that was ever published.</summary>
    public TimeSpan LongestAgo { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Keep the entries themselves and fetch no page.</summary>
    public bool EntriesOnly { get; init; }

    /// <summary>Hosts that are asked at the same time.</summary>
    public int Hosts { get; init; } = 8;
}
