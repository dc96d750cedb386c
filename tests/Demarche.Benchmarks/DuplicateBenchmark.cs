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
        long lookedUp = 0, filed = 0, candidates = 0;
        int copies = 0, found = 0;
        var earlier = new List<ImmutableArray<long>>();
        Console.WriteLine("articles\tms to look up\tms to file\tcandidates each\tcopies found\tMB on disk\tworking set MB");
        for (var start = 0; start < articles; start += Batch)
        {
            var before = start;
            store.InOneStep(() =>
            {
                for (var i = before; i < before + Batch; i++)
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
            var watch = Stopwatch.GetTimestamp();
            var sharing = store.Sharing(keys, Demarche.Reading.Duplicates.TextSketch.KeysForOneShared).Count;
            lookedUp += Stopwatch.GetTimestamp() - watch;
            candidates += sharing;
            copies += isCopy ? 1 : 0;
            found += isCopy && sharing > 0 ? 1 : 0;
            store.Keep(new CodedArticle { Article = article, Version = "benchmark", NotCoded = "benchmark" }, []);
            watch = Stopwatch.GetTimestamp();
            store.File(TextName.Of(article), keys);
            filed += Stopwatch.GetTimestamp() - watch;
        }

        void Report(int count)
        {
            using var process = Process.GetCurrentProcess();
            var each = articles / 10.0;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{count}\t{lookedUp * 1000.0 / Stopwatch.Frequency / each:F3}\t{filed * 1000.0 / Stopwatch.Frequency / each:F3}\t{candidates / each:F2}\t{found}/{copies}\t{new FileInfo(path).Length / 1e6:F0}\t{process.WorkingSet64 / 1e6:F0}"));
            (lookedUp, filed, candidates, copies, found) = (0, 0, 0, 0, 0);
        }
    }

    // Common phrases are as unequal as words: a few stand in many articles.
    static long Phrase(Random random) => (long)Math.Pow(Phrases, random.NextDouble());
}
