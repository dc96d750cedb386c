using System.Globalization;
using Demarche.Cli.Commands;
using Demarche.Coding;
using Demarche.Documents;
using Demarche.Evaluation;
using Demarche.Evaluation.Relations;
using Demarche.Knowledge;
using Demarche.Language;
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

    /// <summary>Events of the seeds, of the news pages and of our own articles against hand coding; linking across the documents of each set.</summary>
    public static IEnumerable<Score> Events(Corpora corpora)
    {
        var whole = new WholeWay(corpora.Shipped);
        foreach (var set in GoldSet.All(corpora, whole))
            foreach (var score in set.Compare(whole.Fuse(set.Coded)).Scores)
                yield return score;
        foreach (var set in GoldSet.Own(whole))
            foreach (var score in set.Compare([]).Scores)
                yield return score;
    }
}
