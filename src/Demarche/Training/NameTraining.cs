using System.Collections.Immutable;
using System.Globalization;
using Demarche.Language;
using Demarche.Language.Names;

namespace Demarche.Training;

/// <summary>Trains the name finder: <c>demarche train names</c>.</summary>
public static class NameTraining
{
    /// <summary>Our own sentences of world news, marked by the guideline of Universal NER.</summary>
    public const string OwnSentences = "data/training/names-en.bio";

    // Of GMB only the public-domain text is used, never its labels.
    static readonly string[] RawTables = ["gmb-train", "uner-ewt-train", "gum-train", "wikigold"];

    static readonly string[] DevelopmentSets = ["uner-ewt-dev", "gum-dev", "crossner-politics-dev"];

    public static TrainedModel Train(TrainingRun run)
    {
        var lexicon = new NameLexicon();
        lexicon.LearnWords(RawText(run), run.Seed, step => run.Report("names", step, 0, 0));
        lexicon.TakeLists(NameLists.Of(run.Shipped));
        var parser = new SyntaxParser(run.Shipped, "en");
        var model = new NameTrainer(parser, run.Seed, step => run.Report("names", step, 0, 0)).Train(Corpora(run), lexicon);
        ModelFile.Write(run.PathOf("en/names.model"), NameModel.Kind, NameModel.Version, model.Write);
        return new TrainedModel(
            "names", "en/names.model", "Universal NER EWT, GUM names, WikiGold, CrossNER politics, our own news sentences; raw: UN General Debate, GMB",
            "CC-BY-SA-4.0 AND CC-BY-4.0 AND MIT AND CC0-1.0", Measure(model, parser, run));
    }

    // Group 0, whose guideline the finder follows, is Universal NER and our own; the others differ in what they mark and how far.
    static ImmutableArray<NameCorpus> Corpora(TrainingRun run)
    {
        using var own = new StreamReader(run.Shipped.Open(OwnSentences));
        var politics = Gold(run, "crossner-politics-train", 3, marksMiscellaneous: true);
        return
        [
            Limit(NameCorpus.Read(own, OwnSentences, 0, marksMiscellaneous: false), run),
            Gold(run, "uner-ewt-train", 0, marksMiscellaneous: false),
            Gold(run, "gum-train", 1, marksMiscellaneous: true),
            Gold(run, "wikigold", 2, marksMiscellaneous: true),
            // Its sentences stand alone, each from another article.
            politics with { Documents = [.. politics.Documents.SelectMany(document => document).Select(sentence => ImmutableArray.Create(sentence))] },
        ];
    }

    static NameCorpus Gold(TrainingRun run, string name, int group, bool marksMiscellaneous)
    {
        using var reader = run.Open(PathOf(name));
        return Limit(NameCorpus.Read(reader, name, group, marksMiscellaneous), run);
    }

    static NameCorpus Limit(NameCorpus corpus, TrainingRun run) => corpus with { Documents = [.. corpus.Documents.Take(run.Limit)] };

    static IEnumerable<IReadOnlyList<string>> RawText(TrainingRun run)
    {
        using (var speeches = run.Open("nlp/raw/un-general-debate-1990-2024.jsonl.gz"))
            foreach (var paragraph in NameRawText.Speeches(speeches).Take(run.Limit))
                yield return paragraph;
        foreach (var name in RawTables)
        {
            using var table = run.Open(PathOf(name));
            foreach (var sentence in NameRawText.FirstColumn(table).Take(run.Limit))
                yield return sentence;
        }
    }

    static string PathOf(string name) => $"nlp/ner/ner-en-{name}.bio.gz";

    static string Measure(NameModel model, SyntaxParser parser, TrainingRun run)
    {
        var scores = DevelopmentSets.Select(name => string.Create(CultureInfo.InvariantCulture, $"{name} {100 * NameMeasure.F1(model, Gold(run, name, 0, true), parser):F1}"));
        return "F1 of PER, ORG, LOC: " + string.Join(", ", scores);
    }
}
