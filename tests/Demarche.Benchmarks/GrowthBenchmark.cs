using System.Diagnostics;
using System.Globalization;
using Demarche.Knowledge;
using Demarche.Linking;
using Demarche.Storage;

namespace Demarche.Benchmarks;

/// <summary>
/// What one more article costs while a store grows: linking and keeping, with the language stages left out (what they cost does not
/// depend on the store). Time is that of the processor, over the articles since the line before.
/// </summary>
static class GrowthBenchmark
{
    const int Batch = 32;

    // Time is told of the ten thousand articles around each: one day of made-up news differs from the next by a third.
    static readonly int[] Around = [10_000, 50_000, 100_000, 195_000, 500_000, 995_000];

    static readonly int[] Marks = [.. Around.SelectMany(mark => new[] { mark - 5_000, mark + 5_000 })];

    public static int Run(string repository, string store, int articles)
    {
        using var kept = EventStore.OpenOrCreate(store);
        var keeper = new EventKeeper(new Linker(LinkingWords.Load(new DataFolder(repository))), kept);
        var news = new NewsStream(seed: 1);
        Console.WriteLine("articles\tCPU ms/article\tms/article\tevents\tbytes/article");
        int done = 0, since = 0;
        var (cpu, clock) = (Cpu(), Stopwatch.StartNew());
        while (done < articles)
        {
            var batch = Enumerable.Range(0, Math.Min(Batch, articles - done)).Select(_ => news.Next()).ToList();
            keeper.Keep(batch);
            var before = done;
            done += batch.Count;
            if (!Marks.Any(mark => before < mark && mark <= done) && done < articles)
                continue;
            var (spent, passed) = (Cpu() - cpu, clock.Elapsed);
            var held = kept.Stats().ToDictionary(count => count.What, count => count.Count);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{done}\t{spent.TotalMilliseconds / (done - since):0.00}\t{passed.TotalMilliseconds / (done - since):0.00}\t{held["events"]}\t{held["bytes"] / done}"));
            since = done;
            (cpu, clock) = (Cpu(), Stopwatch.StartNew());
        }
        return 0;
    }

    static TimeSpan Cpu() => Process.GetCurrentProcess().TotalProcessorTime;
}
