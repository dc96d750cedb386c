using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Demarche.Knowledge;
using Demarche.Reading;

namespace Demarche.Benchmarks;

/// <summary>Whether memory stays flat however long a web archive is, and how fast it is read on one thread (its making included).</summary>
static class CrawlBenchmark
{
    public static int Run(string repository, string pages, double gigabytes)
    {
        var bases = Directory.EnumerateFiles(pages).Order(StringComparer.Ordinal).Take(200).Select(Load).ToArray();
        var reader = ArticleReader.Load(new DataFolder(repository));
        using var crawl = new CrawlStream(bases, (long)(gigabytes * 1e9));
        var watch = Stopwatch.StartNew();
        int articles = 0, failures = 0;
        var step = 1L;
        Console.WriteLine("GB\trecords\tarticles\tfailed\trecords/s\tworking set MB\tpeak MB");
        foreach (var outcome in reader.Read("crawl.warc.gz", crawl, new ReadOptions()))
        {
            articles += outcome.Article is null ? 0 : 1;
            failures += outcome.Article is null ? 1 : 0;
            if (crawl.Uncompressed < step * 250_000_000)
                continue;
            Report();
            step = crawl.Uncompressed / 250_000_000 + 1;
        }
        Report();
        return 0;

        void Report()
        {
            using var process = Process.GetCurrentProcess();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{crawl.Uncompressed / 1e9:F2}\t{crawl.Records}\t{articles}\t{failures}\t{crawl.Records / watch.Elapsed.TotalSeconds:F0}\t{process.WorkingSet64 / 1e6:F0}\t{process.PeakWorkingSet64 / 1e6:F0}"));
        }
    }

    static byte[] Load(string path)
    {
        using var file = File.OpenRead(path);
        using var page = new MemoryStream();
        if (path.EndsWith(".gz", StringComparison.Ordinal))
        {
            using var gzip = new GZipStream(file, CompressionMode.Decompress);
            gzip.CopyTo(page);
        }
        else
        {
            file.CopyTo(page);
        }
        return page.ToArray();
    }
}
