using System.Collections.Immutable;

namespace Demarche.Reading;

/// <summary>Who wrote a page: people only, from the first statement that names any.</summary>
static class PageAuthors
{
    // Two authors of one byline stand a link, a comma and a picture apart.
    const int NearNodes = 16;

    static readonly string[] Names =
    [
        "author", "article:author", "article:author_name", "byl", "byline", "dc.creator", "dcterms.creator", "dc.contributor", "parsely-author", "sailthru.author", "cxenseparse:author", "creator", "citation_author",
        "twitter:data1", "article.author", "authors", "shareaholic:article_author_name", "vr:author", "rbauthors", "og:article:author",
    ];

    public static ImmutableArray<string> Choose(PageStatements said, string? outlet)
    {
        var named = Keep(said.Schema.Authors.SelectMany(author => author.IsPerson && AuthorNames.IsHandle(author.Name) ? [author.Name] : AuthorNames.Split(author.Name)), outlet);
        if (named.Length > 0)
            return named;
        foreach (var name in Names)
        {
            // The label says whether the first line of a card is the author.
            if (name == "twitter:data1" && said.First("twitter:label1")?.Contains("by", StringComparison.OrdinalIgnoreCase) != true)
                continue;
            var values = said.All(name).Where(value => !value.Contains("://", StringComparison.Ordinal));
            named = Keep(values.SelectMany(value => AuthorNames.IsHandle(value) ? [value] : AuthorNames.Split(value)), outlet);
            if (named.Length > 0)
                return named;
        }
        return Lines(said, outlet, marked: true) is { Length: > 0 } marked ? marked : Lines(said, outlet, marked: false);
    }

    /// <summary>The first element named as the author's that names anybody, and those that follow it closely.</summary>
    static ImmutableArray<string> Lines(PageStatements said, string? outlet, bool marked)
    {
        var names = new List<string>();
        var last = -1;
        foreach (var line in said.Lines)
        {
            if (line.Kind != PageLineKind.Author || line.IsMarked != marked || line.Text.Length > 90)
                continue;
            if (last >= 0 && line.Node - last > NearNodes)
                break;
            var text = AuthorNames.WithoutLead(line.Text);
            var found = Keep(AuthorNames.Split(text) is { Length: > 0 } people ? people : AuthorNames.IsHandle(text) ? [text] : [], outlet);
            if (found.Length == 0)
                continue;
            // "Ann Smith" and, around it, "Ann Smith All articles" are one.
            names.AddRange(found.Where(name => !names.Exists(known => known.Contains(name, StringComparison.OrdinalIgnoreCase) || name.Contains(known, StringComparison.OrdinalIgnoreCase))));
            last = line.Node;
        }
        return [.. names];
    }

    static ImmutableArray<string> Keep(IEnumerable<string> names, string? outlet) =>
        [.. names.Where(name => outlet is null || !name.Equals(outlet, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase)];
}
