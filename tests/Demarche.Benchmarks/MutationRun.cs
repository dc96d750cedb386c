using System.Diagnostics;
using System.Text;
using Demarche.Knowledge;
using Demarche.Reading;
using Demarche.Tests.Reading;

namespace Demarche.Benchmarks;

/// <summary>
/// Reads real pages broken at random, always in the same way: cut short, nested deep, with broken entities, in other encodings, with huge
/// attributes. Prints what came of them, the slowest page by processor time and the most memory; fails where a page throws or is slow.
/// </summary>
static class MutationRun
{
    const int Seed = 20240301;
    const double LongestSeconds = 2;

    public static int Run(string repository, string folder, int count)
    {
        var reader = ArticleReader.Load(new DataFolder(repository));
        var pages = Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(path => Encoding.UTF8.GetString(ReadingBenchmark.Unpack(path))).ToArray();
        var random = new Random(Seed);
        var process = Process.GetCurrentProcess();
        int articles = 0, refused = 0, thrown = 0, slow = 0;
        double slowest = 0;
        long memory = 0;
        var reasons = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var page = PageMutations.Of(pages[random.Next(pages.Length)], random);
            var start = process.TotalProcessorTime;
            try
            {
                foreach (var outcome in reader.Read("mutant.html", new MemoryStream(page), new ReadOptions()))
                {
                    articles += outcome.Article is null ? 0 : 1;
                    refused += outcome.Article is null ? 1 : 0;
                    if (outcome.Failure is { } failure)
                        reasons[failure.Reason] = reasons.GetValueOrDefault(failure.Reason) + 1;
                }
            }
            catch (Exception problem)
            {
                thrown++;
                Console.Error.WriteLine($"mutant {i}: {problem.GetType().Name}: {problem.Message}");
            }
            process.Refresh();
            var seconds = (process.TotalProcessorTime - start).TotalSeconds;
            slowest = Math.Max(slowest, seconds);
            slow += seconds > LongestSeconds ? 1 : 0;
            memory = Math.Max(memory, GC.GetTotalMemory(forceFullCollection: false));
        }
        Console.WriteLine($"mutants {count}, articles {articles}, refused {refused}, thrown {thrown}, over {LongestSeconds} s {slow}");
        Console.WriteLine($"slowest {slowest:F2} s of processor time, managed memory at most {memory >> 20} MB, process at most {process.PeakWorkingSet64 >> 20} MB");
        foreach (var (reason, times) in reasons.OrderByDescending(reason => reason.Value))
            Console.WriteLine($"  {times}\t{reason}");
        return thrown + slow == 0 ? 0 : 1;
    }
}
