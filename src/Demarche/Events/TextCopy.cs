using Demarche.Documents;

namespace Demarche.Events;

/// <summary>A further source of a text that is told: who else printed it. It adds no origin.</summary>
/// <param name="Of">The document whose text it is.</param>
/// <param name="Published">The day, where it is known.</param>
public sealed record TextCopy(ArticleId Document, ArticleId Of, string? Outlet, string? Url, DateOnly? Published);
