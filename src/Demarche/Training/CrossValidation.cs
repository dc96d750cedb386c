using System.Globalization;
using Demarche.Coding.Scoring;
using Demarche.Knowledge;

namespace Demarche.Training;

/// <summary>How well a scorer does on rows it has not learned from: macro-F1 of type, quad and cooperation against conflict.</summary>
static class CrossValidation
{
    const int Folds = 5;

    public static string Measure(IReadOnlyList<RelationExample> rows, IReadOnlyList<RelationExample> always, RelationTrainer trainer, Ontology ontology, TrainingRun run)
    {
        var parts = new List<string>
        {
            Held("even to odd", row => row % 2 == 1),
            Held("odd to even", row => row % 2 == 0),
        };
        var predicted = new int[rows.Count];
        for (var fold = 0; fold < Folds; fold++)
            Predict(row => row % Folds == fold, predicted);
        parts.Add("five folds " + F1(Enumerable.Range(0, rows.Count), predicted));
        // The rules were never written with these rows in view.
        parts.Add("five folds, rows 4n+3 " + F1(Enumerable.Range(0, rows.Count).Where(row => row % 4 == 3), predicted));
        return string.Join("; ", parts);

        string Held(string name, Func<int, bool> isHeld)
        {
            var told = new int[rows.Count];
            Predict(isHeld, told);
            return name + " " + F1(Enumerable.Range(0, rows.Count).Where(isHeld), told);
        }

        void Predict(Func<int, bool> isHeld, int[] told)
        {
            run.Report("scorer", "cross-validation", 0, 0);
            var model = new RelationScorer(trainer.Train([.. rows.Where((_, row) => !isHeld(row)), .. always]));
            for (var row = 0; row < rows.Count; row++)
                if (isHeld(row))
                    told[row] = model.Choose(rows[row].Features, ontology);
        }

        string F1(IEnumerable<int> held, int[] told)
        {
            var all = held.ToList();
            return string.Join('/', new Func<int, int>[] { type => type, Quad, type => Quad(type) > 2 ? 1 : 0 }
                .Select(level => MacroF1([.. all.Select(row => (level(rows[row].Type), level(told[row])))]).ToString("F3", CultureInfo.InvariantCulture)));
        }

        int Quad(int type) => ontology.Quad(RelationScorer.Types[type]);
    }

    static double MacroF1(IReadOnlyList<(int Gold, int Told)> pairs) =>
        pairs.SelectMany(pair => new[] { pair.Gold, pair.Told }).Distinct().Average(label =>
            2.0 * pairs.Count(pair => pair.Gold == label && pair.Told == label) / (pairs.Count(pair => pair.Gold == label) + pairs.Count(pair => pair.Told == label)));
}
