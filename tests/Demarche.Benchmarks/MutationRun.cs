using System.Diagnostics;
using System.Text;
using Demarche.Knowledge;
using Demarche.Reading;

namespace Demarche.Benchmarks;

/// <summary>
/// Reads real pages broken at random, always in the same way: cut short, nested deep, with broken entities, in other encodings, with huge
/// attributes. Prints what came of them, the slowest page by processor time and the most memory; fails where a page throws or is slow.
/// </summary>
static class MutationRun
{
    const int Seed = 20240301;
    const double LongestSeconds = 2;

    static readonly string[] Pieces =
    [
        "<", ">", "\"", "&", "&#x110000;", "&#0;", "&NotEqualTilde;", "<p", "</div>", "<table><tr>", "<!--", "-->", "<script>", "</script>", "<title>", "<svg>", "<template>", "<form>", "</p>", "<b><i><a href=x>", "]]>",
        "\0", "\uFEFF", "\uD83D", "\u202E", "<time datetime='9999-99-99'>", "<meta property='article:published_time' content='2021-13-45'>", "<plaintext>", "<select><option>", "<h1>", " class='comment related byline'",
    ];

    public static int Run(string repository, string folder, int count)
    {
        var reader = ArticleReader.Load(new DataFolder(repository));
        var pages = Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(ReadingBenchmark.Unpack).ToArray();
        var random = new Random(Seed);
        var process = Process.GetCurrentProcess();
        int articles = 0, refused = 0, thrown = 0, slow = 0;
        double slowest = 0;
        long memory = 0;
        var reasons = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var page = Mutate(pages[random.Next(pages.Length)], random);
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

    static byte[] Mutate(byte[] page, Random random)
    {
        var text = new StringBuilder(Encoding.UTF8.GetString(page));
        for (var change = random.Next(1, 6); change > 0; change--)
            Change(text, random);
        Encoding[] encodings = [Encoding.UTF8, Encoding.UTF8, Encoding.Unicode, Encoding.Latin1, Encoding.BigEndianUnicode];
        var bytes = encodings[random.Next(encodings.Length)].GetBytes(text.ToString());
        for (var flips = random.Next(3) == 0 ? random.Next(1, 20) : 0; flips > 0 && bytes.Length > 0; flips--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    static void Change(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var piece = Pieces[random.Next(Pieces.Length)];
        switch (random.Next(7))
        {
            case 0: // cut short
                text.Length = at;
                break;
            case 1:
                text.Remove(at, Math.Min(text.Length - at, random.Next(5000)));
                break;
            case 2: // nested, or the same piece again and again
                text.Insert(at, string.Concat(Enumerable.Repeat(random.Next(2) == 0 ? "<div>" : piece, random.Next(1, 4000))));
                break;
            case 3:
                text.Insert(at, $"<div class=\"{new string((char)random.Next('a', 'z'), random.Next(1, 200_000))}\" id='{string.Concat(Enumerable.Repeat(piece, random.Next(1, 2000)))}'>");
                break;
            case 4:
                text.Insert(at, text.ToString(at, Math.Min(text.Length - at, random.Next(20_000))));
                break;
            case 5:
                text.Replace(random.Next(2) == 0 ? ">" : "\"", piece, at, Math.Min(text.Length - at, random.Next(2000)));
                break;
            default:
                text.Insert(at, piece);
                break;
        }
    }
}
