using System.Collections.Immutable;

namespace Demarche.Documents;

/// <summary>
/// The words of one document, by column: every array has one element per syntactic word (a CoNLL-U line with a whole number).
/// </summary>
public sealed record TokenTable
{
    /// <summary>
    /// Where each word stands in the text. The parts of a multiword token ("do", "n't") split its span where they spell it
    /// out, and each have the whole span where they do not.
    /// </summary>
    public required ImmutableArray<TextSpan> Spans { get; init; }

    public required ImmutableArray<string> Forms { get; init; }

    public required ImmutableArray<string> Lemmas { get; init; }

    public required ImmutableArray<PartOfSpeech> Tags { get; init; }

    /// <summary>The language's own tag (Penn Treebank for English), or "_".</summary>
    public required ImmutableArray<string> FineTags { get; init; }

    /// <summary>UD features ("Number=Sing|Tense=Past"), or "_".</summary>
    public required ImmutableArray<string> Features { get; init; }

    /// <summary>Index of the head in this table, or -1 for the root of a sentence.</summary>
    public required ImmutableArray<int> Heads { get; init; }

    /// <summary>The relation to the head ("nsubj:pass"); "root" at a root.</summary>
    public required ImmutableArray<string> Relations { get; init; }

    /// <summary>Whether the word continues the surface token of the word before it ("n't" in "don't").</summary>
    public required ImmutableArray<bool> Continues { get; init; }

    /// <summary>The dependents of each word, in text order.</summary>
    public ImmutableArray<ImmutableArray<int>> Children => children.IsDefault ? children = FindChildren() : children;

    ImmutableArray<ImmutableArray<int>> children;

    public int Count => Spans.Length;

    ImmutableArray<ImmutableArray<int>> FindChildren()
    {
        var lists = new ImmutableArray<int>.Builder?[Count];
        for (var i = 0; i < Count; i++)
            if (Heads[i] >= 0)
                (lists[Heads[i]] ??= ImmutableArray.CreateBuilder<int>(4)).Add(i);
        var result = ImmutableArray.CreateBuilder<ImmutableArray<int>>(Count);
        foreach (var list in lists)
            result.Add(list?.ToImmutable() ?? []);
        return result.MoveToImmutable();
    }
}
