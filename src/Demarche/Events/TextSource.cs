namespace Demarche.Events;

/// <summary>The article behind a report, as far as rows that name their sources need it.</summary>
public sealed record TextSource
{
    public string? Url { get; init; }

    public string? Title { get; init; }

    public string? Outlet { get; init; }

    public DateOnly? Published { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>UTF-16 units.</summary>
    public int Length { get; init; }

    /// <summary>Number of the sentence, from 1, counted by the ends of sentences before it.</summary>
    public int SentenceNumber { get; init; }

    /// <summary>Whether the report stands in the first paragraph of the body.</summary>
    public bool InLead { get; init; }
}
