using System.Collections.Immutable;
using System.Text;
using Demarche.Documents;

namespace Demarche.Reading.Segments;

/// <summary>Makes drafts of pieces.</summary>
static class SegmentDrafts
{
    /// <summary>The pieces as articles of their own. What a piece does not say is the page's, but not its day if the piece stands beside it.</summary>
    /// <param name="page">The page that holds them.</param>
    public static ImmutableArray<ArticleDraft> Of(ArticleDraft page, IReadOnlyList<Segment> segments, IReadOnlyList<string> texts, IReadOnlyList<BlockKind?> kinds) =>
        [.. segments.Select((segment, number) => Draft(page, segment, number + 1, texts, kinds))];

    /// <summary>Takes the pieces out of the page: their text stays on it, as that of others.</summary>
    public static void Remove(IReadOnlyList<Segment> segments, BlockKind?[] kinds)
    {
        foreach (var block in segments.SelectMany(segment => segment.Blocks))
            kinds[block] = BlockKind.Teaser;
    }

    static ArticleDraft Draft(ArticleDraft page, Segment segment, int number, IReadOnlyList<string> texts, IReadOnlyList<BlockKind?> kinds)
    {
        var text = new StringBuilder();
        var blocks = ImmutableArray.CreateBuilder<Block>();
        string? title = null;
        foreach (var i in segment.Blocks)
        {
            var mayBeTitle = title is null && blocks.All(block => block.Kind != BlockKind.Body);
            var kind = KindOf(kinds[i]!.Value, texts[i], mayBeTitle);
            title ??= kind == BlockKind.Title ? texts[i] : null;
            if (text.Length > 0)
                text.Append("\n\n");
            var start = text.Length;
            text.Append(texts[i]);
            blocks.Add(new Block(kind, new TextSpan(start, text.Length)));
        }
        return page with
        {
            Name = page.Name.Item(number),
            Id = null,
            Title = title,
            Authors = segment.IsOfPage ? page.Authors : [],
            Published = segment.Published.Basis != DateBasis.None ? segment.Published : segment.IsOfPage ? page.Published : default,
            Text = ArticleMaker.Clean(text.ToString()),
            Blocks = blocks.ToImmutable(),
            Pieces = [],
        };
    }

    static BlockKind KindOf(BlockKind kind, string text, bool mayBeTitle) => kind switch
    {
        BlockKind.Other when mayBeTitle && Prose.Words(text) > 2 && !Prose.EndsSentence(text) => BlockKind.Title,
        BlockKind.Heading or BlockKind.Title => mayBeTitle ? BlockKind.Title : BlockKind.Heading,
        BlockKind.Teaser or BlockKind.Related => Prose.EndsSentence(text) ? BlockKind.Body : mayBeTitle ? BlockKind.Title : BlockKind.Related,
        _ => kind,
    };
}
