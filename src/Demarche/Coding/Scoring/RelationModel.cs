using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Demarche.Knowledge;

namespace Demarche.Coding.Scoring;

/// <summary>
/// A linear model of the type of a relation over features in words (<c>models/en/scorer.tsv</c>): a row a feature, a column a
/// type, weights in hundredths. It is read as text, so that anybody can see what speaks for what.
/// </summary>
sealed class RelationModel
{
    public const string Path = "models/en/scorer.tsv";

    /// <summary>The types it tells apart, by their columns. The benchmarks take CONCEDE and RETREAT together; the column is RETREAT's.</summary>
    public static readonly ImmutableArray<EventType> Types = [.. EventTypes.All.Where(type => type != EventType.Concede)];

    readonly FrozenDictionary<string, float[]> weights;

    public RelationModel(IReadOnlyDictionary<string, float[]> weights)
    {
        this.weights = weights.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The column of a type.</summary>
    public static int Column(EventType type) => Types.IndexOf(type == EventType.Concede ? EventType.Retreat : type);

    /// <summary>The probability of each type, by column.</summary>
    public double[] Probabilities(IEnumerable<string> features)
    {
        var scores = new double[Types.Length];
        foreach (var feature in features)
            if (weights.TryGetValue(feature, out var row))
                for (var type = 0; type < scores.Length; type++)
                    scores[type] += row[type];
        return Softmax(scores);
    }

    public int Choose(IEnumerable<string> features, Ontology ontology) => Choose(Probabilities(features), ontology);

    /// <summary>The column of the type, chosen from coarse to fine: cooperation or conflict, then by word or deed, then the type.</summary>
    public static int Choose(double[] probabilities, Ontology ontology)
    {
        var within = Enumerable.Range(0, probabilities.Length).ToArray();
        within = Likeliest(within, probabilities, type => ontology.Quad(Types[type]) > 2 ? 1 : 0);
        within = Likeliest(within, probabilities, type => ontology.Quad(Types[type]));
        return Likeliest(within, probabilities, type => type)[0];
    }

    static int[] Likeliest(int[] types, double[] probabilities, Func<int, int> group) =>
        [.. types.GroupBy(group).OrderByDescending(members => members.Sum(type => probabilities[type])).ThenBy(members => members.Key).First()];

    /// <summary>The features that speak most for one type rather than for the types on average, the strongest first.</summary>
    public IEnumerable<(string Feature, double Weight)> Reasons(IEnumerable<string> features, int type) =>
        features.Distinct().Where(weights.ContainsKey).Select(feature => (Feature: feature, Weight: (double)(weights[feature][type] - weights[feature].Average())))
            .Where(reason => reason.Weight > 0).OrderByDescending(reason => reason.Weight).ThenBy(reason => reason.Feature, StringComparer.Ordinal);

    static double[] Softmax(double[] scores)
    {
        var highest = scores.Max();
        var sum = 0.0;
        for (var i = 0; i < scores.Length; i++)
            sum += scores[i] = Math.Exp(scores[i] - highest);
        for (var i = 0; i < scores.Length; i++)
            scores[i] /= sum;
        return scores;
    }

    public static RelationModel Read(DataFolder data)
    {
        using var stream = data.Open(Path);
        using var table = new TsvFile(stream, Path, [.. Types.Select(EventTypes.Code).Prepend("feature")]);
        var columns = Types.Select(type => table.Column(EventTypes.Code(type))).ToArray();
        var feature = table.Column("feature");
        var rows = new Dictionary<string, float[]>(StringComparer.Ordinal);
        var line = 1;
        while (table.Read())
        {
            line++;
            var row = new float[columns.Length];
            for (var type = 0; type < row.Length; type++)
                if (table[columns[type]] is { Length: > 0 } cell)
                    row[type] = int.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var hundredths)
                        ? hundredths / 100f
                        : throw new DataFileException(Path, line, $"expected a whole number of hundredths, found '{cell}'; make it again with 'demarche train scorer'");
            if (!rows.TryAdd(table[feature], row))
                throw new DataFileException(Path, line, $"the feature '{table[feature]}' stands here twice; make it again with 'demarche train scorer'");
        }
        return new RelationModel(rows);
    }

    /// <summary>Writes weights, the features sorted, cells that round to nothing empty.</summary>
    public static void Write(TextWriter output, IEnumerable<(string Feature, float[] Weights)> rows)
    {
        output.Write("feature\t" + string.Join('\t', Types.Select(EventTypes.Code)) + "\n");
        foreach (var (feature, row) in rows.OrderBy(row => row.Feature, StringComparer.Ordinal))
        {
            var cells = row.Select(weight => (int)MathF.Round(weight * 100)).ToArray();
            if (cells.Any(cell => cell != 0))
                output.Write(feature + "\t" + string.Join('\t', cells.Select(cell => cell == 0 ? "" : cell.ToString(CultureInfo.InvariantCulture))) + "\n");
        }
    }
}
