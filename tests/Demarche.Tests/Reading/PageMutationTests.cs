using System.Diagnostics;
using System.IO.Compression;

namespace Demarche.Tests.Reading;

/// <summary>
/// Whole pages broken at random, always in the same way: cut short, nested deep, with broken entities, in other encodings, with huge
/// attributes. Our own sample pages always, the pages of the development data where they are. DEMARCHE_MUTATIONS sets how many.
/// </summary>
public class PageMutationTests
{
    const int Usual = 400;

    // So that a slow machine does fewer rather than take for ever; with a number given, all are done.
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    [Fact]
    public void A_broken_page_gives_an_article_or_a_reason()
    {
        var given = int.TryParse(Environment.GetEnvironmentVariable("DEMARCHE_MUTATIONS"), out var count);
        var pages = Pages().ToList();
        var random = new Random(20261122);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < (given ? count : Usual) && (given || clock.Elapsed < Longest); i++)
        {
            var page = PageMutations.Of(pages[i % pages.Count], random);
            var outcomes = Reads.All("mutant.html", page);
            Assert.NotEmpty(outcomes);
            Assert.All(outcomes, outcome => Assert.True(
                outcome.Article is { } article ? article.Blocks.All(block => block.Span.End <= article.Text.Length) : outcome.Failure!.Reason.Length > 0,
                $"mutant {i}"));
        }
    }

    static IEnumerable<string> Pages()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(Repository.Root, "data", "sample"), "*.html").Order(StringComparer.Ordinal))
            yield return File.ReadAllText(path);
        if (Repository.DevelopmentData is not { } data || !Directory.Exists(Path.Combine(data, "pages", "html")))
            yield break;
        // A few of them in the usual run: each is many times the size of a sample.
        foreach (var path in Directory.GetFiles(Path.Combine(data, "pages", "html"), "*.gz").Order(StringComparer.Ordinal).Where((_, i) => i % 8 == 0))
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
            yield return reader.ReadToEnd();
        }
    }
}
