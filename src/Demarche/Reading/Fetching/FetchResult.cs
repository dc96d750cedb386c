namespace Demarche.Reading.Fetching;

public enum FetchOutcome
{
    Fetched,
    /// <summary>As it was when it was last fetched.</summary>
    Unchanged,
    /// <summary>Robots.txt asks not to.</summary>
    KeptOut,
    /// <summary>Not now; it may succeed later.</summary>
    Later,
    Failed,
}

/// <summary>What came of fetching one document, redirects followed.</summary>
public sealed record FetchResult(FetchOutcome Outcome)
{
    /// <summary>Where it was fetched.</summary>
    public WebDocument? Document { get; init; }

    /// <summary>For people; null where all went well.</summary>
    public string? Reason { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>How long the server asks to wait; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
