using Demarche.Documents;

namespace Demarche.Events;

/// <summary>One link of the chain of those who say so, outermost first. The publisher is level 0 and not in the chain.</summary>
public sealed record Attribution
{
    /// <summary>The words for the holder.</summary>
    public required string Text { get; init; }

    public TextSpan? Span { get; init; }

    /// <summary>The name we know the holder by, or null.</summary>
    public string? Name { get; init; }

    public string? Code { get; init; }

    public string? Sector { get; init; }

    /// <summary>Lemma of the reporting word ("say", "according to").</summary>
    public string? Verb { get; init; }

    public TextSpan? VerbSpan { get; init; }
}
