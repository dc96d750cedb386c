using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Events;

/// <summary>An article with all that one version of the program read out of it.</summary>
public sealed record CodedArticle
{
    public required Article Article { get; init; }

    public ImmutableArray<ReportedEvent> Events { get; init; } = [];

    public ImmutableArray<Claim> Claims { get; init; } = [];

    /// <summary>The reason of articles whose text another one has.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>Why the article was not coded ("language zh"), or null where it was.</summary>
    public string? NotCoded { get; init; }

    /// <summary>Version of the program and its data.</summary>
    public required string Version { get; init; }
}
