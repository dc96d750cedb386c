using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Language;

/// <summary>A text cut into words and sentences, by column as in <see cref="TokenTable"/>.</summary>
public sealed record Segmentation(
    ImmutableArray<TextSpan> Spans, ImmutableArray<string> Forms, ImmutableArray<bool> Continues, ImmutableArray<Sentence> Sentences);
