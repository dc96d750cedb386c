using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Briefing;

/// <summary>
/// A brief: sections in a fixed order, every sentence of which cites a span of a stored text or the method, or is a labelled
/// slot for the analyst.
/// </summary>
public sealed record Brief(string Title, ImmutableArray<BriefSection> Sections, ImmutableArray<Citation> Citations);

public sealed record BriefSection(string Heading, ImmutableArray<BriefBlock> Blocks);

/// <summary>One piece of a section.</summary>
public abstract record BriefBlock;

/// <summary>A smaller heading.</summary>
public sealed record SubHeading(string Text) : BriefBlock;

/// <summary>A sentence made by template.</summary>
/// <param name="Cites">Numbers of citations; empty where the sentence counts or computes, which cites the method.</param>
/// <param name="Lead">Set off before the sentence: a status, a day, a grade; null for none.</param>
public sealed record Statement(string Text, ImmutableArray<int> Cites, string? Lead = null) : BriefBlock;

/// <summary>The analyst's own text, or a label that says what belongs here. Never filled by the program.</summary>
public sealed record AnalystSlot(string Id, string Label, string? Text) : BriefBlock;

public sealed record BriefTable(string Caption, ImmutableArray<string> Header, ImmutableArray<ImmutableArray<string>> Rows) : BriefBlock;

/// <summary>An SVG chart; the table that says the same follows it.</summary>
public sealed record BriefChart(string Name, string Svg, string Caption) : BriefBlock;

/// <summary>Words of a stored text, verbatim, with where they stand.</summary>
/// <param name="Statement">Id of the reported event or claim read from them.</param>
public sealed record Citation(int Number, ArticleId Document, string TextSha256, TextSpan Span, string Quote, string Statement, string Outlet, DateOnly? Published);
