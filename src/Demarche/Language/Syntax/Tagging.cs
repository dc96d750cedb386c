using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Language;

/// <summary>Parts of speech and features, by column as in <see cref="TokenTable"/>.</summary>
public sealed record Tagging(ImmutableArray<PartOfSpeech> Tags, ImmutableArray<string> FineTags, ImmutableArray<string> Features);
