using System.IO.Compression;
using System.Text;
using Demarche.Documents;
using Demarche.Reading;

namespace Demarche.Tests.Reading.Archives;

public class WarcReaderTests
{
    const string Url = "https://post.example/story";
    const string Sentence = "Troops of Darat shelled the border town of Lume on Tuesday, officials said in the capital.";
    const string Body = Sentence + "\n\n" + Warc.Further;

    static byte[] Crawl => [
        .. Warc.Record("warcinfo", null, "software: test\r\n"u8.ToArray()),
        .. Warc.Record("request", Url, "GET / HTTP/1.1\r\n\r\n"u8.ToArray()),
        .. Warc.Response(Url, "text/html; charset=utf-8", Warc.Page(Sentence)),
        .. Warc.Response("https://post.example/logo.png", "image/png", [0x89, 0x50, 0x4E, 0x47]),
        .. Warc.Response("https://post.example/robots.txt", "text/plain", "User-agent: *"u8.ToArray()),
        .. Warc.Response("https://post.example/gone", "text/html", Warc.Page("Not found, the page you were looking for is not here any more, alas."), status: 404),
        .. Warc.Record("resource", "https://post.example/note.txt", Encoding.UTF8.GetBytes(Sentence), "1.0", more: "Content-Type: text/plain\r\n"),
    ];

    [Fact]
    public void Pages_and_texts_of_a_crawl_become_articles_by_their_addresses()
    {
        var outcomes = Reads.All("crawl.warc", Crawl);

        Assert.Equal([Url, "https://post.example/note.txt"], outcomes.Select(outcome => outcome.Article?.Id.Value));
        var page = outcomes[0].Article!;
        Assert.Equal(("crawl.warc/" + Url, Url, Body), (page.Input, page.Url, page.Body));
        Assert.Equal(("2024-03-05", DateBasis.Archive), (page.Published.Iso, page.Published.Basis));
    }

    [Fact]
    public void Compressed_as_a_whole_or_by_the_record_it_is_the_same()
    {
        var expected = Reads.All("crawl.warc", Crawl).Select(outcome => outcome.Article!.Sha256).ToList();
        byte[] whole = Reads.Gzip(Crawl);
        byte[] byRecord = [.. Records(Crawl).SelectMany(Reads.Gzip)];

        Assert.Equal(expected, Reads.All("crawl.warc.gz", whole).Select(outcome => outcome.Article?.Sha256));
        Assert.Equal(expected, Reads.All("crawl.warc.gz", byRecord).Select(outcome => outcome.Article?.Sha256));
        Assert.Equal(expected, Reads.All("crawl.zip", Reads.Zip(("a.warc.gz", byRecord))).Select(outcome => outcome.Article?.Sha256));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("identity")]
    public void Chunks_and_compression_of_the_transfer_are_undone(string coding)
    {
        var page = Warc.Page(Sentence);
        var coded = coding == "identity" ? page : Compressed(page, coding);
        var chunked = Chunked(coded);
        var headers = $"Transfer-Encoding: chunked\r\nContent-Encoding: {coding}\r\n";

        Assert.Equal(Body, Assert.Single(Reads.All("a.warc", Warc.Response(Url, "text/html", chunked, headers))).Article?.Body);
        // Archives that joined the chunks and left the header, and those that undid both.
        Assert.Equal(Body, Assert.Single(Reads.All("a.warc", Warc.Response(Url, "text/html", coded, headers))).Article?.Body);
        if (coding == "gzip")
            Assert.Equal(Body, Assert.Single(Reads.All("a.warc", Warc.Response(Url, "text/html", page, headers))).Article?.Body);
    }

    [Fact]
    public void The_encoding_of_the_header_counts_where_the_page_gives_none()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        const string Text = "Le général a été reçu à l'Élysée, où il a présenté ses vœux, a indiqué un porte-parole de l'armée.";
        var page = Encoding.GetEncoding("macintosh").GetBytes($"<html><body><p>{Text}</p></body></html>");

