using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Language;

/// <summary>Tags, heads and relations, by column as in <see cref="TokenTable"/>.</summary>
public sealed record Syntax(Tagging Tagging, ImmutableArray<int> Heads, ImmutableArray<string> Relations);
