using System.Collections.Immutable;
using System.Text.Json;
using System.Xml.Linq;
using Demarche.Documents;

namespace Demarche.Reading.Feeds;

/// <summary>RSS 0.9 to 2.0, Atom and JSON Feed: one entry, one article.</summary>
sealed class FeedReader(PageReader pages, PlainTextReader texts)
{
    public IEnumerable<ReadOutcome> Read(InputName name, string text, ReadOptions options)
    {
        var document = XmlText.Parse(text, XDocument.Load);
        var entries = document.Descendants().Where(element => element.Name.LocalName is "item" or "entry").ToList();
        if (entries.Count == 0)
            throw new UnreadableException("a feed without entries");
        var channel = entries[0].Parent is { Name.LocalName: "channel" or "feed" } parent ? parent : document.Descendants().FirstOrDefault(element => element.Name.LocalName == "channel");
        var feed = new FeedFields(Child(channel, "title"), Child(channel, "language") ?? channel?.Attribute(XNamespace.Xml + "lang")?.Value);
        return entries.Select((entry, i) => ReadRecord(name.Item(i + 1), () => Record(entry, feed, options), options));
    }

    /// <summary>
    /// A news sitemap names, dates and heads its articles, and so each entry is a short article, as it is in a feed. Other sitemaps only
    /// list addresses, and reading fetches nothing that a document names.
    /// </summary>
    public IEnumerable<ReadOutcome> ReadSitemap(InputName name, string text, ReadOptions options)
    {
        var number = 0;
        var silent = new List<SitemapEntry>();
        foreach (var entry in Sitemap.Read(text))
        {
            number++;
            if (entry.Title is null)
                silent.Add(entry);
            else
                yield return ReadRecord(name.Item(number), () => Record(entry), options);
        }
        if (silent.Count > 0)
            yield return ReadOutcome.Failed(name.Input, Describe(silent));
        else if (number == 0)
            yield return ReadOutcome.Failed(name.Input, "a sitemap without entries");
    }

    static ArticleRecord Record(SitemapEntry entry) => new()
    {
        Id = entry.Location,
        Url = entry.Location,
        Title = entry.Title,
        Outlet = entry.Outlet,
        Language = entry.Language,
        Published = entry.Published,
        Content = entry.Title!,
    };

    static string Describe(List<SitemapEntry> entries)
    {
        const int Shown = 3;
        var first = string.Join(", ", entries.Take(Shown).Select(entry => entry.Location)) + (entries.Count > Shown ? ", ..." : "");
        return entries[0].IsSitemap
            ? $"a list of {entries.Count} sitemaps, which are not fetched ({first}); name them, or give this one to 'demarche watch'"
            : $"{entries.Count} addresses without a text, which are not fetched ({first}); name them, or give the sitemap to 'demarche watch'";
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

    static ArticleRecord Record(XElement entry, FeedFields feed, ReadOptions options)
    {
        var content = Child(entry, "encoded") ?? Child(entry, "content") ?? Child(entry, "description") ?? Child(entry, "summary") ?? Child(entry, "title")
            ?? throw new UnreadableException("an entry without content, summary or title");
        var date = Child(entry, "pubDate") ?? Child(entry, "published") ?? Child(entry, "date") ?? Child(entry, "issued") ?? Child(entry, "updated") ?? Child(entry, "modified");
        var authors = entry.Elements().Where(element => element.Name.LocalName is "author" or "creator")
            .SelectMany(element => AuthorNames.Split(Child(element, "name") ?? element.Value));
        return new ArticleRecord
        {
            Id = Child(entry, "guid") ?? Child(entry, "id") ?? entry.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "about")?.Value,
            Url = Address(entry, options.Origin?.Url),
            Title = Child(entry, "title") is { } title ? HtmlTree.Parse(title, options.Limits).Text(0) : null,
            Authors = [.. authors.Distinct()],
            Outlet = feed.Title,
            Language = feed.Language,
            Published = date is null ? default : DateParser.Parse(date, DateBasis.Feed),
            Modified = (Child(entry, "updated") ?? Child(entry, "modified")) is { } modified ? DateParser.Parse(modified, DateBasis.Feed) : default,
            Section = Child(entry, "category"),
            Content = content,
            IsMarkup = content.Contains('<', StringComparison.Ordinal) || content.Contains('&', StringComparison.Ordinal),
        };
    }

    /// <summary>Where the entry leads; null where that is no place on the web.</summary>
    static string? Address(XElement entry, string? feed)
    {
        var link = Child(entry, "link")
            ?? entry.Elements().Where(element => element.Name.LocalName == "link" && element.Attribute("rel")?.Value is null or "alternate")
                .Select(element => element.Attribute("href")?.Value).FirstOrDefault(href => href is not null)
            ?? (entry.Elements().FirstOrDefault(element => element.Name.LocalName == "guid") is { } guid && guid.Attribute("isPermaLink")?.Value != "false" ? guid.Value : null);
        return link is null ? null : WebAddress.Of(link.Trim(), feed);
    }

    static string? Child(XElement? parent, string name) =>
        parent?.Elements().FirstOrDefault(element => element.Name.LocalName == name) is { } child
            ? (child.HasElements && name is "content" or "summary" ? string.Concat(child.Nodes()) : child.Value).Trim() is { Length: > 0 } value ? value : null
            : null;
}
