using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Reading.Segments;

/// <summary>Pieces told by the blocks alone: their order, their words, the times they begin with.</summary>
static class BlockSegments
{
    // Two times or headings may stand in any article.
    const int FewestPieces = 3;

    const int FewestWords = 12;

    public static IReadOnlyList<Segment> Of(IReadOnlyList<string> texts, IReadOnlyList<BlockKind?> kinds, string? title, DateOnly? day)
    {
        var segments = new List<Segment>();
        var clocks = Indices(i => kinds[i] is BlockKind.Body or BlockKind.Heading or BlockKind.Dateline or BlockKind.Other && SegmentWords.StartsWithClock(texts[i]));
        var headings = Indices(i => kinds[i] == BlockKind.Heading);
        // The heading right before the first paragraph of all was taken for a label.
        var label = Enumerable.Range(0, kinds.Count).FirstOrDefault(i => kinds[i] == BlockKind.Body) - 1;
        if (headings.Count > 0 && label >= 0 && label < headings[0] && kinds[label] == BlockKind.Other && !Prose.EndsSentence(texts[label]))
            headings.Insert(0, label);
        if (clocks.Count >= FewestPieces)
            segments.AddRange(Between(clocks));
        else if (headings.Count >= FewestPieces && SegmentWords.IsCollection(title))
            segments.AddRange(Between(headings));
        for (var i = 0; i < texts.Count; i++)
            if (SegmentWords.IsNewsFeed(texts[i]))
                i = TakeFeed(i + 1);
        return segments;

        List<int> Indices(Func<int, bool> which) => [.. Enumerable.Range(0, texts.Count).Where(which)];

        IEnumerable<Segment> Between(List<int> starts)
        {
            var last = Enumerable.Range(0, kinds.Count).LastOrDefault(i => kinds[i] == BlockKind.Body, -1);
            for (var n = 0; n < starts.Count; n++)
            {
                var end = n + 1 < starts.Count ? starts[n + 1] : last + 1;
                ImmutableArray<int> blocks = [.. Enumerable.Range(starts[n], Math.Max(0, end - starts[n])).Where(i => kinds[i] is not (null or BlockKind.Teaser or BlockKind.Related or BlockKind.Comment))];
                if (blocks.Sum(i => Prose.Words(texts[i])) >= FewestWords)
                    yield return new Segment(blocks, SegmentWords.Start(texts[starts[n]], day), IsOfPage: true);
            }
        }

        // Each paragraph that follows is a piece, up to the first line that is none. "(Updated: 12:00)" may stand before the first.
        int TakeFeed(int start)
        {
            var i = start;
            for (; i < texts.Count; i++)
            {
                if (Prose.Words(texts[i]) >= FewestWords && Prose.EndsSentence(texts[i]))
                    segments.Add(new Segment([i], SegmentWords.Start(texts[i], null), IsOfPage: false));
                else if (segments.Count > 0 && segments[^1].Blocks[^1] >= start || i > start)
                    break;
            }
            // The headline of a page may be followed by its own article: what is coded there is no news feed.
            var own = segments.Where(segment => !segment.IsOfPage && segment.Blocks[0] >= start).ToList();
            if (own.Count > 0 && Enumerable.Range(0, kinds.Count).All(k => kinds[k] != BlockKind.Body || own.Any(segment => segment.Blocks[0] == k)))
                segments.RemoveAll(own.Contains);
            return i;
        }
    }
}
