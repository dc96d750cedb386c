using System.Collections.Immutable;
using System.Globalization;
using Demarche.Documents;
using Demarche.Language;

namespace Demarche.Training;

/// <summary>
/// Trains the tagger and parser: word vectors from raw text; a first network from the treebank; that network parses part of the
/// raw text; the network that ships learns from both, for the treebank has little of news and speeches.
/// </summary>
public static class SyntaxTraining
{
    // All sentences of news, and every so many of the speeches, are parsed for the second network.
    const int SpeechStep = 13;
    const int ShortestSample = 4;
    const int LongestSample = 60;

    public static TrainedModel Train(TrainingRun run) => Train(run, new SyntaxShape(), new SyntaxTrainingOptions(), Environment.ProcessorCount);

    internal static TrainedModel Train(TrainingRun run, SyntaxShape shape, SyntaxTrainingOptions options, int threads)
    {
        options = options with { Seed = run.Seed };
        var documents = run.Treebank("nlp/ud/ud-en-train.conllu.gz");
        var dev = run.Treebank("nlp/ud/ud-en-dev.conllu.gz");
        var tokenizer = new Tokenizer(run.Shipped, "en");
        var treebankForms = documents.SelectMany(document => document.Sentences.Select(sentence => document.Tokens.Forms[sentence.First..sentence.End]));
        var news = Sentences(run, tokenizer, "news", [.. RawText.ReadNews(run)], threads);
        var speeches = Sentences(run, tokenizer, "speeches", [.. RawText.ReadSpeeches(run)], threads);
        var sample = new List<ImmutableArray<string>>();
        var text = treebankForms.Concat(Collect(news, 1, sample)).Concat(Collect(speeches, SpeechStep, sample));
        var vectors = WordVectorTrainer.Train(text, new WordVectorOptions { Width = shape.Vector, Seed = run.Seed });
        var vocabulary = VocabularyBuilder.Build(documents, sample, vectors);

        var teacher = new SyntaxModel(shape, vocabulary);
        var treebank = documents.SelectMany(document => TrainingSentence.Of(document, teacher)).ToArray();
        SyntaxTrainer.Train(teacher, treebank, [], options, threads, Report(run, "first network", options));
        var parsed = Parse(teacher, sample).ToArray();
        new SeededRandom(run.Seed).Shuffle(parsed.AsSpan());
        var model = new SyntaxModel(shape, vocabulary);
        SyntaxTrainer.Train(model, treebank, parsed, options, threads, Report(run, "second network", options));

        SyntaxModelFile.Write(model, run.PathOf("en/syntax.model"));
        return new TrainedModel(
            SyntaxModelFile.Kind, "en/syntax.model", "UD English EWT, GUM (free genres); raw text of GMB and of the UN general debate",
            "CC-BY-SA-4.0 AND CC-BY-4.0 AND CC0-1.0", Measure(new SyntaxParser(model), dev));
    }

    static Action<int, double> Report(TrainingRun run, string step, SyntaxTrainingOptions options) =>
        (epoch, loss) => run.Report(SyntaxModelFile.Kind, string.Create(CultureInfo.InvariantCulture, $"{step}, loss {loss:F3}"), epoch + 1, options.Epochs);

    static IEnumerable<ImmutableArray<string>> Sentences(TrainingRun run, Tokenizer tokenizer, string step, string[] texts, int threads)
    {
        var done = 0;
        foreach (var text in texts.AsParallel().AsOrdered().WithDegreeOfParallelism(threads).Select(text => tokenizer.Split(text, new TextSpan(0, text.Length))))
        {
            foreach (var sentence in text.Sentences)
                yield return text.Forms[sentence.First..sentence.End];
            if (++done % 1000 == 0)
                run.Report(SyntaxModelFile.Kind, step, done, texts.Length);
        }
    }

    /// <summary>Passes sentences on, and keeps every so many.</summary>
    static IEnumerable<ImmutableArray<string>> Collect(IEnumerable<ImmutableArray<string>> sentences, int step, List<ImmutableArray<string>> sample)
    {
        var number = 0;
        foreach (var sentence in sentences)
        {
            yield return sentence;
            if (number++ % step == 0 && sentence.Length is >= ShortestSample and <= LongestSample)
                sample.Add(sentence);
        }
    }

    static IEnumerable<TrainingSentence> Parse(SyntaxModel teacher, List<ImmutableArray<string>> sample)
    {
        var parser = new SyntaxParser(teacher);
        foreach (var part in sample.Chunk(1000))
        {
            var forms = part.SelectMany(sentence => sentence).ToImmutableArray();
            var sentences = ImmutableArray.CreateBuilder<Sentence>(part.Length);
            var first = 0;
            foreach (var sentence in part)
            {
                sentences.Add(new Sentence(default, first, first + sentence.Length));
                first += sentence.Length;
            }
            var all = sentences.MoveToImmutable();
            foreach (var sentence in TrainingSentence.Of(forms, all, parser.Parse(forms, all), teacher))
                yield return sentence;
        }
    }

    static string Measure(SyntaxParser parser, List<Document> documents)
    {
        int words = 0, tags = 0, fineTags = 0, features = 0, heads = 0, labelled = 0;
        foreach (var document in documents)
        {
            var gold = document.Tokens;
            var syntax = parser.Parse(gold.Forms, document.Sentences);
            words += gold.Count;
            for (var i = 0; i < gold.Count; i++)
            {
                tags += syntax.Tagging.Tags[i] == gold.Tags[i] ? 1 : 0;
                fineTags += syntax.Tagging.FineTags[i] == gold.FineTags[i] ? 1 : 0;
                features += syntax.Tagging.Features[i] == gold.Features[i] ? 1 : 0;
                if (syntax.Heads[i] != gold.Heads[i])
                    continue;
                heads++;
                labelled += syntax.Relations[i].Split(':')[0] == gold.Relations[i].Split(':')[0] ? 1 : 0;
            }
        }
        return $"UPOS {Percent(tags)}, XPOS {Percent(fineTags)}, UFeats {Percent(features)}, UAS {Percent(heads)}, LAS {Percent(labelled)} (given tokens)";

        string Percent(int right) => (100.0 * right / words).ToString("F2", CultureInfo.InvariantCulture);
    }
}
