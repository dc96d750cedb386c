using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Briefing.Comparing;

/// <summary>What a second document does with what a first one tells.</summary>
public enum DifferenceKind
{
    /// <summary>The first names who says so; the second tells it in its own voice.</summary>
    SourceLost,
    /// <summary>The first alleges, hedges or thinks it possible; the second tells it without hedge.</summary>
    HedgeLost,
    /// <summary>Both tell it, with statuses that differ otherwise: planned in one, begun in the other.</summary>
    OtherStatus,
    /// <summary>Only the second has it.</summary>
    Added,
    /// <summary>Only the first has it.</summary>
    Dropped,
}

/// <summary>One difference, with the words on both sides where there are two.</summary>
/// <param name="Event">The event both tell or one tells; null for claims.</param>
public sealed record DocumentDifference(DifferenceKind Kind, EventId? Event, Passage? First, Passage? Second);

/// <summary>Words of a document, and what they make of it.</summary>
/// <param name="What">"AGREE planned", "forecast".</param>
/// <param name="Parties">"CHN → RUS, BLR"; empty for claims.</param>
/// <param name="Holder">Who is named as saying so; null where the document speaks itself.</param>
public sealed record Passage(ArticleId Document, TextSpan Span, string Sentence, string What, string Parties, string? Holder, ImmutableArray<string> Hedges);
