using System.Collections.Immutable;
using System.Text;
using Demarche.Coding;
using Demarche.Coding.Scoring;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Training;

/// <summary>
/// Trains the scorer of relations: <c>demarche train scorer</c>. It learns from the benchmark's development rows, from sentences of
/// our own and from the rules' examples; the scores it reports are of rows it has not learned from.
/// </summary>
public static class ScorerTraining
{
    /// <summary>Our own sentences with marked parties, by the benchmarks' reading of the codebook.</summary>
    public const string OwnSentences = "data/training/relations-en.tsv";

    const string Benchmark = "eventcoding/PLV_train.tsv";

    // Our own sentences are six times as many as the benchmark's and mostly shorter, a rule's examples hold little beside its trigger.
    const double OfBenchmark = 3, OfOwn = 1, OfRules = 0.5;

    public static TrainedModel Train(TrainingRun run)
    {
        var ontology = new Ontology(run.Shipped, Codebook.Benchmark);
        var (benchmark, own) = Read(run);
        var trainer = Trainer(run, ontology);
        var scores = CrossValidation.Predict(benchmark, own, trainer, ontology, Report).Select(held => CrossValidation.Scores(held, benchmark, ontology));
        var model = trainer.Train([.. benchmark, .. own]);
        var path = run.PathOf("en/scorer.tsv");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (var output = new StreamWriter(path, false, new UTF8Encoding(false)))
            RelationModel.Write(output, model.Select(row => (row.Key, row.Value)));
        return new TrainedModel("scorer", "en/scorer.tsv", "PLV development rows, our own sentences, examples of our rules", "MIT", "macro-F1 of type/quad/binary: " + string.Join("; ", scores));

        void Report(int rows) => run.Report("scorer", "cross-validation", rows, 0);
    }

    /// <summary>
    /// What scorers trained on parts of the benchmark say of the rest of it: the only fair measure of one that ships having learned
    /// from all of it.
    /// </summary>
    public static ImmutableArray<HeldOut> CrossValidate(TrainingRun run)
    {
        var ontology = new Ontology(run.Shipped, Codebook.Benchmark);
        var (benchmark, own) = Read(run);
        return CrossValidation.Predict(benchmark, own, Trainer(run, ontology), ontology, rows => run.Report("scorer", "cross-validation", rows, 0));
    }

    static RelationTrainer Trainer(TrainingRun run, Ontology ontology) => new([.. RelationModel.Types.Select(ontology.Quad)], run.Seed);

    static (List<RelationExample> Benchmark, List<RelationExample> Own) Read(TrainingRun run)
    {
        var classifier = new RelationClassifier(run.Shipped, Codebook.Benchmark, null);
        var parser = TextParser.Load(run.Shipped, "en");
        List<RelationExample> benchmark, own;
        using (var rows = run.Open(Benchmark))
            benchmark = Examples(rows, classifier, parser, Benchmark, OfBenchmark, run);
        using (var rows = new StreamReader(run.Shipped.Open(OwnSentences)))
            own = Examples(rows, classifier, parser, OwnSentences, OfOwn, run);
        own.AddRange(RuleExamples(classifier, parser, run));
        return (benchmark, own);
    }

    static List<RelationExample> Examples(TextReader rows, RelationClassifier classifier, TextParser parser, string path, double weight, TrainingRun run)
    {
        var examples = new List<RelationExample>();
        foreach (var row in MarkedSentence.ReadAll(rows).Take(run.Limit))
        {
            if (EventTypes.Parse(row.Type == "YIELD" ? "RETREAT" : row.Type) is not { } type)
                throw new DataFileException(path, $"no event type '{row.Type}' at \"{row.Text}\"");
            run.Report("scorer", "sentences", examples.Count, 0);
            examples.Add(new RelationExample(classifier.Look(Parse(parser, row.Text), row.Source, row.Target).Features, RelationModel.Column(type), weight));
        }
        return examples;
    }

    // A rule always fits its own examples, so they teach words alone: else the scorer learned to believe whatever a rule says.
    static IEnumerable<RelationExample> RuleExamples(RelationClassifier classifier, TextParser parser, TrainingRun run)
    {
        foreach (var rule in classifier.Rules.Rules.Take(run.Limit))
            foreach (var example in rule.Examples)
                if (example.Status is { } status && status.IsReal() && Find(example.Sentence, example.Actors) is var source && !source.IsEmpty)
                    yield return new RelationExample(
                        [.. classifier.Look(Parse(parser, example.Sentence), source, Find(example.Sentence, example.Recipients)).Features.Where(feature => !RelationFeatures.IsOfRules(feature))],
                        RelationModel.Column(rule.Category.Type), OfRules);
    }

    static ImmutableArray<TextSpan> Find(string sentence, string words) =>
        words.Length > 0 && sentence.IndexOf(words, StringComparison.Ordinal) is var at and >= 0 ? [new TextSpan(at, at + words.Length)] : [];

    static Document Parse(TextParser parser, string text) =>
        parser.Parse(new Article { Id = new ArticleId("row"), Input = "training", Language = "en", Text = text });
}
