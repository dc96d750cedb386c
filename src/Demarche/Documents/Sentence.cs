namespace Demarche.Documents;

/// <summary>A sentence: its span in the text and its words, [First, End) in the token table.</summary>
public readonly record struct Sentence(TextSpan Span, int First, int End)
{
    public int Count => End - First;

    /// <summary>The id a given parse came with, or null.</summary>
    public string? Id { get; init; }
}
