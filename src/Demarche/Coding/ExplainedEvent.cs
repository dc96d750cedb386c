using System.Collections.Immutable;
using Demarche.Coding.Contexts;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Coding;

/// <summary>An event and the decisions that made it what it is; what its parties, date, place and holders rest on, they say themselves.</summary>
public sealed record ExplainedEvent(ReportedEvent Event, CodingDecisions Decisions);

/// <param name="Words">The words of the text that the rule's trigger took.</param>
/// <param name="Category">What the rule codes, before the status had its say.</param>
/// <param name="Status">What the words around the act say of it, before the codebook turned it into an act of its own.</param>
/// <param name="Contexts">The contexts with what each rests on.</param>
/// <param name="Reasons">What spoke for the type where the learned scorer did, in words, the strongest first; empty for a rule's own word.</param>
public sealed record CodingDecisions(RuleSource Rule, ImmutableArray<TextSpan> Words, EventCategory Category, StatusReading Status, ImmutableArray<ContextReading> Contexts, ImmutableArray<string> Reasons);

/// <summary>Where a rule stands, and where it looks for the parties.</summary>
public sealed record RuleSource(string Name, string Path, int Line, string? Actor, string? Recipient);
