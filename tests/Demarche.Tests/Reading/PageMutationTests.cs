using System.Diagnostics;
using System.IO.Compression;
using System.Text;

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

    static readonly string[] Pieces =
    [
        "<", ">", "\"", "&", "&#x110000;", "&#0;", "&NotEqualTilde;", "&amp", "<p", "</div>", "<table><tr>", "<!--", "<script>", "<title>", "<svg>", "<template>", "<plaintext>", "]]>", "\0", "\uFEFF", "\uD83D", "\u202E",
        "<time datetime='9999-99-99'>", "<meta property='article:published_time' content='2021-13-45'>", "<h1>", " class='comment byline'", "<a rel=author>By ", " - ", "    ", "published ", "Ann Smith, ",
    ];

    [Fact]
    public void A_broken_page_gives_an_article_or_a_reason()
    {
        var given = int.TryParse(Environment.GetEnvironmentVariable("DEMARCHE_MUTATIONS"), out var count);
        var pages = Pages().ToList();
        var random = new Random(20261122);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < (given ? count : Usual) && (given || clock.Elapsed < Longest); i++)
        {
            var page = Mutate(pages[i % pages.Count], random);
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

    static byte[] Mutate(string page, Random random)
    {
        var text = new StringBuilder(page);
        for (var change = random.Next(1, 6); change > 0; change--)
            Change(text, random);
        Encoding[] encodings = [Encoding.UTF8, Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.Latin1, Encoding.UTF32];
        var bytes = encodings[random.Next(encodings.Length)].GetBytes(text.ToString());
        for (var flips = random.Next(3) == 0 ? random.Next(1, 20) : 0; flips > 0 && bytes.Length > 0; flips--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    static void Change(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var piece = Pieces[random.Next(Pieces.Length)];
        switch (random.Next(6))
        {
            case 0: // cut short, but not to nothing
                text.Length = Math.Max(at, 100);
                break;
            case 1: // nested, or the same piece again and again
                text.Insert(at, string.Concat(Enumerable.Repeat(random.Next(2) == 0 ? "<div>" : piece, random.Next(1, 4000))));
                break;
            case 2:
                text.Insert(at, $"<div class=\"{new string((char)random.Next('a', 'z'), random.Next(1, 100_000))}\" id='{string.Concat(Enumerable.Repeat(piece, random.Next(1, 2000)))}'>");
                break;
            case 3:
                text.Insert(at, text.ToString(at, Math.Min(text.Length - at, random.Next(20_000))));
                break;
            case 4:
                text.Replace(random.Next(2) == 0 ? ">" : "\"", piece, at, Math.Min(text.Length - at, random.Next(2000)));
                break;
            default:
                text.Insert(at, piece);
                break;
        }
    }
}
