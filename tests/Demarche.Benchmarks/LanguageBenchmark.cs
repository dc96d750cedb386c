using System.Diagnostics;
using System.IO.Compression;
using Demarche.Benchmarks.Baseline;
using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Places;
using Demarche.Language;
using Demarche.Language.Coreference;
using Demarche.Language.Names;
using Demarche.Language.Places;
using Demarche.Language.Quotations;
using Demarche.Language.Times;

namespace Demarche.Benchmarks;

/// <summary>
/// Words a second of language analysis, stage by stage and from raw text to the complete document, with one thread and two; then
/// the same texts in the same run by the baseline, a plain averaged perceptron as tagger and greedy parser. Counted is time on the
/// processor where one thread runs (what other programs do counts little), time on the clock where two run.
/// </summary>
static class LanguageBenchmark
{
    const int Rounds = 3;
    const ulong Seed = 1;

    /// <param name="share">The baseline learns from every so many-th document: its speed is the same, its scores lower, its training shorter.</param>
    public static int Run(string repository, string data, int share)
    {
        var folder = new DataFolder(repository);
        var dev = Treebank(data, "dev");
        var articles = dev.Select(document => new Article { Id = document.Article.Id, Input = "dev", Text = document.Article.Text, Language = "en" }).ToArray();

        var watch = Stopwatch.StartNew();
        var start = Process.GetCurrentProcess().TotalProcessorTime;
        var tokenizer = new Tokenizer(folder, "en");
        var parser = new SyntaxParser(folder, "en");
        var lemmatizer = new Lemmatizer(folder, "en");
        var names = new NameFinder(folder, "en");
        var coreference = new CoreferenceResolver(folder, "en");
        var times = new TimeFinder(Calendar.Load(folder, "en"));
        var places = new PlaceFinder(new Gazetteer(folder), new StateNames(folder), new Namesakes(folder));
        var reporting = ReportingLexicon.Load(folder, "en");
        var quotations = new QuotationFinder(reporting, QuotationWords.Load(folder, "en"));
        var whole = new TextParser(tokenizer, parser, lemmatizer, names, coreference, times, places, quotations, reporting);
        var (clock, processor) = (watch.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - start).TotalSeconds);

        var parsed = Array.ConvertAll(articles, whole.Parse);
        var words = parsed.Sum(document => document.Tokens.Count);
        Console.WriteLine($"texts: {articles.Length} documents of the development treebank, {words} words; best of {Rounds} rounds");
        Console.WriteLine($"models: {new DirectoryInfo(Path.Combine(repository, "models", "en")).EnumerateFiles().Sum(file => file.Length) / 1e6:F1} MB on disk; models and lexicons loaded in {clock:F2} s on the clock, {processor:F2} s of the processor");

        Console.WriteLine("stage\twords/s, one thread\twords/s, two threads");
        Report("tokenizer", words, articles, article => tokenizer.Split(article.Text, new TextSpan(0, article.Text.Length)));
        var syntax = Array.ConvertAll(parsed, Syntax);
        var fast = Report("syntax", words, parsed, Syntax);
        Report("lemmas", words, [.. parsed.Zip(syntax)], pair => lemmatizer.Lemmatize(pair.First.Tokens.Forms, pair.Second.Tagging, pair.First.Sentences).Length);
        Report("names", words, [.. parsed.Zip(syntax)], pair => names.Find(pair.First.Tokens.Forms, pair.First.Sentences, pair.Second).Length);
        Report("coreference", words, parsed, document => coreference.Resolve(document.Tokens, document.Sentences, document.Names).Length);
        Report("times", words, parsed, document => times.Find(document.Article.Text, document.Tokens, document.Sentences, document.Article.Published).Length);
        Report("places", words, parsed, document => places.Find(document.Tokens, document.Sentences, document.Names, document.Article.Text).Length);
        Report("quotations", words, parsed, document => quotations.Find(document.Article, document.Tokens, document.Sentences, document.Names).Length);
        Report("whole, raw text to document", words, articles, whole.Parse);
        using (var process = Process.GetCurrentProcess())
            Console.WriteLine($"working set: {process.WorkingSet64 / 1e6:F0} MB, at most {process.PeakWorkingSet64 / 1e6:F0} MB, the texts and their parses included");

        var treebank = Treebank(data, "train").Where((_, number) => number % share == 0).ToArray();
        var tagger = TaggerTraining.Train(treebank, Seed);
        var baseline = ParserTraining.Train(treebank, Seed);
        var slow = Report("baseline: perceptron, tags and trees", words, parsed, Baseline);
        Console.WriteLine($"syntax against the baseline: {fast / slow:F2} times the words a second");
        PrintScores(share == 1 ? "baseline" : $"baseline, learned from 1/{share} of the treebank", dev, Baseline);
        PrintScores("syntax", dev, Syntax);
        return 0;

        Syntax Syntax(Document document) => parser.Parse(document.Tokens.Forms, document.Sentences);

        Syntax Baseline(Document document) =>
            baseline.Parse(document.Tokens.Forms, tagger.Tag(document.Tokens.Forms, document.Sentences), document.Sentences);
    }

    static Document[] Treebank(string data, string part)
    {
        var path = Path.Combine(data, "nlp", "ud", $"ud-en-{part}.conllu.gz");
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        return [.. ConlluReader.Read(reader, path, "en")];
    }

    /// <summary>Prints a line for one thread and two; returns the words a second of one.</summary>
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
        Console.WriteLine($"{stage}\t{words / one:F0}\t{words / two:F0}");
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
