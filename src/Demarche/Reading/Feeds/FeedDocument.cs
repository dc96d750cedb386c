using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Reading.Feeds;

/// <summary>What a feed or sitemap points to.</summary>
/// <param name="Entries">Entries with a text of their own, as articles; those that lead somewhere have the address.</param>
/// <param name="Addresses">Pages that are only named.</param>
/// <param name="Sitemaps">Further lists to be read.</param>
/// <param name="Problem">Why there is nothing, or null.</param>
public sealed record FeedDocument(ImmutableArray<Article> Entries, ImmutableArray<SitemapEntry> Addresses, ImmutableArray<string> Sitemaps, string? Problem)
{
    public static FeedDocument Read(ArticleReader reader, WebDocument document, ReadOptions options)
    {
        try
        {
            var kind = InputKinds.Of(document.Body.Span[..Math.Min(document.Body.Length, InputKinds.PeekBytes)]);
            switch (kind)
            {
                case InputKind.Sitemap:
                    var entries = Sitemap.Read(TextDecoder.Decode(document.Body.Span, document.Charset));
                    return new FeedDocument([], [.. entries.Where(entry => !entry.IsSitemap)], [.. entries.Where(entry => entry.IsSitemap).Select(entry => entry.Location)], null);
                case InputKind.Feed or InputKind.Json:
                    var outcomes = reader.Read(document, options).ToList();
                    return new FeedDocument([.. outcomes.Select(outcome => outcome.Article).OfType<Article>()], [], [], outcomes.Count > 0 && outcomes.All(outcome => outcome.Article is null) ? outcomes[0].Failure!.Reason : null);
                default:
                    return Nothing("is no feed and no sitemap, but " + (kind == InputKind.Html ? "a page" : kind.ToString().ToLowerInvariant()));
            }
        }
        catch (UnreadableException problem)
        {
            return Nothing(problem.Message);
        }
    }

    static FeedDocument Nothing(string problem) => new([], [], [], problem);
}
