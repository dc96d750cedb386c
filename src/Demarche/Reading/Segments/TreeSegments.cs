using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Reading.Segments;

/// <summary>Pieces told by the tree: elements of one make side by side, each with running text and a time or heading of its own.</summary>
static class TreeSegments
{
    const int FewestPieces = 3;
    const int FewestWords = 12;

    public static IReadOnlyList<Segment> Of(HtmlTree tree, PageBlocks page, BlockKind?[] kinds, IReadOnlyList<string> texts, DateOnly? day)
    {
        // The outermost elements that have brothers of their make count: a list in a post is no list of posts.
        var families = Families(tree, page, kinds, texts)
            .Where(family => family.Count >= FewestPieces)
            .OrderBy(family => family.Min())
            .ThenByDescending(family => tree.Nodes[family.Min()].End);
        var segments = new List<Segment>();
        var taken = new HashSet<int>();
        foreach (var family in families)
        {
            var pieces = family.Select(element => Piece(tree, page, kinds, texts, day, element)).ToList();
            var dated = pieces.Count(piece => piece.Segment.Published.Basis != DateBasis.None);
            var named = pieces.Count(piece => piece.HasHeading);
            var isOfPage = pieces.Any(piece => piece.Segment.IsOfPage);
            if (dated * 2 < pieces.Count && (isOfPage || named * 2 < pieces.Count))
                continue;
            if (pieces.Exists(piece => piece.Segment.Blocks.Any(taken.Contains)))
                continue;
            foreach (var piece in pieces)
            {
                taken.UnionWith(piece.Segment.Blocks);
                segments.Add(piece.Segment with { IsOfPage = isOfPage });
            }
        }
        return [.. segments.OrderBy(segment => segment.Blocks[0])];
    }

    static List<HashSet<int>> Families(HtmlTree tree, PageBlocks page, BlockKind?[] kinds, IReadOnlyList<string> texts)
    {
        const int Highest = 12;
        var families = new Dictionary<(int Parent, HtmlTag Tag, string Class), HashSet<int>>();
        for (var i = 0; i < page.Count; i++)
        {
            if (kinds[i] is not (BlockKind.Body or BlockKind.Teaser) || Prose.Words(texts[i]) < FewestWords)
                continue;
            var element = page[i].Element;
            for (var height = 0; element > 0 && height < Highest; height++, element = tree.Nodes[element].Parent)
            {
                var key = (tree.Nodes[element].Parent, tree.Nodes[element].Tag, tree.Raw(element, "class").ToString());
                if (!families.TryGetValue(key, out var family))
                    families.Add(key, family = []);
                family.Add(element);
            }
        }
        return [.. families.Values];
    }

    static (Segment Segment, bool HasHeading) Piece(HtmlTree tree, PageBlocks page, BlockKind?[] kinds, IReadOnlyList<string> texts, DateOnly? day, int element)
    {
        var end = tree.Nodes[element].End;
        ImmutableArray<int> blocks = [.. Enumerable.Range(0, page.Count).Where(i => page[i].First >= element && page[i].First < end && kinds[i] is not (null or BlockKind.Comment))];
        var hasHeading = blocks.Any(i => tree.Nodes[page[i].Element].Tag is >= HtmlTag.H1 and <= HtmlTag.H6);
        var published = PublishedIn(tree, element, end);
        // The time may stand in a block that is no part of the text.
        var first = Enumerable.Range(0, page.Count).First(i => page[i].First >= element);
        if (published.Basis == DateBasis.None)
            published = SegmentWords.Start(texts[first], day);
        return (new Segment(blocks, published, blocks.Any(i => kinds[i] == BlockKind.Body)), hasHeading);
    }

    static PublicationDate PublishedIn(HtmlTree tree, int element, int end)
    {
        for (var node = element; node < end; node++)
            if ((tree.Attribute(node, "datetime") ?? tree.Attribute(node, "data-published")) is { } stated
                && DateParser.Parse(stated, DateBasis.TimeElement) is { Precision: >= PublicationPrecision.Day } date)
                return date;
        return default;
    }
}
