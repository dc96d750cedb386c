using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Coding;

/// <summary>The status of one act, by the words around its trigger.</summary>
/// <param name="Hedges">Hedging words of the text, in text order.</param>
/// <param name="Background">Told in passing: a relative or adverbial clause, a noun phrase that presupposes it.</param>
/// <param name="Reasons">What decided, outward from the trigger; empty where nothing stands against taking the act as told.</param>
public readonly record struct StatusReading(EventStatus Status, ImmutableArray<string> Hedges, bool Background, ImmutableArray<StatusReason> Reasons)
{
    internal const string Fiction = "fiction";
    internal const string Purpose = "purpose";

    /// <summary>A work or a game tells it: nobody says it of the world.</summary>
    public bool IsFiction => Reasons.Any(reason => reason.Effect == Fiction);

    /// <summary>What for, not what: an infinitive that no verb of meaning, asking or deciding takes.</summary>
    public bool IsPurpose => Reasons.Any(reason => reason.Effect == Purpose);

    public string Reason => Reasons.IsEmpty ? "told as a fact" : string.Join("; ", Reasons);
}

/// <summary>One decision about a status.</summary>
/// <param name="Word">Where the word that decided stands; null where the form of the sentence did.</param>
/// <param name="Effect">What it makes of the act ("future", "denied"), for people.</param>
public sealed record StatusReason(TextSpan? Word, string Text, string Effect)
{
    public override string ToString() => Text.Length == 0 ? Effect : $"\u201c{Text}\u201d: {Effect}";
}
