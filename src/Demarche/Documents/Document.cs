using System.Collections.Immutable;

namespace Demarche.Documents;

/// <summary>
/// An article with everything the language stage found in it. Complete: built once, after the last stage.
/// Only the article's body blocks (or what the caller chose instead) have sentences.
/// </summary>
public sealed record Document
{
    public required Article Article { get; init; }

    public required TokenTable Tokens { get; init; }

    /// <summary>In text order; together they hold every word of the token table.</summary>
    public required ImmutableArray<Sentence> Sentences { get; init; }

    public ImmutableArray<Name> Names { get; init; } = [];

    public ImmutableArray<CoreferenceLink> Coreference { get; init; } = [];

    public ImmutableArray<TimeExpression> Times { get; init; } = [];

    public ImmutableArray<PlaceMention> Places { get; init; } = [];

    public ImmutableArray<Quotation> Quotations { get; init; } = [];

    public Token this[int index] => new(this, index);

    /// <summary>The span of the words [first, end).</summary>
    public TextSpan SpanOf(int first, int end) => new(Tokens.Spans[first].Start, Tokens.Spans[end - 1].End);

    /// <summary>Index of the sentence that holds a word; O(log n).</summary>
    public int SentenceOf(int token)
    {
        int low = 0, high = Sentences.Length - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Sentences[middle].End <= token)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
