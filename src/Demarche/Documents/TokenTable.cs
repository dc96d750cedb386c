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
    public required ImmutableArray<int> Heads
    {
        get;
        init
        {
            field = value;
            // A copy with other heads has other dependents.
            children = default;
            extents = default;
        }
    }

    /// <summary>The relation to the head ("nsubj:pass"); "root" at a root.</summary>
    public required ImmutableArray<string> Relations { get; init; }

    /// <summary>Whether the word continues the surface token of the word before it ("n't" in "don't").</summary>
    public required ImmutableArray<bool> Continues { get; init; }

    /// <summary>The dependents of each word, in text order.</summary>
    public ImmutableArray<ImmutableArray<int>> Children => children.IsDefault ? children = FindChildren() : children;

    ImmutableArray<ImmutableArray<int>> children;

    /// <summary>The first and the last word of each word's subtree; found once for all, so that asking costs nothing however deep the tree.</summary>
    public ImmutableArray<(int First, int Last)> Extents => extents.IsDefault ? extents = FindExtents() : extents;

    ImmutableArray<(int First, int Last)> extents;

    public int Count => Spans.Length;

    /// <summary>The first word that begins in a span or behind it; the number of words where none does; O(log n).</summary>
    public int FirstIn(TextSpan span)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Spans[middle].Start < span.Start)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

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

    // From the leaves upward; words of a damaged tree that no root reaches stand for themselves.
    ImmutableArray<(int First, int Last)> FindExtents()
    {
        var found = new (int First, int Last)[Count];
        var order = new List<int>(Count);
        for (var i = 0; i < Count; i++)
        {
            found[i] = (i, i);
            if (Heads[i] < 0)
                order.Add(i);
        }
        for (var at = 0; at < order.Count; at++)
            order.AddRange(Children[order[at]]);
        for (var at = order.Count - 1; at >= 0; at--)
            if (Heads[order[at]] is >= 0 and var head)
                found[head] = (Math.Min(found[head].First, found[order[at]].First), Math.Max(found[head].Last, found[order[at]].Last));
        return [.. found];
    }
}
