using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Demarche.Reading;

/// <summary>Who wrote a page: people only, from the first statement that names any.</summary>
static partial class PageAuthors
{
    // Two authors of one byline stand a link, a comma and a picture apart.
    const int NearNodes = 16;

    // Between a headline and the last line of its byline stand no more elements than this.
    const int HeaderNodes = 120;

    const int MostElsewhere = 2;

    static readonly string[] Names =
    [
        "citation_author", "dc.creator", "author", "article:author", "article:author_name", "byl", "byline", "dcterms.creator", "dc.contributor", "parsely-author", "sailthru.author", "cxenseparse:author", "creator",
        "twitter:data1", "article.author", "authors", "shareaholic:article_author_name", "vr:author", "rbauthors", "og:article:author",
    ];

    public static ImmutableArray<string> Choose(PageStatements said, string? outlet)
    {
        var named = Keep(said.Schema.Authors.SelectMany(author => author.IsPerson ? Stated(author.Name) : AuthorNames.Split(author.Name).AsEnumerable()).Where(name => !said.Schema.IsOrganisation(name)), outlet);
        if (named.Length > 0)
            return named;
        foreach (var name in Names)
        {
            // The label says whether the first line of a card is the author.
            if (name == "twitter:data1" && !(said.First("twitter:label1") is { } label && AuthorLabel().IsMatch(label)))
                continue;
            var values = said.All(name).Where(value => !value.Contains("://", StringComparison.Ordinal));
            named = Keep(values.SelectMany(value => Stated(value)).Where(value => !IsSite(value, said) && !said.Schema.IsOrganisation(value)), outlet);
            // So many are the authors of the works that the page cites.
            if (named.Length is > 0 and < 20)
                return named;
        }
        // Under the heading a mere class name is surer than a link to some author further down.
        foreach (var place in (ReadOnlySpan<PagePlace>)[PagePlace.Article, PagePlace.Elsewhere])
            foreach (var last in (ReadOnlySpan<int>)[said.Heading + HeaderNodes, int.MaxValue])
                foreach (var marked in (ReadOnlySpan<bool>)[true, false])
                    if ((said.Heading >= 0 || last == int.MaxValue) && Lines(said, outlet, place, marked, last) is { Length: > 0 } found)
                        return found;
        // A byline under the heading that is a name and nothing else.
        foreach (var line in said.Lines)
            if (line.Kind == PageLineKind.Byline && line.Place == PagePlace.Article && said.Heading >= 0 && line.Node > said.Heading && line.Node < said.Heading + HeaderNodes
                && line.IsUnlinked && AuthorNames.IsName(line.Text) && Keep([line.Text], outlet) is { Length: > 0 } plain)
                return plain;
        return [];
    }

    /// <summary>Whom the page's data, its meta elements and its bylines each name. What plainly names those that count is not taken apart again.</summary>
    /// <param name="counts">The authors that count.</param>
    public static IEnumerable<(ImmutableArray<string> Names, string Basis)> Stated(PageStatements said, string? outlet, ImmutableArray<string> counts)
    {
        var inData = said.Schema.Authors.ToList();
        if (inData.Count > 0)
            yield return (AreOf(inData.Select(author => author.Name), counts) ? counts : Keep(inData.SelectMany(author => author.IsPerson ? Stated(author.Name) : AuthorNames.Split(author.Name).AsEnumerable()), outlet), "json-ld");
        var inMeta = Names.SelectMany(name => name == "twitter:data1" ? [] : said.All(name)).Where(value => !value.Contains("://", StringComparison.Ordinal)).ToList();
        if (inMeta.Count is > 0 and < 20)
            yield return (AreOf(inMeta, counts) ? counts : Keep(inMeta.SelectMany(value => Stated(value)), outlet), "meta");
        if (said.Heading >= 0 && !said.Lines.Exists(line => line.Kind == PageLineKind.Author && line.IsMarked && counts.Any(name => line.Text.Contains(name, StringComparison.OrdinalIgnoreCase))))
            yield return (Lines(said, outlet, PagePlace.Article, marked: true, said.Heading + HeaderNodes), "byline");
    }

