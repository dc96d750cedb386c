using System.Collections.Immutable;
using System.Globalization;
using Demarche.Coding.Scoring;
using Demarche.Knowledge;

namespace Demarche.Training;

/// <summary>What scorers said of rows that they had not learned from.</summary>
/// <param name="Name">Which rows were held out ("even-to-odd": learned from the even rows, measured on the odd ones).</param>
public sealed record HeldOut(string Name, ImmutableArray<(int Row, EventType Type)> Told);

/// <summary>Trains scorers on parts of the benchmark's rows and asks them about the others.</summary>
static class CrossValidation
{
    const int Folds = 5;

    /// <param name="always">Examples that every scorer may learn from.</param>
    public static ImmutableArray<HeldOut> Predict(IReadOnlyList<RelationExample> rows, IReadOnlyList<RelationExample> always, RelationTrainer trainer, Ontology ontology, Action<int> report)
    {
        var folds = Enumerable.Range(0, Folds).SelectMany(fold => Held(row => row % Folds == fold)).OrderBy(told => told.Row).ToImmutableArray();
        return
        [
            new HeldOut("even-to-odd", Held(row => row % 2 == 1)),
            new HeldOut("odd-to-even", Held(row => row % 2 == 0)),
            new HeldOut("five-folds", folds),
            // The rules were never written with these rows in view.
            new HeldOut("five-folds-4n+3", [.. folds.Where(told => told.Row % 4 == 3)]),
        ];

        ImmutableArray<(int Row, EventType Type)> Held(Func<int, bool> isHeld)
        {
            var model = new RelationModel(trainer.Train([.. rows.Where((_, row) => !isHeld(row)), .. always]));
            report(rows.Count);
            return [.. Enumerable.Range(0, rows.Count).Where(isHeld).Select(row => (row, RelationModel.Types[model.Choose(rows[row].Features, ontology)]))];
        }
    }

    /// <summary>Macro-F1 of type, quad and cooperation against conflict, for the manifest.</summary>
    public static string Scores(HeldOut held, IReadOnlyList<RelationExample> rows, Ontology ontology)
    {
        return held.Name + " " + string.Join('/', Level(type => (int)type), Level(ontology.Quad), Level(type => ontology.Quad(type) > 2 ? 1 : 0));

        string Level(Func<EventType, int> level) =>
            MacroF1([.. held.Told.Select(told => (level(RelationModel.Types[rows[told.Row].Type]), level(told.Type)))]).ToString("F3", CultureInfo.InvariantCulture);
    }

    static double MacroF1(IReadOnlyList<(int Gold, int Told)> pairs) =>
        pairs.SelectMany(pair => new[] { pair.Gold, pair.Told }).Distinct().Average(label =>
            2.0 * pairs.Count(pair => pair.Gold == label && pair.Told == label) / (pairs.Count(pair => pair.Gold == label) + pairs.Count(pair => pair.Told == label)));
}
