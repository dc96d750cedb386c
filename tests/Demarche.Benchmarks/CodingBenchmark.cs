using System.Diagnostics;
using Demarche.Coding;
using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Places;
using Demarche.Language;

namespace Demarche.Benchmarks;

/// <summary>
/// Sentences a second with one thread: coding with the parse given, the whole way from text, and coding with four times as many
/// rules, once on words that the sentences do not have and once on the same words. The sentences are those of the committed tests
/// (status grid and silence), each a text by itself. Counted is time on the processor; the best of some rounds.
/// </summary>
static class CodingBenchmark
{
    const int Rounds = 25;
    const int Copies = 4;

    public static int Run(string repository)
    {
        var data = new DataFolder(repository);
        var parser = TextParser.Load(data, "en");
        var articles = Sentences(repository).Select(sentence => new Article { Id = new ArticleId("x"), Input = "x", Text = sentence, Language = "en" }).ToArray();
        var documents = articles.Select(parser.Parse).ToArray();
        Console.WriteLine($"{documents.Sum(document => document.Sentences.Length)} sentences, {documents.Sum(document => document.Tokens.Count)} words; best of {Rounds} rounds");
        Console.WriteLine("what\tsentences/s\twords/s");
        var coder = Coder(data);
        // The just-in-time compiler needs some rounds before it is done with the hot methods.
        for (var round = 0; round < Rounds; round++)
            foreach (var document in documents)
                coder.Code(document);
        var given = Report("coding, parse given", documents, coder.Code);
        Report("the whole way from text", articles[..300], article => coder.Code(parser.Parse(article)), documents[..300]);
        foreach (var sameWords in (bool[])[false, true])
        {
            var folder = Directory.CreateTempSubdirectory("demarche-rules");
            try
            {
                var more = Coder(Multiplied(repository, folder.FullName, sameWords));
                var slower = Report($"{Copies} x rules, {(sameWords ? "the same words" : "other words")}", documents, more.Code);
                Console.WriteLine($"  {given / slower:F2} x the time");
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
        return 0;

        double Report<T, TResult>(string what, T[] items, Func<T, TResult> work, Document[]? counted = null)
        {
            var sentences = (counted ?? documents).Sum(document => document.Sentences.Length);
            var words = (counted ?? documents).Sum(document => document.Tokens.Count);
            var best = double.MaxValue;
            for (var round = 0; round < Rounds; round++)
            {
                var start = Process.GetCurrentProcess().TotalProcessorTime;
                foreach (var item in items)
                    work(item);
                best = Math.Min(best, (Process.GetCurrentProcess().TotalProcessorTime - start).TotalSeconds);
            }
            Console.WriteLine($"{what}\t{sentences / best:F0}\t{words / best:F0}");
            return sentences / best;
        }
    }

    static Coder Coder(DataFolder data) => new(data, new ActorRegister(data, new Gazetteer(data)), "benchmark");

    static IEnumerable<string> Sentences(string repository)
    {
        var tests = Path.Combine(repository, "tests", "data");
        return File.ReadLines(Path.Combine(tests, "status-grid.tsv")).Skip(1).Select(line => line.Split('\t')[0])
            .Concat(File.ReadLines(Path.Combine(tests, "silence.txt")).Where(line => !line.StartsWith('#'))).Distinct(StringComparer.Ordinal);
    }

    /// <summary>The data with every rule file copied under further names, its triggers as they are or made words that no text has.</summary>
    static DataFolder Multiplied(string repository, string folder, bool sameWords)
    {
        Directory.CreateSymbolicLink(Path.Combine(folder, "models"), Path.Combine(repository, "models"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(repository, "data"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(repository, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
            if (file.EndsWith(".rules", StringComparison.Ordinal) && !file.EndsWith("frames.rules", StringComparison.Ordinal))
                for (var number = 2; number <= Copies; number++)
                    File.WriteAllLines(copy[..^".rules".Length] + number + ".rules", File.ReadLines(file).Where(line => !line.StartsWith("example:", StringComparison.Ordinal) && !line.StartsWith("reject:", StringComparison.Ordinal))
                        .Select(line => sameWords ? line : OtherWords(line, number)));
        }
        return new DataFolder(folder);
    }

    static string OtherWords(string line, int number) =>
        line.StartsWith("verbs:", StringComparison.Ordinal) || line.StartsWith("nouns:", StringComparison.Ordinal) || line.StartsWith("predicates:", StringComparison.Ordinal)
            ? string.Join(" | ", line.Split('|').Select((item, at) => at == 0 ? $"{item[..item.IndexOf(':', StringComparison.Ordinal)]}: zz{number}{at}" : $"zz{number}{at}"))
            : line;
}
