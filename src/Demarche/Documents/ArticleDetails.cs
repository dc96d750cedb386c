using System.Collections.Immutable;

namespace Demarche.Documents;

/// <summary>What is known of an article beside what it is cited by. Unknown is null, default or empty.</summary>
public sealed record ArticleDetails
{
    /// <summary>When the publisher last changed it; never before the day of publication.</summary>
    public PublicationDate Modified { get; init; }

    public string? Section { get; init; }

    /// <summary>The state that the outlet belongs to.</summary>
    public OutletState? OutletState { get; init; }

    /// <summary>As the document says it ("en-GB").</summary>
    public string? DeclaredLanguage { get; init; }

    public LanguageBasis LanguageBasis { get; init; }

    /// <summary>What is said differently in several places.</summary>
    public ImmutableArray<MetadataConflict> Conflicts { get; init; } = [];
}

/// <summary>By what the language of a text is told.</summary>
public enum LanguageBasis
{
    None,
    User,
    /// <summary>Its words, letters and script.</summary>
    Text,
    /// <summary>The document's word for it, where the text is too short or its language is none we know the words of.</summary>
    Declared,
}

/// <param name="Code">PLOVER code.</param>
/// <param name="Basis"><c>register</c>: the outlet is listed among the news media of data/actors; <c>json-ld</c>: the page gives its publisher's address; <c>domain</c>: the ending of its address, a weak sign.</param>
public sealed record OutletState(string Code, string Basis);

/// <summary>What several places say differently of one field.</summary>
/// <param name="Values">The one that counts first.</param>
public sealed record MetadataConflict(string Field, ImmutableArray<MetadataValue> Values);

/// <param name="Basis">Where it stands.</param>
public sealed record MetadataValue(string Value, string Basis);
