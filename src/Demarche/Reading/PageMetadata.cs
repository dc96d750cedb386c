using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Reading;

/// <summary>What a page says about itself.</summary>
sealed record PageMetadata
{
    public string? Url { get; init; }

    public string? Title { get; init; }

    public ImmutableArray<string> Authors { get; init; } = [];

    public string? Outlet { get; init; }

    public PublicationDate Published { get; init; }

    public string? Language { get; init; }

    public static PageMetadata Of(HtmlTree tree)
    {
        var metadata = new PageMetadata();
        string? pageTitle = null;
        for (var i = 0; i < tree.Count; i++)
        {
            switch (tree.Nodes[i].Tag)
            {
                case HtmlTag.Html:
                    metadata = metadata with { Language = tree.Attribute(i, "lang") };
                    break;
                case HtmlTag.Title:
                    pageTitle ??= tree.Text(i);
                    break;
                case HtmlTag.Link when tree.Raw(i, "rel").Equals("canonical", StringComparison.OrdinalIgnoreCase):
                    metadata = metadata with { Url = tree.Attribute(i, "href") };
                    break;
                case HtmlTag.Meta:
                    metadata = Meta(metadata, tree.Attribute(i, "property") ?? tree.Attribute(i, "name"), tree.Attribute(i, "content"));
                    break;
            }
        }
        return metadata with { Title = metadata.Title ?? pageTitle };
    }

    static PageMetadata Meta(PageMetadata metadata, string? name, string? value) => (name?.ToLowerInvariant(), value) switch
    {
        (_, null) => metadata,
        ("og:title", _) => metadata with { Title = value },
        ("og:site_name", _) => metadata with { Outlet = value },
        ("article:published_time", _) => metadata with { Published = DateParser.Parse(value, DateBasis.Meta) },
        ("author", _) => metadata with { Authors = AuthorNames.Split(value) },
        ("og:url", _) => metadata with { Url = metadata.Url ?? value },
        _ => metadata,
    };
}
