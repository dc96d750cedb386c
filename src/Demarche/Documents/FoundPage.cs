namespace Demarche.Documents;

/// <summary>A page that a feed points to, with what the feed says of it.</summary>
public sealed record FoundPage(string Address, string Feed)
{
    public string? Title { get; init; }

    public string? Outlet { get; init; }

    public PublicationDate Published { get; init; }

    /// <summary>How often it could not be fetched.</summary>
    public int Failures { get; init; }
}

/// <summary>A feed that is watched, with what it answered last.</summary>
public sealed record WatchedFeed(string Address)
{
    public string? Title { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>When it may be asked next.</summary>
    public DateTimeOffset Due { get; init; }

    /// <summary>How often in a row it could not be fetched.</summary>
    public int Failures { get; init; }

    public string? Problem { get; init; }
}
