using System.Text.RegularExpressions;
using Demarche.Documents;

namespace Demarche.Reading;

/// <summary>
/// When a page was published. Several answers are common (published, updated, the day of a photograph): what is stated for machines comes
/// before what is printed, what is called publication before what is not, and a day in the address settles which of two days is meant.
/// </summary>
static partial class PageDate
{
    // Between a headline and the last line of its byline stand no more elements than this.
    const int HeaderNodes = 120;

    // A piece is planned, and gets its address, some days before it appears.
    const int DraftDays = 14;

    static readonly string[] PublishedNames =
    [
        "article:published_time", "article:published", "og:published_time", "og:article:published_time", "datePublished", "date_published", "publishdate", "publish-date", "publish_date", "pubdate", "publication_date",
        "publication-date", "published", "published_time", "article.published", "published-date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "article:post_date",
        "article_date_original", "dcterms.issued", "dc.date.issued", "displaydate", "citation_publication_date", "citation_date",
        "iso-8601-publish-date", "pdate", "originalpublicationdate", "ptime", "rnews:datePublished", "article:create_time", "dateCreated", "vr:published_time", "shareaholic:article_published_time", "bt:pubDate",
        "article:publication_date",
    ];

    /// <summary>Names that some systems give to the day they wrote the page, not the article: what stands under the heading is surer.</summary>
    static readonly string[] VagueNames =
        ["date", "dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "datecreated", "release_date", "releasedate", "time", "creationdate", "timestamp", "last_published", "video:release_date"];

    static readonly string[] UpdatedNames = ["article:modified_time", "og:updated_time", "dateModified", "article:modified", "dcterms.modified", "lastmod", "last-modified", "modified", "utime", "revised"];

    public static PublicationDate Choose(PageStatements said, string? url, bool monthFirst)
    {
        var inUrl = OfUrl(url);
        var stated = Stated(said, inUrl, monthFirst);
        if (stated.Basis != DateBasis.None)
            return stated;
        if (inUrl.Precision >= PublicationPrecision.Day)
            return inUrl;
        var printed = Printed(said, monthFirst);
        if (printed.Basis != DateBasis.None)
            return printed;
        var updated = Parse(said.Schema.Modified, DateBasis.JsonLd, monthFirst);
        foreach (var name in UpdatedNames)
            if (updated.Basis == DateBasis.None)
                updated = Parse(said.First(name), DateBasis.Meta, monthFirst);
        return updated.Basis != DateBasis.None ? updated : inUrl;
    }

    /// <summary>Where nothing is stated: what the page's scripts hold, or the first day printed near the article. Where UTC was stated: the local day.</summary>
    public static PublicationDate Complete(PublicationDate found, HtmlTree tree, IReadOnlyList<string> near, bool monthFirst)
    {
        if (found.Precision >= PublicationPrecision.Day && !IsUtcNight(found))
            return found;
        var printed = near.Select(line => DateParser.Find(line.Length > 160 ? line[..160] : line, DateBasis.Text, monthFirst)).FirstOrDefault(date => date.Basis != DateBasis.None);
        if (found.Precision >= PublicationPrecision.Day)
            return Local(found, printed);
        var scripted = InScripts(tree, monthFirst);
        return scripted.Basis != DateBasis.None ? scripted : printed.Basis != DateBasis.None ? printed : found;
    }

    static PublicationDate InScripts(HtmlTree tree, bool monthFirst)
    {
        foreach (var node in tree.Nodes)
        {
            if (node.Tag != HtmlTag.Script)
                continue;
            var source = node.Text.AsSpan();
            foreach (var match in InScript().EnumerateMatches(source))
            {
                var value = source.Slice(match.Index, match.Length);
                value = value[(value[..^1].LastIndexOf('"') + 1)..^1];
                if (Parse(value.ToString(), DateBasis.Meta, monthFirst) is { Precision: >= PublicationPrecision.Day } date)
                    return date;
            }
        }
        return default;
    }

    /// <summary>Whether a moment is given in UTC at an hour that is another day in some places.</summary>
    public static bool IsUtcNight(PublicationDate date) =>
        date.Precision == PublicationPrecision.Second && date.Moment!.Value.Offset == TimeSpan.Zero && date.Moment.Value.Hour is >= 19 or <= 12;

    static PublicationDate Stated(PageStatements said, PublicationDate inUrl, bool monthFirst)
    {
        // Of the two, JSON-LD is more often the day a draft was begun.
        var candidates = new List<PublicationDate>();
        foreach (var name in PublishedNames)
            candidates.Add(Parse(said.First(name), DateBasis.Meta, monthFirst));
        candidates.Add(Parse(said.Schema.Published, DateBasis.JsonLd, monthFirst));
        foreach (var line in said.Lines)
            if (line.IsMarked && line.Kind == PageLineKind.Time)
                candidates.Add(Parse(line.Value ?? line.Text, DateBasis.TimeElement, monthFirst));
        if (candidates.TrueForAll(date => date.Precision < PublicationPrecision.Day))
        {
            candidates.Add(UnderHeading(said, monthFirst));
            foreach (var name in VagueNames)
                candidates.Add(Parse(said.First(name), DateBasis.Meta, monthFirst));
        }
        candidates.RemoveAll(date => date.Precision < PublicationPrecision.Day);
        if (candidates.Count == 0)
            return default;
        // A page rebuilt later states the day it was rebuilt; the address keeps the day it was written. Within weeks, the address is that of a draft.
        if (inUrl.Day is { } day && !candidates.Exists(date => Math.Abs(date.Day!.Value.DayNumber - day.DayNumber) <= DraftDays))
            return inUrl;
        return candidates.Find(date => date.Day == inUrl.Day) is { Basis: not DateBasis.None } agreeing ? agreeing : Local(candidates[0], inUrl.Precision >= PublicationPrecision.Day ? inUrl : Printed(said, monthFirst));
    }

    /// <summary>The first time element that follows the main heading closely.</summary>
    static PublicationDate UnderHeading(PageStatements said, bool monthFirst)
    {
        foreach (var line in said.Lines)
            if (said.Heading >= 0 && line.Kind == PageLineKind.Time && !line.IsUpdate && line.Node > said.Heading && line.Node < said.Heading + HeaderNodes
                && Parse(line.Value ?? line.Text, DateBasis.TimeElement, monthFirst) is { Precision: >= PublicationPrecision.Day } date)
                return date;
        return default;
    }

    /// <summary>
    /// Late evening in UTC is the next day in the publisher's place, and early morning the day before: where the page prints or names that
    /// neighbouring day, it is the local one.
    /// </summary>
    static PublicationDate Local(PublicationDate date, PublicationDate printed) =>
        date.Day is { } day && IsUtcNight(date) && printed.Day is { } local && local.DayNumber - day.DayNumber == (date.Moment!.Value.Hour >= 19 ? 1 : -1)
            ? PublicationDate.OfDay(local, date.Basis)
            : date;

    /// <summary>Time elements and lines that are named as dates: the first after the main heading, else the first of all.</summary>
    static PublicationDate Printed(PageStatements said, bool monthFirst)
    {
        PublicationDate before = default, updated = default, near = default;
        foreach (var line in said.Lines)
        {
            if (line.Kind == PageLineKind.Author && !line.Text.Any(char.IsDigit))
                continue;
            var date = line.Kind == PageLineKind.Time
                ? Parse(line.Value, DateBasis.TimeElement, monthFirst) is { Precision: >= PublicationPrecision.Day } machine ? machine : Parse(line.Text, DateBasis.TimeElement, monthFirst)
                : DateParser.Find(line.Text, DateBasis.Text, monthFirst);
            if (date.Precision < PublicationPrecision.Day)
                continue;
            if (line.IsUpdate)
                updated = updated.Basis == DateBasis.None ? date : updated;
            else if (line.Node > said.Heading && (line.Kind == PageLineKind.Time || line.Node > said.Heading + HeaderNodes))
                return near.Basis != DateBasis.None && line.Node > said.Heading + HeaderNodes ? near : date;
            else if (line.Node > said.Heading)
                near = near.Basis == DateBasis.None ? date : near;
            else
                before = before.Basis == DateBasis.None || said.Heading >= 0 ? date : before;
        }
        return near.Basis != DateBasis.None ? near : before.Basis != DateBasis.None ? before : updated;
    }

    static PublicationDate Parse(string? value, DateBasis basis, bool monthFirst) =>
        value is null ? default
        : DateParser.Parse(value, basis) is { Basis: not DateBasis.None } date && !(monthFirst && Slashes().IsMatch(value)) ? date
        : DateParser.Find(value, basis, monthFirst);

    /// <summary>"/2024/03/01/", "/2024-03-01-", "/20240301": a day, or a month where no more stands there.</summary>
    static PublicationDate OfUrl(string? url)
    {
        if (url is null)
            return default;
        var match = InUrl().Match(url);
        return !match.Success ? default : DateParser.Parse(match.Groups["y"].Value + "-" + match.Groups["m"].Value + (match.Groups["d"].Success ? "-" + match.Groups["d"].Value : ""), DateBasis.Url);
    }

    [GeneratedRegex(@"[/_=-](?<y>(?:19|20)\d{2})(?:(?<s>[/_.-])(?<m>0?[1-9]|1[0-2])(?:[/_.-](?<d>0?[1-9]|[12]\d|3[01])(?!\d))?(?=[/_.?&-]|$)|(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])(?!\d))")]
    private static partial Regex InUrl();

    [GeneratedRegex(@"""(?:date[_-]?[Pp]ublished|[Pp]ublish(?:ed)?[_-]?(?:[Aa]t|[Dd]ate|[Tt]ime|[Oo]n)?|pub[_-]?[Dd]ate|publication[_-]?[Dd]ate|[Cc]reated[_-]?[Aa]t|date)""\s*:\s*""[^""<>\\]{8,40}""")]
    private static partial Regex InScript();

    [GeneratedRegex(@"^\s*\d{1,2}/\d{1,2}/\d{4}")]
    private static partial Regex Slashes();
}
