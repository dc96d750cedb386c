using Demarche.Documents;

namespace Demarche.Events;

/// <summary>What one sentence holds about something, and by whose word.</summary>
/// <param name="Span">The words that say so, in the text of the document.</param>
/// <param name="Sentence">The sentence around them.</param>
/// <param name="Holder">Who says so; the outlet where the document speaks itself.</param>
/// <param name="Value">What it comes to, so that two can be compared: <c>closer</c>, <c>P6D</c>, <c>denied</c>.</param>
public sealed record HeldStatement(ArticleId Document, string TextSha256, TextSpan Span, string Sentence, string Holder, string Value);

public enum StatementRelationKind : byte
{
    Corroborates,
    Contradicts,
    /// <summary>What the one tells with a hedge the other, written later, tells without.</summary>
    HedgeLost,
    /// <summary>What the one tells by somebody's word the other, written later, tells in its own voice.</summary>
    SourceDropped,
}

/// <summary>What two statements have to do with each other. Both stand; nothing is averaged.</summary>
/// <param name="About">course, parties of the war, denial, duration, start, or the type of the act.</param>
/// <param name="One">
/// Of <see cref="StatementRelationKind.HedgeLost"/> and <see cref="StatementRelationKind.SourceDropped"/> the fuller;
/// otherwise the first by document and place.
/// </param>
public sealed record StatementRelation(StatementRelationKind Kind, string About, HeldStatement One, HeldStatement Other);
