using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Demarche.Reading.Feeds;

/// <summary>XML as feeds send it: hostile or careless, never with entities of its own.</summary>
static partial class XmlText
{
    static readonly XmlReaderSettings Settings = new()
    {
        // No document type: no entities that grow, none that reach for files.
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        CheckCharacters = false,
        MaxCharactersFromEntities = 0,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>A reader at the start of the document; throws <see cref="UnreadableException"/> where it declares entities.</summary>
    public static XmlReader Open(string text) => XmlReader.Create(new StringReader(Readable(text.TrimStart('\uFEFF', ' ', '\n', '\r', '\t'))), Settings);

    /// <summary>Does the work, with what is wrong with the XML as <see cref="UnreadableException"/>.</summary>
    public static T Parse<T>(string text, Func<XmlReader, T> work)
    {
        try
        {
            using var reader = Open(text);
            return work(reader);
        }
        catch (XmlException problem)
        {
            throw new UnreadableException("broken XML: " + problem.Message);
        }
    }

    // CDATA is left alone: references in it are of another layer. One that never ends is none.
    static string Readable(string text)
    {
        const string Open = "<![CDATA[", Close = "]]>";
        var readable = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf(Open, at, StringComparison.Ordinal);
            var close = open < 0 ? -1 : text.IndexOf(Close, open, StringComparison.Ordinal);
            var outside = text[at..(close < 0 ? text.Length : open)];
            // A document type may come after comments, and comments are no reason to search with more care.
            if (Entity().IsMatch(outside))
                throw new UnreadableException("it declares XML entities, which are refused: they can grow without end or reach for files");
            readable.Append(Reference().Replace(outside, Readable));
            at = close < 0 ? text.Length : close + Close.Length;
            if (close >= 0)
                readable.Append(text, open, at - open);
        }
        return readable.ToString();
    }

    // RSS 0.91 had the entities of HTML by its document type, and many feeds write an "&" as it is.
    static string Readable(Match match)
    {
        if (!match.Groups["name"].Success)
            return "&amp;";
        var name = match.Groups["name"].Value;
        if (name[0] == '#' || name is "amp" or "lt" or "gt" or "quot" or "apos")
            return match.Value;
        var character = WebUtility.HtmlDecode(match.Value);
        return character == match.Value ? "&amp;" + match.Value[1..] : character;
    }

    [GeneratedRegex(@"<!ENTITY\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Entity();

    [GeneratedRegex(@"&(?<name>#?\w{1,32});|&", RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Reference();
}
