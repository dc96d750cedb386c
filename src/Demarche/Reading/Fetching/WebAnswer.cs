namespace Demarche.Reading.Fetching;

/// <summary>What came of one request: an answer with a status, or a problem without one.</summary>
sealed record WebAnswer
{
    /// <summary>HTTP status; 0 where there was no answer.</summary>
    public int Status { get; init; }

    public string? ContentType { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    public Uri? Location { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public string? Problem { get; init; }

    /// <summary>Whether the same request may succeed later.</summary>
    public bool MayPass { get; init; }

    public static WebAnswer Failed(string problem, bool mayPass) => new() { Problem = problem, MayPass = mayPass };
}
