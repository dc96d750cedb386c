using System.Collections.Immutable;
using Demarche.Events;

namespace Demarche.Coding;

/// <summary>The status of one act, by the words around its trigger.</summary>
/// <param name="Hedges">Hedging words of the text, in text order.</param>
/// <param name="Background">Told in passing: a relative or adverbial clause, a noun phrase that presupposes it.</param>
/// <param name="Reason">The words that decided, outward from the trigger ("will: future; said: told"), for <c>--explain</c>.</param>
public readonly record struct StatusReading(EventStatus Status, ImmutableArray<string> Hedges, bool Background, string Reason);
