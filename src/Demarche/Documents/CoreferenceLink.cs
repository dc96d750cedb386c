using System.Collections.Immutable;

namespace Demarche.Documents;

/// <summary>
/// "The minister", "they", "both sides" stand for something named elsewhere: <see cref="Anaphor"/> and each of
/// <see cref="Antecedents"/> are the head words of their phrases. Antecedents are names or the clearest phrase of the chain,
/// never anaphors themselves; more than one only for plurals that gather several parties.
/// </summary>
public sealed record CoreferenceLink(int Anaphor, ImmutableArray<int> Antecedents);
