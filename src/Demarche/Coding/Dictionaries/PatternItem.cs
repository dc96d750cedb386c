using System.Collections.Immutable;

namespace Demarche.Coding.Dictionaries;

/// <summary>What a pattern asks for at one place.</summary>
abstract record PatternItem
{
    /// <summary>How many words it asks for at least: the more, the more exact the pattern.</summary>
    public abstract int Words { get; }
}

/// <summary>Words in a row, each as it stands in the text or its lemma.</summary>
sealed record WordItem(ImmutableArray<string> Row) : PatternItem
{
    public override int Words => Row.Length;
}

/// <summary>One of several: a set of synonyms.</summary>
sealed record ChoiceItem(ImmutableArray<ImmutableArray<PatternItem>> Choices) : PatternItem
{
    public override int Words => Choices.IsEmpty ? 0 : Choices.Min(choice => choice.Sum(item => item.Words));
}

/// <summary>A noun phrase, "{ECONOMIC TIES}": its words in their order, others between them.</summary>
sealed record PhraseItem(ImmutableArray<PatternItem> Items) : PatternItem
{
    public override int Words => Items.Sum(item => item.Words);
}

/// <summary>A prepositional phrase, "(FOR &amp;NEGOTIATION)".</summary>
sealed record PrepositionItem(PatternItem Preposition, ImmutableArray<PatternItem> Items) : PatternItem
{
    public override int Words => Preposition.Words + Items.Sum(item => item.Words);
}

/// <summary>"$", the source; "+", the target; "%", several parties; "^", anything.</summary>
sealed record PlaceItem(char Mark) : PatternItem
{
    public override int Words => 0;
}
