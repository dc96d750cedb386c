using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Storage;

namespace Demarche.Benchmarks;

/// <summary>
/// Finding copies in a store of many texts: articles with made-up keys, every tenth of them a copy that shares half of its keys with an
/// earlier one, each looked up and then filed. Phrases that many articles have in common are among the keys.
/// </summary>
static class DuplicateBenchmark
{
    const int KeysOfArticle = 30;
    const int Phrases = 2000;
    const int Batch = 1000;

    public static int Run(string path, int articles)
    {
        using var store = EventStore.OpenOrCreate(path);
        var random = new Random(1);
        // Time on the processor: what other programs do counts little.
        TimeSpan lookedUp = default, filed = default;
        var candidates = 0L;
        int copies = 0, found = 0;
        var earlier = new List<ImmutableArray<long>>();
        Console.WriteLine("articles\tms to look up\tms to file\tcandidates each\tcopies found\tMB on disk\tworking set MB");
        for (var start = 0; start < articles; start += Batch)
        {
            var first = start;
            store.InOneStep(() =>
            {
                for (var i = first; i < first + Batch; i++)
                    Take(i);
            });
            if ((start + Batch) % (articles / 10) == 0)
                Report(start + Batch);
        }
        return 0;

        void Take(int number)
        {
            var isCopy = number % 10 == 9;
            var source = isCopy ? earlier[random.Next(earlier.Count)] : [];
            ImmutableArray<long> keys = [.. Enumerable.Range(0, KeysOfArticle).Select(i => i < source.Length / 2 ? source[i] : random.Next(20) == 0 ? Phrase(random) : random.NextInt64())];
            if (!isCopy && (earlier.Count < 100_000 || random.Next(10) == 0))
                earlier.Add(keys);
            var article = new Article { Id = new ArticleId(number.ToString(CultureInfo.InvariantCulture)), Input = "", Text = "Text " + number };
            var before = Environment.CpuUsage.TotalTime;
            var sharing = store.Sharing(keys, Demarche.Reading.Duplicates.TextSketch.KeysForOneShared).Count;
            lookedUp += Environment.CpuUsage.TotalTime - before;
            candidates += sharing;
            copies += isCopy ? 1 : 0;
            found += isCopy && sharing > 0 ? 1 : 0;
            store.Keep(new CodedArticle { Article = article, Version = "benchmark", NotCoded = "benchmark" }, []);
            before = Environment.CpuUsage.TotalTime;
            store.File(TextName.Of(article), keys);
            filed += Environment.CpuUsage.TotalTime - before;
        }

        void Report(int count)
        {
            using var process = Process.GetCurrentProcess();
            var each = articles / 10.0;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{count}\t{lookedUp.TotalMilliseconds / each:F3}\t{filed.TotalMilliseconds / each:F3}\t{candidates / each:F2}\t{found}/{copies}\t{new FileInfo(path).Length / 1e6:F0}\t{process.WorkingSet64 / 1e6:F0}"));
            (lookedUp, filed, candidates, copies, found) = (default, default, 0, 0, 0);
        }
    }

    // Common phrases are as unequal as words: a few stand in many articles.
    static long Phrase(Random random) => (long)Math.Pow(Phrases, random.NextDouble());
}
