using System.Globalization;
using Demarche.Documents;

namespace Demarche.Tests.Reading;

/// <summary>
/// Pages of our own in the forms of the systems that make most of the web: what they say of themselves is in a comment on the first line.
/// </summary>
public class SystemsTests
{
    static string Folder => Path.Combine(Repository.Root, "tests", "data", "metadata");

    public static TheoryData<string> Pages() => [.. Directory.EnumerateFiles(Folder, "*.html").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    static string Dumped => Path.Combine(Repository.Root, "tests", "data", "dumps");

    public static TheoryData<string> Dumps() => [.. Directory.EnumerateFiles(Dumped, "*.txt").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    /// <summary>Mail, PDF, dispatches and pages from the clipboard; paragraphs are named by their first three words.</summary>
    [Theory]
    [MemberData(nameof(Dumps))]
    public void Of_a_text_dump_the_paragraphs_are_body_and_nothing_else(string dump)
    {
        var lines = File.ReadAllText(Path.Combine(Dumped, dump + ".txt")).Split('\n', 2);
        var article = Reads.One(lines[1], name: dump);

        var body = article.Blocks.Where(block => block.Kind == BlockKind.Body)
            .Select(block => string.Join(' ', block.Span.Of(article.Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(3)));
        var expected = lines[0].Split(" | body: ");
        Assert.Equal(expected[1], string.Join("; ", body));
        if (expected[0] != "# title: ")
            Assert.Equal(expected[0], $"# title: {article.Title}");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Day_authors_and_title_are_read(string page)
    {
        var lines = File.ReadAllText(Path.Combine(Folder, page + ".html")).Split('\n', 2);
        var article = Reads.One(lines[1], name: page);

        Assert.Equal(lines[0], $"<!-- date: {article.Published.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} | authors: {string.Join(", ", article.Authors)} | title: {article.Title} -->");
        Assert.Contains(article.Blocks, block => block.Kind == BlockKind.Body);
    }
}
