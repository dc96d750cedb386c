using System.Globalization;
using System.Text.Json;
using Demarche.Documents;
using Demarche.Evaluation;
using Demarche.Evaluation.Reading;
using Demarche.Reading;

namespace Demarche.Cli.Evaluation;

/// <summary>Measures of the reading stage.</summary>
static class ReadingTasks
{
    public static IEnumerable<Score> Bodies(Corpora corpora)
    {
        var pages = Pages(corpora).Select(page => (page.Gold, page.Body)).ToList();
        return ExtractionScorer.Compare(pages, "pages");
    }

    /// <summary>Pages whose body is read worse than a bound, the worst first: name, F1, precision, recall.</summary>
    public static IEnumerable<string> Weak(Corpora corpora, double bound) =>
        Pages(corpora).Select(page => (page.Name, Score: ExtractionScorer.Compare(page.Gold, page.Body)))
            .Where(page => page.Score.F1 < bound).OrderBy(page => page.Score.F1).ThenBy(page => page.Name, StringComparer.Ordinal)
            .Select(page => string.Create(CultureInfo.InvariantCulture, $"{page.Name}\t{page.Score.F1:F4}\t{page.Score.Precision:F4}\t{page.Score.Recall:F4}"));

    static IEnumerable<(string Name, string Gold, string Body)> Pages(Corpora corpora)
    {
        var reader = ArticleReader.Load(corpora.Shipped);
        using var gold = JsonDocument.Parse(File.ReadAllBytes(corpora.PathOf("pages/ground-truth.json")));
        foreach (var page in gold.RootElement.EnumerateObject())
            yield return (page.Name, page.Value.GetProperty("articleBody").GetString()!, Read(reader, corpora.PathOf($"pages/html/{page.Name}.html.gz"))?.Body ?? "");
    }

    public static IEnumerable<Score> Metadata(Corpora corpora)
    {
        var reader = ArticleReader.Load(corpora.Shipped);
        using var gold = JsonDocument.Parse(File.ReadAllBytes(corpora.PathOf("pages-meta/gold.json")));
        var pages = gold.RootElement.EnumerateObject().Select(page =>
        {
            var article = Read(reader, corpora.PathOf($"pages-meta/html/{page.Name}.html.gz"));
            var wanted = new PageMetadata(
                page.Value.TryGetProperty("title", out var title) ? title.GetString() : null,
                page.Value.TryGetProperty("authors", out var authors) ? [.. authors.EnumerateArray().Select(author => author.GetString()!)] : [],
                page.Value.GetProperty("date").GetString());
            return (wanted, new PageMetadata(article?.Title, article?.Authors.AsEnumerable().ToList() ?? [], article?.Published.Iso));
        }).ToList();
        return MetadataScorer.Compare(pages, "pages-meta");
    }

    static Article? Read(ArticleReader reader, string path)
    {
        using var stream = File.OpenRead(path);
        return reader.Read(path, stream, new ReadOptions()).Select(outcome => outcome.Article).FirstOrDefault(article => article is not null);
    }
}
