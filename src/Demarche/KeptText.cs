using Demarche.Documents;
using Demarche.Events;

namespace Demarche;

/// <summary>Names one text in a store: an article may come in several versions.</summary>
public readonly record struct TextName(ArticleId Article, string Sha256)
{
    public static TextName Of(Article article) => new(article.Id, article.Sha256);
}

/// <summary>What a store gives back of an article to compare its text with another.</summary>
public sealed record KeptText(TextName Name, string Body, DateOnly? Published);

/// <summary>What is no longer told because its text is found to be a copy.</summary>
/// <param name="Own">Reports of the copy.</param>
/// <param name="Loosened">Reports that were grouped with them, and must be grouped anew.</param>
public readonly record struct Retired(IReadOnlyList<ReportedEventId> Own, IReadOnlyList<ReportedEventId> Loosened);
