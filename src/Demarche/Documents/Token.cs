using System.Collections.Immutable;

namespace Demarche.Documents;

/// <summary>A word as a view: two words of memory that point into a document's columns.</summary>
public readonly record struct Token(Document Document, int Index)
{
    TokenTable Table => Document.Tokens;

    public string Form => Table.Forms[Index];

    public string Lemma => Table.Lemmas[Index];

    public PartOfSpeech Tag => Table.Tags[Index];

    public string FineTag => Table.FineTags[Index];

    public string Features => Table.Features[Index];

    public string Relation => Table.Relations[Index];

    public TextSpan Span => Table.Spans[Index];

    public bool IsRoot => Table.Heads[Index] < 0;

    /// <summary>The head; only where <see cref="IsRoot"/> is false.</summary>
    public Token Head => new(Document, Table.Heads[Index]);

    public ImmutableArray<int> Children => Table.Children[Index];

    public override string ToString() => $"{Form}/{Tag}/{Relation}";
}
