namespace Demarche.Events;

/// <summary>A reported event with what linking must know of the article that tells it.</summary>
public sealed record Telling
{
    public required ReportedEvent Report { get; init; }

    /// <summary>The day the article was published, or null where unknown.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>
    /// The day the telling is written from: <see cref="Published"/>, or else the latest day the article itself names;
    /// null where there is neither.
    /// </summary>
    public DateOnly? Anchor { get; init; }

    /// <summary>Whom the article's own voice belongs to: the agency it credits, the outlet, or else the article's id.</summary>
    public required string Outlet { get; init; }

    /// <summary>SimHash of the article's body: near-identical texts differ in few bits. 0 where there is no body.</summary>
    public ulong Fingerprint { get; init; }
}
