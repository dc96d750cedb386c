using System.Globalization;
using CsvHelper;
using Demarche.Analysis;
using Demarche.Analysis.Datasets;

namespace Demarche.Cli.Relations;

/// <summary>A relation as a table of periods; a figure without value is an empty cell.</summary>
static class RelationCsv
{
    static readonly string[] Header =
    [
        "one", "other", "period", "first", "last", "complete", "events", "q1", "q2", "q3", "q4", "balance", "material_share", "tone", "tone_low", "tone_high",
        "intensity", "rate", "share", "level", "z", "poisson_tail", "unusual", "alert", "documents",
    ];

    public static void Write(Relation relation, DatasetComparison against, TextWriter output)
    {
        using var csv = new CsvWriter(output, CultureInfo.InvariantCulture, leaveOpen: true);
        foreach (var name in Header.Concat(against.Datasets.SelectMany(dataset => Columns(dataset.Name))))
            csv.WriteField(name);
        csv.NextRecord();
        foreach (var one in relation.Series)
        {
            object?[] cells =
            [
                relation.Dyad.One, relation.Dyad.Other, one.Period.Name, RelationText.Day(one.Period.First), RelationText.Day(one.Period.Last), one.IsComplete ? 1 : 0, one.Events.Length,
                .. one.Quads.Cast<object?>(), one.Balance.Value, one.MaterialShare.Value, one.Tone.Value, one.Tone.Low, one.Tone.High,
                one.Intensity.Value, one.Rate.Value, one.Share.Value, one.Level, one.Normal.Z, one.Normal.Tail, one.Normal.IsAlert ? 1 : 0, one.IsAlert ? 1 : 0, one.Documents,
                .. against.Datasets.SelectMany(dataset => Cells(dataset[one.Period])),
            ];
            foreach (var cell in cells)
                csv.WriteField(cell is double number ? RelationText.Number(number, "0.######") : Convert.ToString(cell, CultureInfo.InvariantCulture));
            csv.NextRecord();
        }
    }

    // "gdelt_2_0_q1".
    static IEnumerable<string> Columns(string dataset)
    {
        var name = dataset.ToLowerInvariant().Replace(' ', '_').Replace('.', '_');
        return [$"{name}_q1", $"{name}_q2", $"{name}_q3", $"{name}_q4", $"{name}_tone"];
    }

    static IEnumerable<object?> Cells(DatasetSum sum) => [.. sum.Quads.Cast<object?>(), sum.Tone];
}
