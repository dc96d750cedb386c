using System.IO.Compression;
using System.Text;
using Demarche.Documents;
using Demarche.Reading;

namespace Demarche.Tests.Reading;

/// <summary>Reads texts and bytes as if they were files.</summary>
static class Reads
{
    public static ArticleReader Reader { get; } = ArticleReader.Load(Repository.Data);

    public static List<ReadOutcome> All(string name, byte[] bytes, ReadOptions? options = null) =>
        [.. Reader.Read(name, new MemoryStream(bytes), options ?? new ReadOptions())];

    public static List<ReadOutcome> All(string name, string text, ReadOptions? options = null) => All(name, Encoding.UTF8.GetBytes(text), options);

    public static Article One(string text, ReadOptions? options = null, string name = "input") =>
        Assert.Single(All(name, text, options)) is { Article: { } article } ? article : throw new InvalidOperationException("no article");

    public static string Failure(byte[] bytes) => Assert.Single(All("input", bytes)).Failure?.Reason ?? "read without complaint";

    public static byte[] Gzip(byte[] bytes)
    {
        using var result = new MemoryStream();
        using (var gzip = new GZipStream(result, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return result.ToArray();
    }

    public static byte[] Zip(params (string Name, byte[] Bytes)[] members)
    {
        using var result = new MemoryStream();
        using (var zip = new ZipArchive(result, ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in members)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }
        return result.ToArray();
    }

    /// <summary>"body: first words" a line, as blocks are listed in tests.</summary>
    public static string[] Kinds(Article article) =>
        [.. article.Blocks.Select(block => $"{block.Kind.ToString().ToLowerInvariant()}: {string.Join(' ', block.Span.Of(article.Text).Split(' ', '\n').Take(3))}")];
}
