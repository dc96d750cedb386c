using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Language;

/// <summary>Heads and relations, by column as in <see cref="TokenTable"/>.</summary>
public sealed record Syntax(ImmutableArray<int> Heads, ImmutableArray<string> Relations);
