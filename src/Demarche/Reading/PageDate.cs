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

    // A byline that is sure to belong to it is nearer, above or below.
    const int NearNodes = 60;

    // A line that holds little more than a date, and the longest way to write one.
    const int ShortLine = 60, LongestDate = 50;

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

    public static (PublicationDate Date, DateTrust Trust) Choose(PageStatements said, string? url, bool monthFirst)
    {
        var inUrl = OfUrl(url);
        var (stated, trust) = Stated(said, inUrl, monthFirst);
        if (stated.Basis != DateBasis.None)
            return (stated, trust);
        if (inUrl.Precision >= PublicationPrecision.Day)
            return (inUrl, DateTrust.Stated);
        var (printed, place) = Best(said, monthFirst, elsewhere: false, worst: int.MaxValue);
        if (printed.Basis != DateBasis.None)
            return (printed, place <= JustBefore ? DateTrust.Stated : DateTrust.Weak);
        var updated = StatedUpdate(said, monthFirst);
        return (updated.Basis != DateBasis.None ? updated : inUrl, DateTrust.Weak);
    }

    static PublicationDate StatedUpdate(PageStatements said, bool monthFirst)
    {
        var updated = Parse(said.Schema.Modified, DateBasis.JsonLd, monthFirst);
        foreach (var name in UpdatedNames)
            if (updated.Basis == DateBasis.None)
                updated = Parse(said.First(name), DateBasis.Meta, monthFirst);
        return updated;
    }

    /// <summary>When the page says it was last changed: JSON-LD, then meta elements, then time elements that are called so.</summary>
    public static PublicationDate Modified(PageStatements said, bool monthFirst)
    {
        var stated = StatedUpdate(said, monthFirst);
        foreach (var line in said.Lines)
            if (stated.Precision < PublicationPrecision.Day && line.IsUpdate && line.Kind == PageLineKind.Time && line.Place == PagePlace.Article)
                stated = Parse(line.Value ?? line.Text, DateBasis.TimeElement, monthFirst);
        return stated.Precision >= PublicationPrecision.Day ? stated : default;
    }

    /// <summary>The day that a line near the article calls that of its last change.</summary>
    public static PublicationDate Updated(IReadOnlyList<string> near, TextCues cues, bool monthFirst)
    {
        foreach (var line in near)
            if (cues.AfterUpdated(line) is { IsEmpty: false } rest && AtStart(rest, monthFirst) is { Basis: not DateBasis.None } date)
                return date;
        return default;
    }

    /// <summary>All that is stated as the time of publication, and the day in the address.</summary>
    public static IEnumerable<PublicationDate> Stated(PageStatements said, string? url, bool monthFirst)
    {
        yield return Parse(said.Schema.Published, DateBasis.JsonLd, monthFirst);
        foreach (var name in PublishedNames)
            if (said.First(name) is { } value)
                yield return Parse(value, DateBasis.Meta, monthFirst);
        foreach (var line in said.Lines)
            if (line.IsMarked && line.Kind == PageLineKind.Time && line.Place == PagePlace.Article)
                yield return Parse(line.Value ?? line.Text, DateBasis.TimeElement, monthFirst);
        yield return OfUrl(url);
    }

    /// <summary>
    /// Adds what the words around the article say. Where nothing sure is stated: the first day printed near the article, what the page's
    /// scripts hold, or a day that stands anywhere. Where UTC was stated: the local day.
    /// </summary>
    public static PublicationDate Complete(PublicationDate found, DateTrust trust, PageStatements said, HtmlTree tree, IReadOnlyList<string> near, TextCues cues, bool monthFirst)
    {
        if (IsSure(found, trust) && !IsUtcNight(found))
            return found;
        if (trust != DateTrust.Stated)
            foreach (var line in near)
                if (cues.AfterDated(line) is { IsEmpty: false } rest && AtStart(rest, monthFirst) is { Basis: not DateBasis.None } called)
                    return called;
        if (trust == DateTrust.Weak)
            foreach (var line in near)
                if (line.Length < ShortLine ? DateParser.Find(line, DateBasis.Text, monthFirst) is { Basis: not DateBasis.None } day : (day = AtStart(line, monthFirst)).Basis != DateBasis.None)
                    return day;
        var printed = near.Select(line => DateParser.Find(line.Length > 160 ? line[..160] : line, DateBasis.Text, monthFirst)).FirstOrDefault(date => date.Basis != DateBasis.None);
        if (found.Precision >= PublicationPrecision.Day)
            return Local(found, printed);
        ReadOnlySpan<Func<PublicationDate>> others =
        [
            () => InScripts(tree, monthFirst), () => printed, () => Best(said, monthFirst, elsewhere: true, worst: int.MaxValue).Date,
            () => said.First("description") is { } summary ? DateParser.Find(summary, DateBasis.Meta, monthFirst) : default,
            () => OfUrl(said.First("og:image")) is { Precision: >= PublicationPrecision.Day } picture ? picture : default,
        ];
        foreach (var other in others)
            if (other() is { Basis: not DateBasis.None } date)
                return date;
        return found;
    }

    public static bool IsSure(PublicationDate date, DateTrust trust) => trust == DateTrust.Stated && date.Precision >= PublicationPrecision.Day;

    /// <summary>The date that a text begins with.</summary>
    static PublicationDate AtStart(ReadOnlySpan<char> text, bool monthFirst) =>
        DateParser.Find(text[..Math.Min(text.Length, LongestDate)].ToString(), DateBasis.Text, monthFirst, atStart: true);

    /// <summary>
    /// Midnight of central Europe in UTC: systems that keep days as moments write the 7th as 23:00 of the 6th, and pages in these
    /// languages come from there.
    /// </summary>
    public static PublicationDate AtMidnight(PublicationDate date, string? language)
    {
        if (date.Precision != PublicationPrecision.Second || date.Moment is not { } moment || moment.Offset != TimeSpan.Zero || moment.Minute != 0 || moment.Second != 0)
            return date;
        var hour = moment.Month is >= 4 and <= 10 ? 22 : 23;
        return moment.Hour == hour && language is { Length: >= 2 } && Array.Exists(CentralEurope, name => language.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            ? PublicationDate.OfDay(date.Day!.Value.AddDays(1), date.Basis)
            : date;
    }

    static readonly string[] CentralEurope = ["de", "fr", "it", "nl", "pl", "cs", "sk", "hu", "sl", "hr", "sr", "da", "sv", "nb", "no"];

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
        date.Precision == PublicationPrecision.Second && date.Moment!.Value.Offset == TimeSpan.Zero && date.Moment.Value.Hour is >= 19 or <= 9;

    static (PublicationDate Date, DateTrust Trust) Stated(PageStatements said, PublicationDate inUrl, bool monthFirst)
    {
        // Of the two, JSON-LD is more often the day a draft was begun.
        var candidates = new List<PublicationDate>();
        foreach (var name in PublishedNames)
            candidates.Add(Parse(said.First(name), DateBasis.Meta, monthFirst));
        candidates.Add(Parse(said.Schema.Published, DateBasis.JsonLd, monthFirst));
        foreach (var line in said.Lines)
            if (line.IsMarked && line.Kind == PageLineKind.Time)
                candidates.Add(Parse(line.Value ?? line.Text, DateBasis.TimeElement, monthFirst));
        var trust = DateTrust.Stated;
        if (candidates.TrueForAll(date => date.Precision < PublicationPrecision.Day))
        {
            candidates.Add(UnderHeading(said, monthFirst));
            candidates.Add(Near(said, monthFirst));
            trust = candidates.Exists(date => date.Precision >= PublicationPrecision.Day) ? DateTrust.Stated : DateTrust.Vague;
            foreach (var name in VagueNames)
                candidates.Add(Parse(said.First(name), DateBasis.Meta, monthFirst));
        }
        candidates.RemoveAll(date => date.Precision < PublicationPrecision.Day);
        if (candidates.Count == 0)
            return (default, trust);
        // A page rebuilt later states the day it was rebuilt; the address keeps the day it was written. Within weeks, the address is that of a draft.
        if (inUrl.Day is { } day && !candidates.Exists(date => Math.Abs(date.Day!.Value.DayNumber - day.DayNumber) <= DraftDays))
            return (inUrl, DateTrust.Stated);
        return candidates.Find(date => date.Day == inUrl.Day) is { Basis: not DateBasis.None } agreeing
            ? (agreeing, DateTrust.Stated)
            : (Local(candidates[0], inUrl.Precision >= PublicationPrecision.Day ? inUrl : Best(said, monthFirst, elsewhere: false, worst: int.MaxValue).Date), trust);
    }

    /// <summary>The first time element that follows the main heading closely.</summary>
    static PublicationDate UnderHeading(PageStatements said, bool monthFirst)
    {
        foreach (var line in said.Lines)
            if (said.Heading >= 0 && line.Kind == PageLineKind.Time && !line.IsUpdate && line.Place == PagePlace.Article && line.Node > said.Heading && line.Node < said.Heading + HeaderNodes
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

    /// <summary>A line named as a date that stands close to the main heading.</summary>
    static PublicationDate Near(PageStatements said, bool monthFirst) =>
        said.Heading < 0 ? default : Best(said, monthFirst, elsewhere: false, worst: JustBefore).Date;

    // How well a line stands to tell the day of the article; the lower, the better.
    const int TimeBelow = 0, LineBelow = 1, JustBefore = 2, FurtherTime = 3, FurtherLine = 4, Far = 5, Before = 6, Update = 7;

    /// <summary>Of time elements and lines that are named as dates, the one that stands best.</summary>
    static (PublicationDate Date, int Place) Best(PageStatements said, bool monthFirst, bool elsewhere, int worst)
    {
        PublicationDate best = default;
        var rank = int.MaxValue;
        foreach (var line in said.Lines)
        {
            if ((line.Place != PagePlace.Article) != elsewhere || (line.Kind == PageLineKind.Author && !line.Text.AsSpan().ContainsAnyInRange('0', '9')))
                continue;
            var place = Place(line, said);
            // Of those just before the heading the last counts, of others the first.
            if (place > worst || place > rank || (place == rank && place is not JustBefore))
                continue;
            var date = line.Kind == PageLineKind.Time
                ? Parse(line.Value, DateBasis.TimeElement, monthFirst) is { Precision: >= PublicationPrecision.Day } machine ? machine : Parse(line.Text, DateBasis.TimeElement, monthFirst)
                : DateParser.Find(line.Text, DateBasis.Text, monthFirst);
            if (date.Precision >= PublicationPrecision.Day)
                (best, rank) = (date, place);
        }
        return (best, rank);
    }

    static int Place(PageLine line, PageStatements said)
    {
        if (line.IsUpdate)
            return Update;
        var distance = line.Node - said.Heading;
        if (said.Heading >= 0 && distance > 0 && distance < HeaderNodes)
            return line.Kind == PageLineKind.Time
                ? distance < NearNodes ? TimeBelow : FurtherTime
                : distance < NearNodes ? LineBelow : FurtherLine;
        if (said.Heading >= 0 && distance < 0)
            return -distance < NearNodes ? JustBefore : Before;
        return Far;
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

    [GeneratedRegex(@"[/_=-](?<y>(?:19|20)\d{2})(?:(?<s>[/_.-])(?<m>0?[1-9]|1[0-2])(?:[/_.-](?<d>0?[1-9]|[12]\d|3[01])(?!\d))?(?=[/_.?&-]|$)|(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])(?!\d))", RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex InUrl();

    [GeneratedRegex(@"""(?:date[_-]?[Pp]ublished|[Pp]ublish(?:ed)?[_-]?(?:[Aa]t|[Dd]ate|[Tt]ime|[Oo]n)?|pub[_-]?[Dd]ate|publication[_-]?[Dd]ate|[Cc]reated[_-]?[Aa]t|date)""\s*:\s*""[^""<>\\]{8,40}""", RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex InScript();

    [GeneratedRegex(@"^\s*\d{1,2}/\d{1,2}/\d{4}", RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Slashes();
}

/// <summary>How far a date of a page can be relied on.</summary>
enum DateTrust
{
    /// <summary>The page calls it the day of publication, or prints it at the heading.</summary>
    Stated,
    /// <summary>The page calls it a date and does not say of what.</summary>
    Vague,
    /// <summary>It stands somewhere, or is the day of a change.</summary>
    Weak,
}