        Assert.Equal(Text, Assert.Single(Reads.All("a.warc", Warc.Response(Url, "text/html; charset=macintosh", page))).Article!.Body);
    }

    [Fact]
    public void A_record_that_is_cut_short_fails_and_those_before_it_do_not()
    {
        byte[] archive = [.. Warc.Response(Url, "text/html", Warc.Page(Sentence)), .. Warc.Response("https://post.example/2", "text/html", Warc.Page(Sentence))];

        var outcomes = Reads.All("a.warc", archive[..^60]);

        Assert.Equal(Url, outcomes[0].Article?.Id.Value);
        Assert.Equal("a.warc/https://post.example/2: the archive is cut short in this record", outcomes[1].Failure!.ToString());
    }

    [Fact]
    public void After_a_length_that_lies_the_next_record_is_found()
    {
        var lying = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Warc.Response(Url, "text/html", Warc.Page(Sentence))).Replace("Content-Length: 3", "Content-Length: 2", StringComparison.Ordinal));
        byte[] archive = [.. lying, .. Warc.Response("https://post.example/2", "text/html", Warc.Page(Sentence))];

        var outcomes = Reads.All("a.warc", archive);

        Assert.Contains(outcomes, outcome => outcome.Failure?.Reason == "its record does not begin where the one before ends");
        Assert.Equal("https://post.example/2", outcomes[^1].Article?.Id.Value);
    }

    [Theory]
    [InlineData("Content-Length: 99999999999\r\n", "cut short")]
    [InlineData("Content-Length: -5\r\n", "no usable Content-Length")]
    [InlineData("no header\r\n", "a broken header")]
    [InlineData("", "no usable Content-Length")]
    public void A_hostile_header_fails_its_record(string line, string reason) =>
        Assert.Contains(reason, Reads.All("a.warc", $"WARC/1.0\r\nWARC-Type: response\r\n{line}\r\nHTTP/1.1 200 OK\r\n\r\nx")[0].Failure!.Reason, StringComparison.Ordinal);

    [Fact]
    public void A_record_larger_than_the_limit_is_passed_over_and_the_rest_goes_on()
    {
        byte[] archive = [.. Warc.Response(Url, "text/html", new byte[100_000]), .. Warc.Response("https://post.example/2", "text/html", Warc.Page(Sentence))];

        var outcomes = Reads.All("a.warc", archive, new ReadOptions { Limits = new ReadLimits { DocumentBytes = 50_000 } });

        Assert.Equal("larger than 50,000 bytes, the limit for one document", outcomes[0].Failure!.Reason);
        Assert.Equal("https://post.example/2", outcomes[1].Article?.Id.Value);
    }

    [Fact]
    public void A_bomb_in_the_transfer_fails_its_record()
    {
        var bomb = Compressed(new byte[16 << 20], "gzip");

        Assert.Contains("bomb", Assert.Single(Reads.All("a.warc", Warc.Response(Url, "text/html", bomb, "Content-Encoding: gzip\r\n"))).Failure!.Reason, StringComparison.Ordinal);
        Assert.Contains("3 times over", Assert.Single(Reads.All("a.warc", Warc.Response(Url, "text/html", bomb, "Content-Encoding: gzip, gzip, gzip\r\n"))).Failure!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_without_a_page_says_so() =>
        Assert.Equal("1 records, and none of them is a page, a feed or a text", Reads.Failure(Warc.Record("warcinfo", null, "x"u8.ToArray())));

    [Fact]
    public void Mutated_archives_never_throw()
    {
        var random = new Random(11);
        var source = Crawl;
        for (var round = 0; round < 500; round++)
        {
            byte[] bytes = [.. source];
            for (var i = random.Next(1, 6); i > 0; i--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Assert.NotEmpty(Reads.All("a.warc", bytes[..random.Next(10, bytes.Length)]));
        }
    }

    static byte[] Compressed(byte[] bytes, string coding)
    {
        using var result = new MemoryStream();
        using (Stream stream = coding switch
        {
            "gzip" => new GZipStream(result, CompressionLevel.Optimal),
            "deflate" => new ZLibStream(result, CompressionLevel.Optimal),
            _ => new BrotliStream(result, CompressionLevel.Optimal),
        })
            stream.Write(bytes);
        return result.ToArray();
    }

    static byte[] Chunked(byte[] bytes)
    {
        using var result = new MemoryStream();
        for (var i = 0; i < bytes.Length; i += 50)
        {
            var part = bytes[i..Math.Min(i + 50, bytes.Length)];
            result.Write(Encoding.ASCII.GetBytes($"{part.Length:x}\r\n"));
            result.Write(part);
            result.Write("\r\n"u8);
        }
        result.Write("0\r\n\r\n"u8);
        return result.ToArray();
    }

    static IEnumerable<byte[]> Records(byte[] archive)
    {
        var text = Encoding.Latin1.GetString(archive);
        for (var start = 0; start >= 0;)
        {
            var next = text.IndexOf("WARC/1.", start + 5, StringComparison.Ordinal);
            yield return next < 0 ? archive[start..] : archive[start..next];
            start = next;
        }
    }
}
