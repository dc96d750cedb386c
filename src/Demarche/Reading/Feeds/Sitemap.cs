using System.Xml;
using Demarche.Documents;

namespace Demarche.Reading.Feeds;

/// <summary>One line of a sitemap.</summary>
/// <param name="IsSitemap">Whether it leads to a further sitemap.</param>
/// <param name="Title">Of a news sitemap; null in others.</param>
public sealed record SitemapEntry(string Location, bool IsSitemap, string? Title, string? Outlet, string? Language, PublicationDate Published)
{
    /// <summary>When what it leads to was last changed, as far as known.</summary>
    public DateTimeOffset? Changed { get; init; }
}

/// <summary>Sitemaps (sitemaps.org 0.9), lists of sitemaps, and the news extension, read an entry at a time.</summary>
public static class Sitemap
{
    // The protocol allows 50,000.
    const int MostEntries = 100_000;

    /// <summary>Throws <see cref="UnreadableException"/> for what is no sitemap.</summary>
    public static IReadOnlyList<SitemapEntry> Read(string text) => XmlText.Parse(text, Entries);

    static List<SitemapEntry> Entries(XmlReader xml)
    {
        var entries = new List<SitemapEntry>();
        var fields = new Dictionary<string, string>();
        var isSitemap = false;
        string? field = null;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                if (xml.LocalName is "url" or "sitemap")
                {
                    fields.Clear();
                    isSitemap = xml.LocalName == "sitemap";
                }
                // The images and videos of a page have titles and places of their own.
                field = xml.IsEmptyElement || xml.NamespaceURI.Contains("image", StringComparison.Ordinal) || xml.NamespaceURI.Contains("video", StringComparison.Ordinal) ? null : xml.LocalName;
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && field is not null)
            {
                fields[field] = fields.GetValueOrDefault(field) + xml.Value;
            }
            else if (xml.NodeType == XmlNodeType.EndElement)
            {
                field = null;
                if (xml.LocalName is not ("url" or "sitemap") || Entry(fields, isSitemap) is not { } entry)
                    continue;
                if (entries.Count == MostEntries)
                    throw new UnreadableException($"a sitemap of more than {MostEntries:N0} entries");
                entries.Add(entry);
            }
        }
        return entries;
    }

    static SitemapEntry? Entry(Dictionary<string, string> fields, bool isSitemap) =>
        fields.GetValueOrDefault("loc")?.Trim() is { } location && WebAddress.IsWeb(location)
            ? new SitemapEntry(location, isSitemap, Value(fields, "title"), Value(fields, "name"), Value(fields, "language"), DateParser.Parse(Value(fields, "publication_date") ?? "", DateBasis.Feed))
            {
                Changed = DateParser.Parse(Value(fields, "lastmod") ?? "", DateBasis.Feed).Moment,
            }
            : null;

    static string? Value(Dictionary<string, string> fields, string name) => fields.GetValueOrDefault(name)?.Trim() is { Length: > 0 } value ? value : null;
}
