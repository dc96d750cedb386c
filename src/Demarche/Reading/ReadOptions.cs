using Demarche.Documents;

namespace Demarche.Reading;

/// <summary>What the user knows about the inputs that they may not say themselves, and how much a hostile one may cost.</summary>
public sealed record ReadOptions
{
    /// <summary>The publication date of every text that does not carry one in its record or feed; <c>default</c> is "find it".</summary>
    public PublicationDate Published { get; init; }

    public string? Outlet { get; init; }

    /// <summary>BCP 47 primary language; null is "find it".</summary>
    public string? Language { get; init; }

    /// <summary>Where the document comes from, where that is known and more than a file; null for files.</summary>
    public DocumentOrigin? Origin { get; init; }

    /// <summary>Take plain texts as they are: all of a text is body, no chrome is looked for.</summary>
    public bool WholeTexts { get; init; }

    /// <summary>Make articles of their own of the posts of live blogs, of briefs, and of the news feeds that stand on pages.</summary>
    public bool Split { get; init; }

    public ReadLimits Limits { get; init; } = new();
}
