using System.Collections.Immutable;
using System.Text;
using Demarche.Documents;
using Demarche.Reading.Segments;

namespace Demarche.Reading;

/// <summary>Web pages: the blocks of the tree, what each is for, and what the page says about itself.</summary>
sealed class PageReader(ArticleMaker maker, PageClassifier classifier, ZoneWords zones, TextCues cues)
{
    /// <summary>The article of the page, and the pieces on it where they are asked for.</summary>
    public IEnumerable<Article> Read(InputName name, string html, ReadOptions options) => maker.MakeAll(Draft(name, html, options.Origin?.Url, options), options);

    public Article Read(InputName name, ArticleRecord record, ReadOptions options)
    {
        var draft = Draft(name, record.Content, record.Url, options);
        return maker.Make(record.Over(draft), options);
    }

    ArticleDraft Draft(InputName name, string html, string? address, ReadOptions options)
    {
        var tree = HtmlTree.Parse(html, options.Limits);
        var names = new PageNames(tree, zones);
        var metadata = PageMetadata.Of(tree, names, address);
        var page = PageBlocks.Of(tree);
        var reading = classifier.Classify(tree, page, metadata.Title, names);
        var kinds = reading.Kinds;
        var near = metadata.IsComplete && metadata.Modified.Basis != DateBasis.None ? [] : Near(page, reading, metadata.Title);
        if (!metadata.IsComplete)
            metadata = metadata.WithText(tree, near, Inside(page, kinds), cues);
        metadata = metadata.WithByline(PrintedAbove(page, kinds), cues).WithDates(near, address, cues);
        List<string> texts = options.Split ? [.. Enumerable.Range(0, page.Count).Select(i => page.TextOf(i).ToString())] : [];
        var segments = options.Split ? Segments(tree, page, kinds, texts, metadata) : [];
        BlockKind?[] whole = [.. kinds];
        SegmentDrafts.Remove(segments, kinds);
        var text = new StringBuilder();
        var blocks = ImmutableArray.CreateBuilder<Block>();
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] is not { } kind)
                continue;
            if (text.Length > 0)
                text.Append("\n\n");
            var start = text.Length;
            text.Append(page.Text, page[i].Start, page[i].Length);
            blocks.Add(new Block(kind, new TextSpan(start, text.Length)));
        }
        var draft = new ArticleDraft
        {
            Name = name,
            Url = metadata.Url,
            Title = metadata.Title,
            Authors = metadata.Authors,
            Outlet = metadata.Outlet,
            Published = metadata.Published,
            Modified = metadata.Modified,
            Section = metadata.Section,
            Country = metadata.Said.Schema.Country,
            Conflicts = metadata.Conflicts,
            Language = metadata.Language,
            Text = ArticleMaker.Clean(text.ToString()),
            Blocks = blocks.ToImmutable(),
        };
        return draft with { Pieces = SegmentDrafts.Of(draft, segments, texts, whole) };
    }

    static IReadOnlyList<Segment> Segments(HtmlTree tree, PageBlocks page, BlockKind?[] kinds, List<string> texts, PageMetadata metadata) =>
        TreeSegments.Of(tree, page, kinds, texts, metadata.Published.Day) is { Count: > 0 } pieces ? pieces : BlockSegments.Of(texts, kinds, metadata.Title, metadata.Published.Day);

    /// <summary>Bylines and datelines among the paragraphs.</summary>
    static List<string> Inside(PageBlocks page, BlockKind?[] kinds)
    {
        var inside = new List<string>();
        for (int i = Array.IndexOf(kinds, BlockKind.Body) + 1, last = Array.LastIndexOf(kinds, BlockKind.Body); i < last; i++)
            if (kinds[i] is BlockKind.Dateline or BlockKind.Byline)
                inside.Add(page.TextOf(i).ToString());
        return inside;
    }

    /// <summary>The last lines before the first paragraph, nearest first.</summary>
    static IEnumerable<string> PrintedAbove(PageBlocks page, BlockKind?[] kinds)
    {
        const int Lines = 3, Longest = 60;
        for (int first = Array.IndexOf(kinds, BlockKind.Body), i = first - 1; i >= Math.Max(0, first - Lines); i--)
            if (page[i].Length <= Longest)
                yield return page.TextOf(i).ToString();
    }

    /// <summary>The blocks where pages print who and when: upwards from the first paragraph, that paragraph, then downwards from the last.</summary>
    static List<string> Near(PageBlocks page, PageReading reading, string? title)
    {
        const int Before = 24, After = 8, Longest = 240;
        var kinds = reading.Kinds;
        var first = Array.IndexOf(kinds, BlockKind.Body);
        var last = Array.LastIndexOf(kinds, BlockKind.Body);
        List<string> near = [], elsewhere = [];
        if (first < 0)
            return near;
        for (var i = first - 1; i >= Math.Max(0, first - Before); i--)
            Add(i);
        near.Add(page.TextOf(first)[..Math.Min(page[first].Length, 80)].ToString());
        for (var i = last + 1; i < Math.Min(page.Count, last + 1 + After) && !PageWords.HeadsComments(page.TextOf(i)); i++)
            Add(i);
        for (var i = 0; i < first - Before; i++)
            Add(i);
        if (title is not null)
            near.Add(title);
        near.AddRange(elsewhere);
        return near;

        void Add(int i)
        {
            if (page[i].Length > Longest || kinds[i] is BlockKind.Teaser or BlockKind.Related or BlockKind.Comment)
                return;
            // "Author:" on a line of its own belongs to the next.
            var label = i > 0 && page[i - 1].Length < 20 && PageAuthors.IsLabel(page.TextOf(i - 1)) ? page.TextOf(i - 1).TrimEnd(": ").ToString() + ": " : "";
            (reading.IsElsewhere(i) ? elsewhere : near).Add(label + page.TextOf(i).ToString());
        }
    }
}
