using Demarche.Documents;

namespace Demarche.Reading;

/// <summary>What the server or archive that a document comes from says about it, which the document may say better itself.</summary>
public sealed record DocumentOrigin
{
    public string? Url { get; init; }

    /// <summary>Encoding as the server labelled it.</summary>
    public string? Charset { get; init; }

    /// <summary>A day the document was there at the latest, for want of a better one.</summary>
    public PublicationDate Seen { get; init; }

    /// <summary>What a feed says of the document it points to.</summary>
    public string? Title { get; init; }

    public string? Outlet { get; init; }
}
