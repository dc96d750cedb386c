using System.Text.RegularExpressions;
using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Reading.Archives;
using Demarche.Reading.Feeds;

namespace Demarche.Reading;

/// <summary>
/// Turns the bytes of pages, feeds, tables, texts and archives into articles, one at a time and in order. What cannot be read becomes
/// a <see cref="ReadFailure"/>; nothing a document holds makes this throw.
/// </summary>
public sealed class ArticleReader
{
    readonly PageReader pages;
    readonly PlainTextReader texts;
    readonly FeedReader feeds;
    readonly RecordReader records;

    ArticleReader(LanguageIdentifier languages, OutletStates states, TextCues cues, ZoneWords zones)
    {
        var maker = new ArticleMaker(languages, states);
        texts = new PlainTextReader(maker, cues);
        pages = new PageReader(maker, new PageClassifier(cues), zones, cues);
        feeds = new FeedReader(pages, texts);
        records = new RecordReader(pages, texts, feeds);
    }

    public static ArticleReader Load(DataFolder data) => new(LanguageIdentifier.Load(data), OutletStates.Load(data), TextCues.Load(data), ZoneWords.Load(data));

    /// <summary>Reads one input to its end, lazily; the stream stays the caller's.</summary>
    public IEnumerable<ReadOutcome> Read(string inputName, Stream bytes, ReadOptions options) =>
        Guard(InputName.Of(inputName), () => Read(InputName.Of(inputName), new PeekStream(bytes), options, depth: 0));

    /// <summary>Reads what a server answered, lazily. Its address is its name and its id.</summary>
    public IEnumerable<ReadOutcome> Read(WebDocument document, ReadOptions options) =>
        Read(new InputName(document.Url, document.Url), document, options, depth: 0);

    IEnumerable<ReadOutcome> Read(InputName name, WebDocument document, ReadOptions options, int depth)
    {
        var origin = (options.Origin ?? new DocumentOrigin()) with { Url = document.Url, Charset = document.Charset, Seen = document.Seen.Basis == DateBasis.None ? options.Origin?.Seen ?? default : document.Seen };
        return Guard(name, () => Read(name, new PeekStream(new MemoryStream(document.Body.ToArray(), writable: false)), options with { Origin = origin }, depth));
    }

    IEnumerable<ReadOutcome> Read(InputName name, PeekStream bytes, ReadOptions options, int depth)
    {
        var kind = InputKinds.Of(bytes.Peek(InputKinds.PeekBytes));
        switch (kind)
        {
            case InputKind.Empty:
                return [ReadOutcome.Failed(name.Input, "the input is empty")];
            case InputKind.Gzip or InputKind.Zip or InputKind.Warc when depth >= options.Limits.ArchiveDepth:
                return [ReadOutcome.Failed(name.Input, $"archives nested more than {options.Limits.ArchiveDepth} deep")];
            case InputKind.Gzip:
                return Read(name, new PeekStream(GzipSource.Open(bytes, options.Limits)), options, depth + 1);
            case InputKind.Zip:
                return ReadZip(name, bytes, options, depth);
            case InputKind.Warc:
                return WarcReader.Read(name, bytes, options.Limits, (place, document) => Read(place, document, options, depth + 1));
            case InputKind.Json:
                return records.ReadJson(name, bytes, options);
            case InputKind.Table:
                return records.ReadTable(name, bytes, options);
            case InputKind.Feed:
                return feeds.Read(name, Text(bytes, options), options);
            case InputKind.Sitemap:
                return feeds.ReadSitemap(name, Text(bytes, options), options);
            case InputKind.FeedList:
                return [ReadOutcome.Failed(name.Input, "a list of feeds, not a feed; 'demarche watch' takes it")];
            case InputKind.Pdf:
                return texts.Read(name, PdfText.Extract(bytes.ReadAll(options.Limits.DocumentBytes)), options).Select(ReadOutcome.Of);
            case InputKind.Html:
                return pages.Read(name, Text(bytes, options), options).Select(ReadOutcome.Of);
            default:
                return texts.Read(name, Text(bytes, options), options).Select(ReadOutcome.Of);
        }
    }

    static string Text(PeekStream bytes, ReadOptions options) => TextDecoder.Decode(bytes.ReadAll(options.Limits.DocumentBytes), options.Origin?.Charset);

    IEnumerable<ReadOutcome> ReadZip(InputName name, PeekStream bytes, ReadOptions options, int depth)
    {
        using var archive = ZipMembers.Open(bytes, options.Limits);
        foreach (var entry in archive.Entries)
        {
            if (entry.FullName.EndsWith('/'))
                continue;
            var member = name.Inside(entry.FullName);
            if (ZipMembers.Problem(entry) is { } problem)
            {
                yield return ReadOutcome.Failed(member.Input, problem);
                continue;
            }
            var outcomes = Guard(member, () =>
                Read(member, new PeekStream(new BoundedStream(entry.Open(), () => entry.CompressedLength, options.Limits)), options, depth + 1));
            foreach (var outcome in outcomes)
                yield return outcome;
        }
    }

    /// <summary>The outcomes, up to the first thing that cannot be read, which becomes the last outcome.</summary>
    static IEnumerable<ReadOutcome> Guard(InputName name, Func<IEnumerable<ReadOutcome>> read)
    {
        IEnumerator<ReadOutcome>? outcomes = null;
        try
        {
            for (var failed = false; !failed;)
            {
                ReadOutcome outcome;
                try
                {
                    outcomes ??= read().GetEnumerator();
                    if (!outcomes.MoveNext())
                        yield break;
                    outcome = outcomes.Current;
                }
                catch (UnreadableException problem)
                {
                    outcome = ReadOutcome.Failed(name.Input, problem.Message);
                    failed = true;
                }
                catch (RegexMatchTimeoutException problem)
                {
                    outcome = ReadOutcome.Failed(name.Input, $"a line of it takes over {problem.MatchTimeout.TotalSeconds:0} s to search; no news is written like that");
                    failed = true;
                }
                // InvalidOperationException: names of JSON fields that are no text, which the parser refuses when they are asked for.
                catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException or InvalidOperationException)
                {
                    outcome = ReadOutcome.Failed(name.Input, "cannot be read: " + problem.Message);
                    failed = true;
                }
                yield return outcome;
            }
        }
        finally
        {
            outcomes?.Dispose();
        }
    }
}
