using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Reading;

/// <summary>What a reader found of one article, before the user's options fill the gaps.</summary>
sealed record ArticleDraft
{
    public required InputName Name { get; init; }

    /// <summary>The input's own id.</summary>
    public string? Id { get; init; }

    public string? Url { get; init; }

    public string? Title { get; init; }

    public ImmutableArray<string> Authors { get; init; } = [];

    public string? Outlet { get; init; }

    public PublicationDate Published { get; init; }

    public PublicationDate Modified { get; init; }

    public string? Section { get; init; }

    /// <summary>The state that the publisher gives as its own.</summary>
    public string? Country { get; init; }

    /// <summary>What the document says in more than one way.</summary>
    public ImmutableArray<MetadataConflict> Conflicts { get; init; } = [];

    /// <summary>As the document declares it ("en-GB"), or null.</summary>
    public string? Language { get; init; }

    public required string Text { get; init; }

    public required ImmutableArray<Block> Blocks { get; init; }

    /// <summary>What stands on the page as an article of its own; only where it was asked for.</summary>
    public ImmutableArray<ArticleDraft> Pieces { get; init; } = [];
}
