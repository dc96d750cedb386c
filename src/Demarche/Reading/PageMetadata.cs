using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Reading;

/// <summary>What a page says about itself, conflicts settled.</summary>
sealed record PageMetadata
{
    public string? Url { get; init; }

    public string? Title { get; init; }

    public ImmutableArray<string> Authors { get; init; } = [];

    public string? Outlet { get; init; }

    public PublicationDate Published { get; init; }

    public string? Language { get; init; }

    /// <param name="address">Where the page came from, if its record says; a page's own word for it otherwise.</param>
    public static PageMetadata Of(HtmlTree tree, ZoneWords words, string? address)
    {
        var said = PageStatements.Collect(tree, words);
        var url = said.First("canonical") ?? said.First("og:url") ?? said.Schema.Url ?? address;
        var outlet = said.First("og:site_name") ?? said.Schema.Outlet ?? said.First("application-name") ?? said.First("dc.publisher") ?? said.First("twitter:app:name:iphone");
        var language = said.First("lang") ?? said.First("content-language") ?? said.First("og:locale") ?? said.Schema.Language;
        return new PageMetadata
        {
            Url = url,
            Title = PageTitle.Choose(said, outlet),
            Outlet = outlet,
            Authors = PageAuthors.Choose(said, outlet),
            Published = PageDate.Choose(said, address ?? url, IsMonthFirst(language)),
            Language = language,
        };
    }

    static bool IsMonthFirst(string? language) => language is not null
        && (language.Equals("en", StringComparison.OrdinalIgnoreCase) || language.StartsWith("en-us", StringComparison.OrdinalIgnoreCase) || language.StartsWith("en_us", StringComparison.OrdinalIgnoreCase));
}
