using System.Collections.Immutable;

namespace Demarche.Reading;

/// <summary>Who wrote a page: people only, from the first statement that names any.</summary>
static class PageAuthors
{
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
        foreach (var marked in (ReadOnlySpan<bool>)[true, false])
        {
            foreach (var line in said.Lines)
            {
                if (line.Kind != PageLineKind.Author || line.IsMarked != marked || line.Text.Length > 90)
                    continue;
                named = Keep(AuthorNames.Split(line.Text), outlet);
                if (named.Length > 0)
                    return named;
            }
        }
        return [];
    }

    static ImmutableArray<string> Keep(IEnumerable<string> names, string? outlet) =>
        [.. names.Where(name => outlet is null || !name.Equals(outlet, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase)];
}
