using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Reading.Segments;

/// <summary>A piece of its own on a page that collects them: a post of a live blog, a brief, an entry of a news feed.</summary>
/// <param name="Blocks">By their numbers on the page, in order.</param>
/// <param name="Published">As the piece states it; <c>default</c> where it does not.</param>
/// <param name="IsOfPage">Whether it is part of what the page is about, and so of its day, rather than news that stands beside it.</param>
sealed record Segment(ImmutableArray<int> Blocks, PublicationDate Published, bool IsOfPage);
