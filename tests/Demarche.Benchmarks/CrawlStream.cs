using System.Globalization;
using System.IO.Compression;
using System.Text;
using Demarche.Reading;

namespace Demarche.Benchmarks;

/// <summary>
/// A web archive of any length that is made while it is read: pages of a folder again and again, each time with other words in every
/// paragraph, each record compressed by itself, as crawlers write them.
/// </summary>
sealed class CrawlStream(IReadOnlyList<byte[]> pages, long uncompressedBytes) : ReadOnlyStream
{
    byte[] record = [];
    int position;

    public int Records { get; private set; }

    public long Uncompressed { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        if (position == record.Length)
        {
            if (Uncompressed >= uncompressedBytes)
                return 0;
            (record, position) = (Next(), 0);
        }
        var count = Math.Min(buffer.Length, record.Length - position);
        record.AsSpan(position, count).CopyTo(buffer);
        position += count;
        return count;
    }

    byte[] Next()
    {
        var page = Encoding.Latin1.GetString(pages[Records % pages.Count]).Replace("</p>", string.Create(CultureInfo.InvariantCulture, $" Edition {Records}.</p>"), StringComparison.OrdinalIgnoreCase);
        var body = Encoding.Latin1.GetBytes(page);
        var http = Encoding.Latin1.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
        var header = Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: 2024-03-05T11:22:33Z\r\nWARC-Target-URI: https://bench.example/{Records}\r\nContent-Length: {http.Length + body.Length}\r\n\r\n"));
        Records++;
        Uncompressed += header.Length + http.Length + body.Length + 4;
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(header);
            gzip.Write(http);
            gzip.Write(body);
            gzip.Write("\r\n\r\n"u8);
        }
        return compressed.ToArray();
    }
}
