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
