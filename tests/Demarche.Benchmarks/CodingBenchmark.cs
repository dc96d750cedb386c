using System.Diagnostics;
using Demarche.Coding;
using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Places;
using Demarche.Language;

namespace Demarche.Benchmarks;

/// <summary>
/// Sentences a second with one thread: coding with the parse given, the same with four times as many rules, once on words that the
/// sentences do not have and once on the same words, and the whole way from text. The sentences are those of the committed tests
/// (status grid and silence), each a text by itself. Counted is time on the processor. All take turns in every round, so that
/// whatever else the machine does falls on all of them; ratios are within a round, of which the middle one is told.
/// </summary>
static class CodingBenchmark
{
    const int Rounds = 25, WarmUps = 10;
    const int Copies = 4;

    public static int Run(string repository)
    {
        var data = new DataFolder(repository);
        var parser = TextParser.Load(data, "en");
        var articles = Sentences(repository).Select(sentence => new Article { Id = new ArticleId("x"), Input = "x", Text = sentence, Language = "en" }).ToArray();
        var documents = articles.Select(parser.Parse).ToArray();
        var folders = new[] { false, true }.Select(sameWords => (SameWords: sameWords, Folder: Directory.CreateTempSubdirectory("demarche-rules"))).ToArray();
        try
        {
            var coder = Coder(data);
            var work = new List<(string Name, Action<int> Code, Document[] Counted)> { ("coding, parse given", at => coder.Code(documents[at]), documents) };
            foreach (var (sameWords, folder) in folders)
            {
                var more = Coder(Multiplied(repository, folder.FullName, sameWords));
                work.Add(($"{Copies} x rules, {(sameWords ? "the same words" : "other words")}", at => more.Code(documents[at]), documents));
            }
            work.Add(("the whole way from text", at => coder.Code(parser.Parse(articles[at])), documents[..300]));
            Report(documents, work);
        }
        finally
        {
            foreach (var (_, folder) in folders)
                folder.Delete(recursive: true);
        }
        return 0;
    }

    static void Report(Document[] documents, List<(string Name, Action<int> Code, Document[] Counted)> work)
    {
        var seconds = work.Select(_ => new List<double>()).ToArray();
        // The just-in-time compiler needs some rounds before it is done with the hot methods.
        for (var round = -WarmUps; round < Rounds; round++)
            for (var number = 0; number < work.Count; number++)
            {
                var start = Process.GetCurrentProcess().TotalProcessorTime;
                for (var at = 0; at < work[number].Counted.Length; at++)
                    work[number].Code(at);
                if (round >= 0)
                    seconds[number].Add((Process.GetCurrentProcess().TotalProcessorTime - start).TotalSeconds);
            }
        Console.WriteLine($"{documents.Sum(document => document.Sentences.Length)} sentences, {documents.Sum(document => document.Tokens.Count)} words; best of {Rounds} rounds, ratios the middle of {Rounds}");
        Console.WriteLine("what\tsentences/s\twords/s\ttime");
        for (var number = 0; number < work.Count; number++)
        {
            var (name, _, counted) = work[number];
            var best = seconds[number].Min();
            var ratio = counted.Length == documents.Length ? $"{seconds[number].Zip(seconds[0], (more, one) => more / one).Order().ElementAt(Rounds / 2):F2} x" : "";
            Console.WriteLine($"{name}\t{counted.Sum(document => document.Sentences.Length) / best:F0}\t{counted.Sum(document => document.Tokens.Count) / best:F0}\t{ratio}");
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
