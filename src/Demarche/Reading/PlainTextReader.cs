using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Reading.Segments;

namespace Demarche.Reading;

/// <summary>
/// Plain text, also a page copied with its chrome: no tags to go by, so the lines themselves, their order and what they repeat tell
/// the article from what stands around it.
/// </summary>
sealed class PlainTextReader(ArticleMaker maker, TextCues cues)
{
    /// <summary>The article of the text, and the pieces in it where they are asked for.</summary>
    public IEnumerable<Article> Read(InputName name, string text, ReadOptions options) => maker.MakeAll(Draft(name, text, title: null, options), options);

    public Article Read(InputName name, ArticleRecord record, ReadOptions options)
    {
        var draft = Draft(name, record.Content, record.Title, options);
        return maker.Make(record.Over(draft), options);
    }

    ArticleDraft Draft(InputName name, string text, string? title, ReadOptions options)
    {
        text = ArticleMaker.Clean(text);
        if (!options.WholeTexts)
            text = Hyphenation.Join(text);
        var dump = new TextDump(text, TextLines.Split(text), cues);
        var kinds = dump.Classify();
        if (kinds.Length == 0)
            throw new UnreadableException("the input holds no text");
        List<string> texts = options.Split ? [.. dump.Lines.Select(line => line.Of(text))] : [];
        BlockKind?[] whole = [.. kinds];
        var segments = options.Split ? BlockSegments.Of(texts, whole, title ?? dump.Title, dump.Published.Day) : [];
        foreach (var block in segments.SelectMany(segment => segment.Blocks))
            kinds[block] = BlockKind.Teaser;
        var draft = new ArticleDraft
        {
            Name = name,
            Title = title ?? dump.Title,
            Authors = dump.Authors,
            Outlet = dump.Outlet,
            Published = dump.Published,
            Text = text,
            Blocks = [.. kinds.Select((kind, i) => new Block(options.WholeTexts ? BlockKind.Body : kind, dump.Lines[i]))],
        };
        return draft with { Pieces = SegmentDrafts.Of(draft, segments, texts, whole) };
    }
}
