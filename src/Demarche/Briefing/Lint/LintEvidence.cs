using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Briefing.Lint;

/// <summary>What a citation of a brief points to, as the store has it.</summary>
/// <param name="Number">As the brief numbers it.</param>
/// <param name="Text">The cited words; null where the store has no such document or span.</param>
/// <param name="Whole">The whole text of the document; null likewise.</param>
/// <param name="Reports">The reported events read from the cited words.</param>
/// <param name="Claims">The claims read from them.</param>
public sealed record LintEvidence(int Number, ArticleId Document, TextSpan Span, string? Text, string? Whole, ImmutableArray<ReportedEvent> Reports, ImmutableArray<Claim> Claims);
