using System.Collections.Immutable;
using System.Text;
using System.Xml;

namespace Demarche.Reading.Feeds;

/// <summary>A feed as a list names it.</summary>
/// <param name="Folder">Where it stands in the list, outermost first, joined by "/"; empty at the top.</param>
public sealed record FeedOutline(string Address, string? Title, string Folder);

/// <summary>Lists of feeds: OPML, or one address a line with <c>#</c> comments.</summary>
public static class FeedList
{
    const int MostFeeds = 100_000;

    /// <summary>The feeds of a list, in its order; throws <see cref="UnreadableException"/> where it is none, naming the line.</summary>
    public static ImmutableArray<FeedOutline> Read(string text)
    {
        var feeds = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith('<') ? XmlText.Parse(text, Outlines) : Lines(text);
        return feeds.Count == 0 ? throw new UnreadableException("a list without feeds") : [.. feeds.DistinctBy(feed => feed.Address)];
    }

    /// <summary>The list as OPML 2.0, for other readers.</summary>
    public static string Write(IEnumerable<FeedOutline> feeds)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true, CheckCharacters = false }))
        {
            xml.WriteStartElement("opml");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteStartElement("head");
            xml.WriteElementString("title", "Feeds");
            xml.WriteEndElement();
            xml.WriteStartElement("body");
            foreach (var folder in feeds.GroupBy(feed => feed.Folder))
            {
                var names = folder.Key.Split('/', StringSplitOptions.RemoveEmptyEntries);
                foreach (var name in names)
                {
                    xml.WriteStartElement("outline");
                    xml.WriteAttributeString("text", name);
                }
                foreach (var feed in folder)
                {
                    xml.WriteStartElement("outline");
                    xml.WriteAttributeString("type", "rss");
                    xml.WriteAttributeString("text", feed.Title ?? feed.Address);
                    xml.WriteAttributeString("xmlUrl", feed.Address);
                    xml.WriteEndElement();
                }
                foreach (var _ in names)
                    xml.WriteEndElement();
            }
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text + "\n";
    }

    static List<FeedOutline> Outlines(XmlReader xml)
    {
        var feeds = new List<FeedOutline>();
        var folders = new Stack<string>();
        while (xml.Read() && feeds.Count < MostFeeds)
        {
            if (xml.LocalName != "outline")
                continue;
            if (xml.NodeType == XmlNodeType.EndElement)
            {
                folders.TryPop(out _);
                continue;
            }
            var title = xml.GetAttribute("title") ?? xml.GetAttribute("text");
            var address = xml.GetAttribute("xmlUrl") ?? xml.GetAttribute("xmlurl");
            if (address is not null)
                feeds.Add(new FeedOutline(Checked(address.Trim(), null), title, string.Join('/', folders.Reverse().Where(name => name.Length > 0))));
            if (!xml.IsEmptyElement)
                folders.Push(address is null ? (title ?? "").Replace('/', ' ').Trim() : "");
        }
        return feeds;
    }

    static List<FeedOutline> Lines(string text)
    {
        var feeds = new List<FeedOutline>();
        var number = 0;
        foreach (var line in text.EnumerateLines())
        {
            number++;
            var address = line.Trim();
            if (address.IsEmpty || address[0] == '#')
                continue;
            feeds.Add(new FeedOutline(Checked(address.ToString(), number), null, ""));
        }
        return feeds;
    }

    static string Checked(string address, int? line) => WebAddress.IsWeb(address)
        ? address
        : throw new UnreadableException((line is null ? "" : $"line {line}: ")
            + (WebAddress.Refusal(address) ?? $"'{(address.Length > 60 ? address[..60] : address)}' is no address; expected one a line, like https://example.org/feed.xml"));
}
