using System.Diagnostics;
using System.IO.Compression;
using AngleSharp.Html.Parser;
using Demarche.Knowledge;
using Demarche.Reading;

namespace Demarche.Benchmarks;

/// <summary>
/// Pages a second of processor time: the parser alone, which only makes the tree, and our whole reading of the same pages (bytes to
/// article with blocks, title, authors, date, language) in the same run; and the memory a page costs.
/// </summary>
static class ReadingBenchmark
{
    const int Rounds = 60;

    public static int Run(string repository, string data)
    {
        var reader = ArticleReader.Load(new DataFolder(repository));
        var pages = Directory.GetFiles(Path.Combine(data, "pages", "html")).Order(StringComparer.Ordinal).Select(Unpack).ToArray();
        var texts = pages.Select(page => TextDecoder.Decode(page, null)).ToArray();
        Console.WriteLine($"{pages.Length} pages, {pages.Sum(page => (long)page.Length) / 1e6:F0} MB; one thread, best of {Rounds} rounds");
        double parse = double.MaxValue, read = double.MaxValue, tree = double.MaxValue;
        var ratios = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var alone = Seconds(texts, text => new HtmlParser().ParseDocument(text).Dispose());
            var whole = Seconds(pages, page => Read(reader, page));
            tree = Math.Min(tree, Seconds(texts, text => HtmlTree.Parse(text, new ReadLimits())));
            parse = Math.Min(parse, alone);
            read = Math.Min(read, whole);
            // Compiled code gets faster over the first rounds, the one sooner than the other.
            if (round >= Rounds / 3)
                ratios.Add(alone / whole);
        }
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var text in texts)
            new HtmlParser().ParseDocument(text).Dispose();
        var parsed = GC.GetAllocatedBytesForCurrentThread() - before;
        before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var page in pages)
            Read(reader, page);
        var ours = GC.GetAllocatedBytesForCurrentThread() - before;
        Console.WriteLine("work\tpages/s of processor time\tKB allocated a page");
        Console.WriteLine($"parser alone\t{pages.Length / parse:F0}\t{parsed / 1024 / pages.Length}");
        Console.WriteLine($"our tree\t{pages.Length / tree:F0}\t");
        Console.WriteLine($"article\t{pages.Length / read:F0}\t{ours / 1024 / pages.Length}");
        ratios.Sort();
        Console.WriteLine($"article against the parser alone: {ratios[ratios.Count / 2]:F2} (median of {ratios.Count} rounds, {ratios[0]:F2} to {ratios[^1]:F2})");
        return 0;
    }

    static void Read(ArticleReader reader, byte[] page)
    {
        foreach (var outcome in reader.Read("page.html", new MemoryStream(page), new ReadOptions()))
            if (outcome.Article is null)
                throw new InvalidOperationException(outcome.Failure?.Reason);
    }

    public static byte[] Unpack(string path)
    {
        using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        gzip.CopyTo(bytes);
        return bytes.ToArray();
    }

    static double Seconds<T>(T[] items, Action<T> work)
    {
        GC.Collect();
        var process = Process.GetCurrentProcess();
        var start = process.TotalProcessorTime;
        foreach (var item in items)
            work(item);
        process.Refresh();
        return (process.TotalProcessorTime - start).TotalSeconds;
    }
}
