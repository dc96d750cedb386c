using System.Text.Json;
using System.Text.RegularExpressions;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Storage;

public sealed partial class EventStore
{
    // Reports of one event, and of events of one day, come from few texts.
    const int RememberedTexts = 64;

    readonly Dictionary<(string, string), Article> texts = [];

    /// <summary>The article of a report.</summary>
    public TextSource SourceOf(ReportedEvent report)
    {
        var article = ArticleOf(report);
        var leadEnd = article.Blocks.Where(block => block.Kind == BlockKind.Body).Select(block => block.Span.End).FirstOrDefault();
        return new TextSource
        {
            Url = article.Url,
            Title = article.Title,
            Outlet = article.Outlet,
            Published = article.Published.Day,
            Language = article.Language,
            Length = article.Text.Length,
            SentenceNumber = 1 + SentenceEnd().Count(article.Text.AsSpan(0, Math.Min(report.Evidence.Start, article.Text.Length))),
            InLead = report.Evidence.Start < leadEnd,
        };
    }

    Article ArticleOf(ReportedEvent report)
    {
        var key = (report.Document.Value, report.TextSha256);
        if (texts.TryGetValue(key, out var known))
            return known;
        var article = statements.Rows(
            "select url, title, outlet, published, language, text, blocks from article where id = $1 and sha256 = $2",
            row => new Article
            {
                Id = report.Document,
                Input = report.Document.Value,
                Url = row.TextOrNull(0),
                Title = row.TextOrNull(1),
                Outlet = row.TextOrNull(2),
                Published = StoredDay.Read(row.TextOrNull(3)?[..10]) is { } day ? PublicationDate.OfDay(day, DateBasis.Record) : default,
                Language = row.Text(4),
                Text = row.Text(5),
                Blocks = JsonSerializer.Deserialize(row.Text(6), StoredJson.Default.ImmutableArrayBlock),
            },
            report.Document.Value, report.TextSha256).Single();
        if (texts.Count >= RememberedTexts)
            texts.Clear();
        texts.Add(key, article);
        return article;
    }

    [GeneratedRegex("""[.!?]["'”’)]*\s|\n\n""", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
