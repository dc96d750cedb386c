using System.Globalization;
using Demarche.Cli.Commands;
using Demarche.Coding;
using Demarche.Documents;
using Demarche.Evaluation;
using Demarche.Evaluation.Coding;
using Demarche.Evaluation.Relations;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Places;
using Demarche.Language;
using Demarche.Linking;
using Demarche.Reading;
using Demarche.Storage;
using Demarche.Training;

namespace Demarche.Cli.Evaluation;

/// <summary>Measures of the coding stage, and of linking on what it coded.</summary>
static class CodingTasks
{
    /// <summary>The relation of two given parties: by the rules alone, and by scorers that have not learned from the rows they are asked about.</summary>
    public static IEnumerable<Score> Relations(Corpora corpora)
    {
        var path = corpora.PathOf("eventcoding/PLV_train.tsv");
        var gold = new List<RelationLabel>();
        using (var table = new TsvFile(File.OpenRead(path), path, "gold_root", "gold_penta"))
        {
            int root = table.Column("gold_root"), quad = table.Column("gold_penta");
            while (table.Read())
                gold.Add(new RelationLabel(table[root], int.Parse(table[quad], CultureInfo.InvariantCulture)));
        }
        var parser = TextParser.Load(corpora.Shipped, "en");
        var classifier = new RelationClassifier(corpora.Shipped, rulesAlone: true);
        using var rows = new StreamReader(path);
        var system = MarkedSentence.ReadAll(rows).Select(row => classifier.Classify(
                parser.Parse(new Article { Id = new ArticleId("row"), Input = path, Language = "en", Text = row.Text }), row.Source, row.Target))
            .Select(relation => new RelationLabel(relation.Type.ToString(), relation.Quad)).ToList();
        var run = new TrainingRun(corpora.Folder, corpora.Shipped, "", int.MaxValue, 1, new Progress<TrainingProgress>(), CancellationToken.None);
        var ontology = new Ontology(corpora.Shipped, Codebook.Benchmark);
        return
        [
            .. RelationScorer.Compare(gold, system, "PLV_train/rules-alone"),
            .. ScorerTraining.CrossValidate(run).SelectMany(held => RelationScorer.Compare(
                [.. held.Told.Select(told => gold[told.Row])], [.. held.Told.Select(told => new RelationLabel(told.Type.ToString(), ontology.Quad(told.Type)))],
                held.Name == "five-folds" ? "PLV_train" : "PLV_train/" + held.Name)),
        ];
    }

    /// <summary>Events of the seeds and of the news pages against hand coding; linking across the documents of each set.</summary>
    public static IEnumerable<Score> Events(Corpora corpora)
    {
        var parser = TextParser.Load(corpora.Shipped, "en");
        var coder = new Coder(corpora.Shipped, new ActorRegister(corpora.Shipped, new Gazetteer(corpora.Shipped)), "evaluation");
        var reader = ArticleReader.Load(corpora.Shipped);
        foreach (var (data, goldPath, texts) in new[] { ("seeds", "seeds/events.gold.json", "seeds"), ("news", "news/events.gold.json", "pages/ground-truth.json") })
        {
            var gold = EventGold.Load(corpora.PathOf(goldPath), corpora.PathOf(texts));
            List<Article> articles = [.. data == "seeds"
                // The seeds are dumps of pages, to be read with their chrome; the pages' texts are bodies.
                ? gold.Texts.Select(text => ReadDump(reader, text))
                : gold.Texts.Select(text => new Article { Id = text.Id, Input = text.Id.Value, Text = text.Text, Language = "en", Published = text.Published, Blocks = [new Block(BlockKind.Body, new TextSpan(0, text.Text.Length))] })];
            List<CodedArticle> coded = [.. articles.Select(article => new CodedArticle { Article = article, Events = coder.Code(parser.Parse(article)).Events, Version = "evaluation" })];
            var fused = Fuse(corpora.Shipped, coded);
            foreach (var score in new EventScorer(gold).Compare([.. coded.SelectMany(article => article.Events)], data, report => fused.GetValueOrDefault(report.Id)).Scores)
                yield return score;
        }
    }

    static Article ReadDump(ArticleReader reader, GoldText text)
    {
        using var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text.Text));
        return reader.Read(text.Id.Value, bytes, new ReadOptions()).Single().Article! with { Id = text.Id };
    }

    /// <summary>The fused event of each report, by way of a store of its own.</summary>
    static Dictionary<ReportedEventId, string> Fuse(DataFolder data, IReadOnlyList<CodedArticle> coded)
    {
        var folder = Directory.CreateTempSubdirectory("demarche-evaluate-");
        try
        {
            using var store = EventStore.OpenOrCreate(Path.Combine(folder.FullName, "events.db"));
            new EventKeeper(new Linker(LinkingWords.Load(data)), store).Keep(coded);
            return store.Events(new EventQuery()).SelectMany(one => one.Reports, (one, report) => (report.Id, one.Id.Value)).ToDictionary(pair => pair.Id, pair => pair.Value);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
