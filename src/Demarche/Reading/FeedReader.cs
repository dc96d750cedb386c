using System.Collections.Immutable;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Demarche.Documents;

namespace Demarche.Reading;

/// <summary>RSS 0.9 to 2.0, Atom and JSON Feed: one entry, one article.</summary>
sealed class FeedReader(PageReader pages, PlainTextReader texts)
{
    static readonly XmlReaderSettings Settings = new()
    {
        // No document type: no entities that grow, none that reach for files.
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        CheckCharacters = false,
        MaxCharactersFromEntities = 0,
    };

    public IEnumerable<ReadOutcome> Read(InputName name, byte[] bytes, ReadOptions options)
    {
        XDocument document;
        try
        {
            using var reader = XmlReader.Create(new StringReader(TextDecoder.Decode(bytes).TrimStart('\uFEFF', ' ', '\n', '\r', '\t')), Settings);
            document = XDocument.Load(reader);
        }
        catch (XmlException problem)
        {
            throw new UnreadableException("broken XML: " + problem.Message);
        }
        var entries = document.Descendants().Where(element => element.Name.LocalName is "item" or "entry").ToList();
        if (entries.Count == 0)
            throw new UnreadableException("a feed without entries");
        var channel = entries[0].Parent is { Name.LocalName: "channel" or "feed" } parent ? parent : document.Descendants().FirstOrDefault(element => element.Name.LocalName == "channel");
        var feed = new FeedFields(Child(channel, "title"), Child(channel, "language") ?? channel?.Attribute(XNamespace.Xml + "lang")?.Value);
        return entries.Select((entry, i) => ReadRecord(name.Item(i + 1), () => Record(entry, feed), options));
    }

    public static bool IsJsonFeed(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array;

    public List<ReadOutcome> ReadJson(InputName name, JsonElement root, ReadOptions options)
    {
        var feed = new JsonFields(root);
        var outlet = feed.First("title");
        var language = feed.First("language");
        var outcomes = new List<ReadOutcome>();
        var number = 0;
        foreach (var item in root.GetProperty("items").EnumerateArray())
        {
            var fields = new JsonFields(item);
            outcomes.Add(ReadRecord(
                name.Item(++number),
                () =>
                {
                    if (fields.Problem is { } problem)
                        throw new UnreadableException(problem);
                    return ArticleRecord.From(fields, "content_text", "summary") with { Outlet = outlet, Language = fields.First("language") ?? language };
                },
                options));
        }
        return outcomes;
    }

    ReadOutcome ReadRecord(InputName place, Func<ArticleRecord> make, ReadOptions options)
    {
        try
        {
            var record = make();
            return ReadOutcome.Of(record.IsMarkup ? pages.Read(place, record, options) : texts.Read(place, record, options));
        }
        catch (UnreadableException problem)
        {
            return ReadOutcome.Failed(place.Input, problem.Message);
        }
    }

    readonly record struct FeedFields(string? Title, string? Language);

    static ArticleRecord Record(XElement entry, FeedFields feed)
    {
        var content = Child(entry, "encoded") ?? Child(entry, "content") ?? Child(entry, "description") ?? Child(entry, "summary") ?? Child(entry, "title")
            ?? throw new UnreadableException("an entry without content, summary or title");
        var date = Child(entry, "pubDate") ?? Child(entry, "published") ?? Child(entry, "date") ?? Child(entry, "issued") ?? Child(entry, "updated") ?? Child(entry, "modified");
        var authors = entry.Elements().Where(element => element.Name.LocalName is "author" or "creator")
            .SelectMany(element => AuthorNames.Split(Child(element, "name") ?? element.Value));
        return new ArticleRecord
        {
            Id = Child(entry, "guid") ?? Child(entry, "id") ?? entry.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "about")?.Value,
            Url = Child(entry, "link") ?? Link(entry),
            Title = Child(entry, "title") is { } title ? HtmlTree.Parse(title, new ReadLimits()).Text(0) : null,
            Authors = [.. authors.Distinct()],
            Outlet = feed.Title,
            Language = feed.Language,
            Published = date is null ? default : DateParser.Parse(date, DateBasis.Feed),
            Content = content,
            IsMarkup = content.Contains('<', StringComparison.Ordinal) || content.Contains('&', StringComparison.Ordinal),
        };
    }

    static string? Link(XElement entry) =>
        entry.Elements().Where(element => element.Name.LocalName == "link" && element.Attribute("rel")?.Value is null or "alternate")
            .Select(element => element.Attribute("href")?.Value).FirstOrDefault(href => href is not null);

    static string? Child(XElement? parent, string name) =>
        parent?.Elements().FirstOrDefault(element => element.Name.LocalName == name) is { } child
            ? (child.HasElements && name is "content" or "summary" ? string.Concat(child.Nodes()) : child.Value).Trim() is { Length: > 0 } value ? value : null
            : null;
}