    static bool AreOf(IEnumerable<string> stated, ImmutableArray<string> counts) => stated.All(name => counts.Contains(name, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whom a line near the article names as its author: "By Ann Smith", "9.3.2021 - Ann Smith", and where nobody is named yet, "Posted by ann".</summary>
    public static ImmutableArray<string> Printed(string line, TextCues cues, bool handles)
    {
        if (AuthorNames.Split(cues.AfterByline(line).ToString()) is { Length: > 0 } names)
            return names;
        if (Dated().Match(line) is { Success: true } dated && AuthorNames.IsName(dated.Groups["name"].Value))
            return AuthorNames.Split(dated.Groups["name"].Value);
        if (Chinese().Match(line) is { Success: true } chinese)
            return [chinese.Groups["name"].Value];
        return handles && Posted().Match(line) is { Success: true } posted && AuthorNames.IsHandle(posted.Groups["name"].Value) ? [posted.Groups["name"].Value] : [];
    }

    /// <summary>Whether a line says that the author follows, and nothing else.</summary>
    public static bool IsLabel(ReadOnlySpan<char> line) => Label().IsMatch(line);

    /// <summary>Whom the page's own scripts name as its author.</summary>
    public static ImmutableArray<string> InScripts(HtmlTree tree)
    {
        foreach (var node in tree.Nodes)
        {
            if (node.Tag != HtmlTag.Script || node.Text is null)
                continue;
            foreach (var match in InScript().EnumerateMatches(node.Text))
            {
                var value = node.Text.AsSpan(match.Index, match.Length - 1);
                if (AuthorNames.Split(value[(value.LastIndexOf('"') + 1)..].ToString()) is { Length: > 0 } names)
                    return names;
            }
        }
        return [];
    }

    /// <summary>The names in a statement that is about the author and nothing else.</summary>
    static ImmutableArray<string> Stated(string value) =>
        AuthorNames.IsHandle(value) ? [value] : AuthorNames.Split(value) is { Length: > 0 } names ? names : AuthorNames.IsLooseName(value) ? [value.Trim()] : [];

    /// <summary>The first element named as the author's that names anybody, and those that follow it closely.</summary>
    static ImmutableArray<string> Lines(PageStatements said, string? outlet, PagePlace place, bool marked, int lastNode)
    {
        var names = new List<string>();
        var last = -1;
        foreach (var line in said.Lines)
        {
            if (line.Kind != PageLineKind.Author || line.Place != place || line.IsMarked != marked || line.Node > lastNode || (lastNode != int.MaxValue && line.Node < said.Heading) || line.Text.Length > 90)
                continue;
            if (last >= 0 && line.Node - last > NearNodes)
                break;
            var text = AuthorNames.Clean(line.Text);
            var found = Keep(line.IsName && AuthorNames.IsAlias(line.Text) ? [line.Text] : AuthorNames.Split(line.Text) is { Length: > 0 } people ? people : AuthorNames.IsHandle(text) ? [text] : [], outlet);
            if (found.Length == 0)
                continue;
            // Beside the article stand those of other articles.
            if (place == PagePlace.Elsewhere && names.Count + found.Length > MostElsewhere)
                return [];
            // "Ann Smith" and, around it, "Ann Smith All articles" are one.
            names.AddRange(found.Where(name => !names.Exists(known => known.Contains(name, StringComparison.OrdinalIgnoreCase) || name.Contains(known, StringComparison.OrdinalIgnoreCase))));
            last = line.Node;
        }
        return [.. names];
    }

    /// <summary>Whether a name is what the page's title begins with, before the headline: some systems name the site as the author of each page.</summary>
    static bool IsSite(string name, PageStatements said) =>
        said.First("title") is { } title && title.AsSpan().TrimStart().StartsWith(name, StringComparison.OrdinalIgnoreCase) && title.Length > name.Length + 10 && !said.Headings.Any(heading => heading.Text.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    static ImmutableArray<string> Keep(IEnumerable<string> names, string? outlet) =>
        // A blogger's handle is often the blog's name without its capital.
        [.. names.Where(name => outlet is null || !name.Equals(outlet, char.IsLower(name[0]) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase)];

    [GeneratedRegex(@"^(?:(?:author|authors|written by|autor|autorin|autoren|autor/in|verfasser|auteur|autore)\s*:?|(?:by|par|por|text):)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Label();

    [GeneratedRegex(@"\b(?:by|von|par|por|da|di|door|av|author|autor|автор)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex AuthorLabel();

    [GeneratedRegex(@"^\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}(?:,?\s+\d{1,2}[:.]\d{2}(?:\s*Uhr)?)?\s*(?:[-–—|•·]|von|by|par|por|di|door|av)\s*(?i:(?:autor(?:in)?|author|text|redaktion):\s*)?(?<name>\p{Lu}[\p{L}'’.-]+(?:\s+[\p{L}'’.-]+){1,3})(?:\s*\([^()]*\))?$|^(?<name>\p{Lu}[\p{L}'’.-]+(?:\s+[\p{L}'’.-]+){1,3})\s*(?:[,|•·–—-]|\bam\b|\bon\b)\s*(?:den\s+)?\d{1,2}(?:[./]\s?\d{1,2}[./]|\.?\s\p{L}{3,10},?)\s?\d{2,4}(?:,?\s+\d{1,2}[:.]\d{2}(?:\s*Uhr)?)?$", RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Dated();

    // The writer, the reporter, and where nobody else is named the editor who answers for the page.
    [GeneratedRegex(@"(?:作者|记者|記者|撰文|撰稿|责任编辑|責任編輯|编辑|文字)\s*[:：]\s*(?<name>[\u4E00-\u9FFF·]{2,6})(?![\u4E00-\u9FFF])", RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Chinese();

    [GeneratedRegex(@"^(?:(?:posted|written|published|submitted)\s+(?:in\s+.{1,80}?\s+)?by|(?:geschrieben|erstellt|eingestellt|verfasst|veröffentlicht)\s+von|author|autor):?\s+(?<name>[\p{L}\d_-]{2,30})(?:\s+(?:@|on|am|um|at|in|\|).*)?$|\s[—–]\s(?<name>[\p{L}\d_-]{2,30})\s@\s\d{1,2}:\d{2}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Posted();

    [GeneratedRegex(@"""(?:authors?|author_?[Nn]ame|byline|posted_?[Bb]y|article_?[Aa]uthor)""\s*:\s*""[^""<>\\]{4,80}""", RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex InScript();
}
