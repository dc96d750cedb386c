using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Events;

public enum ClaimKind : byte
{
    Assessment,
    Forecast,
    Stance,
    Framing,
    Denial,
    Allegation,
    Accusation,
    Recommendation,
}

/// <summary>What somebody holds, without an act. A claim is never an event row.</summary>
public sealed record Claim
{
    public required ClaimId Id { get; init; }

    public required ArticleId Document { get; init; }

    public required string TextSha256 { get; init; }

    public required ClaimKind Kind { get; init; }

    /// <summary>Who holds it; null is the document's own voice.</summary>
    public Attribution? Holder { get; init; }

    /// <summary>The words of what is held.</summary>
    public required string Proposition { get; init; }

    public required TextSpan PropositionSpan { get; init; }

    public ImmutableArray<string> Hedges { get; init; } = [];

    /// <summary>Reported events of the same text that it speaks of (the act denied, the act alleged).</summary>
    public ImmutableArray<ReportedEventId> About { get; init; } = [];

    public ImmutableArray<Attribution> Attribution { get; init; } = [];

    public required string Sentence { get; init; }

    public required TextSpan Evidence { get; init; }

    public required TextSpan Trigger { get; init; }

    public required string Rule { get; init; }

    public required string Version { get; init; }

    public static ClaimId IdOf(ArticleId document, string sha256, TextSpan proposition, ClaimKind kind, string? holder) =>
        new(ContentId.Of("c-", document.Value, sha256, $"{proposition.Start}-{proposition.End}", kind.ToString(), holder ?? ""));
}
