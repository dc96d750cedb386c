using System.Diagnostics;
using System.IO.Compression;
using Demarche.Benchmarks.Baseline;
using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Benchmarks;

/// <summary>
/// Words a second of each stage of language analysis, with one thread and two, and the same sentences in the same run by the
/// baseline: a plain averaged perceptron as tagger and greedy parser. Counted is time on the processor where one thread runs (what
/// other programs do counts little), time on the clock where two run.
/// </summary>
static class LanguageBenchmark
{
    const int Rounds = 5;
    const ulong Seed = 1;

    public static int Run(string repository, string data)
    {
        var folder = new DataFolder(repository);
        var treebank = Treebank(data, "train");
        var dev = Treebank(data, "dev");
        var words = dev.Sum(document => document.Tokens.Count);
        Console.WriteLine($"development treebank: {dev.Length} documents, {words} words, given tokens; best of {Rounds} rounds");

        var tagger = TaggerTraining.Train(treebank, Seed);
        var baseline = ParserTraining.Train(treebank, Seed);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var parser = new SyntaxParser(folder, "en");
        var load = watch.ElapsedMilliseconds;
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        var tokenizer = new Tokenizer(folder, "en");
        var lemmatizer = new Lemmatizer(folder, "en");
        var syntax = dev.Select(document => parser.Parse(document.Tokens.Forms, document.Sentences)).ToArray();
        Console.WriteLine($"syntax model: loaded in {load} ms, {memory / 1e6:F0} MB in memory after loading");

        Console.WriteLine("stage\tthreads\twords/s");
        var slow = Report("baseline tagger and parser", words, dev, ParseByBaseline);
        var fast = Report("syntax", words, dev, Parse);
        Report("tokenizer", words, dev, document => tokenizer.Split(document.Article.Text, new TextSpan(0, document.Article.Text.Length)).Spans.Length);
        var numbered = dev.Zip(syntax).ToArray();
        Report("lemmatizer", words, numbered, pair => lemmatizer.Lemmatize(pair.First.Tokens.Forms, pair.Second.Tagging, pair.First.Sentences).Length);
        Console.WriteLine($"syntax against the baseline: {fast / slow:F2} times the words a second");
        PrintScores("baseline", dev, ParseByBaseline);
        PrintScores("syntax", dev, Parse);
        return 0;

        Syntax Parse(Document document) => parser.Parse(document.Tokens.Forms, document.Sentences);

        Syntax ParseByBaseline(Document document) =>
            baseline.Parse(document.Tokens.Forms, tagger.Tag(document.Tokens.Forms, document.Sentences), document.Sentences);
    }

    static Document[] Treebank(string data, string part)
    {
        var path = Path.Combine(data, "nlp", "ud", $"ud-en-{part}.conllu.gz");
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        return [.. ConlluReader.Read(reader, path, "en")];
    }

    /// <summary>Prints a line for one thread and one for two; returns the words a second of one.</summary>
    static double Report<TDocument, TResult>(string stage, int words, TDocument[] documents, Func<TDocument, TResult> work)
    {
        double one = double.MaxValue, two = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var start = Process.GetCurrentProcess().TotalProcessorTime;
            foreach (var document in documents)
                work(document);
            one = Math.Min(one, (Process.GetCurrentProcess().TotalProcessorTime - start).TotalSeconds);
            var watch = Stopwatch.StartNew();
            Parallel.ForEach(documents, new ParallelOptions { MaxDegreeOfParallelism = 2 }, document => work(document));
            two = Math.Min(two, watch.Elapsed.TotalSeconds);
        }
        Console.WriteLine($"{stage}\t1\t{words / one:F0}");
        Console.WriteLine($"{stage}\t2\t{words / two:F0}");
        return words / one;
    }

    static void PrintScores(string name, Document[] documents, Func<Document, Syntax> parse)
    {
        int words = 0, tags = 0, labelled = 0;
        foreach (var document in documents)
        {
            var gold = document.Tokens;
            var syntax = parse(document);
            words += gold.Count;
            for (var i = 0; i < gold.Count; i++)
            {
                tags += syntax.Tagging.Tags[i] == gold.Tags[i] ? 1 : 0;
                labelled += syntax.Heads[i] == gold.Heads[i] && syntax.Relations[i].Split(':')[0] == gold.Relations[i].Split(':')[0] ? 1 : 0;
            }
        }
        Console.WriteLine($"{name}: UPOS {100.0 * tags / words:F2}, LAS {100.0 * labelled / words:F2}");
    }
}
