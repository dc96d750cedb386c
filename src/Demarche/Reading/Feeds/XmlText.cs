using System.Net;
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
    public static XmlReader Open(string text)
    {
        if (Entity().Matches(text).Any(match => match.Groups["entity"].Success))
            throw new UnreadableException("it declares XML entities, which are refused: they can grow without end or reach for files");
        return XmlReader.Create(new StringReader(Reference().Replace(text.TrimStart('\uFEFF', ' ', '\n', '\r', '\t'), Readable)), Settings);
    }

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

    // RSS 0.91 had the entities of HTML by its document type, and many feeds write an "&" as it is.
    static string Readable(Match match)
    {
        if (match.Value[0] == '<')
            return match.Value;
        if (!match.Groups["name"].Success)
            return "&amp;";
        var name = match.Groups["name"].Value;
        if (name[0] == '#' || name is "amp" or "lt" or "gt" or "quot" or "apos")
            return match.Value;
        var character = WebUtility.HtmlDecode(match.Value);
        return character == match.Value ? "&amp;" + match.Value[1..] : character;
    }

    // Anywhere outside of CDATA: a document type may come after comments, and comments are no reason to search with more care.
    [GeneratedRegex(@"<!\[CDATA\[[\s\S]*?\]\]>|(?<entity><!ENTITY\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Entity();

    // CDATA is matched whole and left alone: references in it are of another layer.
    [GeneratedRegex(@"<!\[CDATA\[[\s\S]*?\]\]>|&(?<name>#?\w{1,32});|&")]
    private static partial Regex Reference();
}
