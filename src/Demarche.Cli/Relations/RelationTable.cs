using Demarche.Analysis;
using Demarche.Analysis.Datasets;
using Demarche.Knowledge;

namespace Demarche.Cli.Relations;

/// <summary>A relation for reading: the same text on a terminal and in a file.</summary>
static class RelationTable
{
    static readonly string[] Header = ["period", "V+", "M+", "V-", "M-", "balance", "tone", "rate", "share", "normal", "documents", ""];

    public static void Write(Relation relation, Relation? beside, DatasetComparison against, MeasureSettings settings, TextWriter output)
    {
        output.WriteLine(RelationCaption.Of(relation));
        if (relation.WithAlleged)
            output.WriteLine("Alleged acts are counted as if they had occurred.");
        output.WriteLine();
        Rows(output, [Header, .. relation.Series.Select(one => Cells(one.Period.Name + (one.IsComplete ? "" : "*"), one)), Cells("all", relation.Whole)]);
        if (relation.Series.Any(one => !one.IsComplete))
            output.WriteLine("* cut by the window");
        output.WriteLine();
        Directions(relation, output);
        if (beside is not null)
            Beside(relation, beside, output);
        Against(relation, against, output);
        Changes(relation, settings, output);
        if (relation.Most.Length > 0)
            output.WriteLine("Most: " + string.Join("; ", relation.Most.Select(deeds =>
                $"{(deeds.To.Length > 0 ? $"{deeds.From} → {deeds.To}" : $"{relation.Dyad.One} and {relation.Dyad.Other}")} {EventTypes.Code(deeds.Type)} {RelationText.Count(deeds.Weight)}")));
        if (relation.ThirdParties.Length > 0)
            output.WriteLine("Third parties: " + string.Join("; ", relation.ThirdParties.Select(third =>
                $"{third.Code} ({RelationText.Count(third.WithOne)} with {relation.Dyad.One}, {RelationText.Count(third.WithOther)} with {relation.Dyad.Other})")));
        if (relation.Uncounted.Count > 0)
            output.WriteLine("Not counted: " + string.Join("; ", relation.Uncounted.Select(pair => $"{pair.Value} {Reason(pair.Key)}")));
        output.WriteLine();
        Method(settings, output);
    }

    public static void WriteOverview(IReadOnlyList<CountedEvent> events, IReadOnlyList<StateGroup> groups, MeasureSettings settings, TextWriter output)
    {
        output.WriteLine($"{events.Count} counted events");
        output.WriteLine();
        Rows(output, [["from", "to", "V+", "M+", "V-", "M-"], .. RelationMatrix.Directed(events).Select(pair => new[]
        {
            pair.Pair.One, pair.Pair.Other, RelationText.Count(pair.Quads[0]), RelationText.Count(pair.Quads[1]), RelationText.Count(pair.Quads[2]), RelationText.Count(pair.Quads[3]),
        })]);
        output.WriteLine();
        output.WriteLine(groups.Count == 0 ? "Groups: none that is stable." : "Groups: " + string.Join("; ", groups.Select(group =>
            $"{string.Join(", ", group.Members)} (together in {RelationText.Number(100 * group.Stability, "0")} % of runs at least)")));
        output.WriteLine();
        Method(settings, output);
    }

    static string[] Cells(string name, PeriodFigures one) =>
    [
        name, .. one.Quads.Select(RelationText.Count), RelationText.Value(one.Balance), RelationText.WithInterval(one.Tone), RelationText.Value(one.Rate, "0.0"),
        RelationText.Value(one.Share), RelationText.Normal(one), one.Documents?.ToString() ?? RelationText.None, one.IsAlert ? "alert" : "",
    ];

    static void Directions(Relation relation, TextWriter output)
    {
        output.WriteLine($"{relation.Dyad.One} → {relation.Dyad.Other}: {RelationText.Count(relation.There.Total)} events, tone {RelationText.WithInterval(relation.There.Tone)}");
        output.WriteLine($"{relation.Dyad.Other} → {relation.Dyad.One}: {RelationText.Count(relation.Back.Total)} events, tone {RelationText.WithInterval(relation.Back.Tone)}");
        output.WriteLine($"Asymmetry: {(relation.Asymmetry.Value is { } value ? RelationText.Number(value, "+0.0;-0.0;0.0") : "not enough data: " + relation.Asymmetry.Missing)}");
        output.WriteLine($"Material share {RelationText.Value(relation.Whole.MaterialShare)}, intensity {RelationText.Value(relation.Whole.Intensity)}, level (model) {RelationText.Number(relation.Whole.Level, "+0.00;-0.00;0.00")}");
        output.WriteLine();
    }

    static void Beside(Relation relation, Relation beside, TextWriter output)
    {
        output.WriteLine("Compared with " + RelationCaption.Of(beside));
        Rows(output,
        [
            ["", "this", "other", "difference"],
            Pair("events", relation.Whole.Total, beside.Whole.Total, "0.##"),
            Pair("balance", relation.Whole.Balance.Value, beside.Whole.Balance.Value, "0.00"),
            Pair("material share", relation.Whole.MaterialShare.Value, beside.Whole.MaterialShare.Value, "0.00"),
            Pair("tone", relation.Whole.Tone.Value, beside.Whole.Tone.Value, "0.0"),
            Pair("rate", relation.Whole.Rate.Value, beside.Whole.Rate.Value, "0.0"),
            Pair("share", relation.Whole.Share.Value, beside.Whole.Share.Value, "0.00"),
        ]);
        output.WriteLine();
    }

    static void Against(Relation relation, DatasetComparison against, TextWriter output)
    {
        if (!against.Steps.IsEmpty)
        {
            output.WriteLine("What fusing and status change");
            Rows(output, [["", "V+", "M+", "V-", "M-", "all"], .. against.Steps.Select(step => new[]
                { step.Name, Count(step.Quads[0]), Count(step.Quads[1]), Count(step.Quads[2]), Count(step.Quads[3]), Count(step.Quads.Sum()) })]);
            output.WriteLine();
        }
        foreach (var dataset in against.Datasets)
        {
            output.WriteLine(DatasetText.Caption(dataset, relation));
            Rows(output,
            [
                ["", "ours V+", "M+", "V-", "M-", "tone", "theirs V+", "M+", "V-", "M-", "tone"],
                .. relation.Series.Where(one => one.Total + dataset[one.Period].Quads.Sum() > 0).Select(one => Beside(one.Period.Name, one, dataset[one.Period])),
                Beside("all", relation.Whole, dataset.Whole),
            ]);
            output.WriteLine();
        }
    }

    static string[] Beside(string name, PeriodFigures ours, DatasetSum theirs) =>
    [
        name, .. ours.Quads.Select(RelationText.Count), RelationText.Value(ours.Tone, "0.0"),
        .. theirs.Quads.Select(count => Count(count)), theirs.Tone is { } tone ? RelationText.Number(tone, "0.0") : RelationText.None,
    ];

    static string Count(double count) => RelationText.Count(count);

    static string[] Pair(string name, double? one, double? other, string format) =>
    [
        name,
        one is { } here ? RelationText.Number(here, format) : RelationText.None,
        other is { } there ? RelationText.Number(there, format) : RelationText.None,
        one - other is { } difference ? RelationText.Number(difference, $"+{format};-{format};0") : RelationText.None,
    ];

    static void Changes(Relation relation, MeasureSettings settings, TextWriter output)
    {
        if (relation.NoChanges is { } why)
            output.WriteLine("Change points: " + why);
        else if (relation.Changes.IsEmpty)
            output.WriteLine("Change points: none");
        foreach (var change in relation.Changes)
            output.WriteLine(
                $"Change point: quad {change.Quad} from {change.First} ({RelationText.Number(100 * settings["interval"], "0")} %: {change.Within}), {RelationText.Number(change.Before, "0.0")} → {RelationText.Number(change.After, "0.0")} a period; driven by {string.Join(", ", change.Drivers.Select(id => id.Value))}");
        if (!relation.Untested.IsEmpty)
            output.WriteLine($"Change points: not enough data for {string.Join("; ", relation.Untested)}");
    }

    static void Method(MeasureSettings settings, TextWriter output)
    {
        output.WriteLine($"Method, version {settings.Version} (data/analysis/measures.tsv)");
        output.WriteLine(Formulas.Counted);
        Rows(output, [.. Formulas.All.Select(formula => new[] { "  " + formula.Measure, formula.Text })]);
        output.WriteLine("  " + string.Join(", ", settings.Rows.Where(row => row.Name != "version").Select(row => $"{row.Name} {RelationText.Number(row.Value, "0.###")}")));
    }

    static string Reason(Uncounted reason) => reason switch
    {
        Uncounted.Status => "for their status (denied, alleged, hypothetical, negated, cancelled)",
        Uncounted.Date => "that nobody dates",
        Uncounted.Score => "without a score",
        _ => "told for more than a period",
    };

    /// <summary>Columns as wide as their widest cell; numbers to the right.</summary>
    static void Rows(TextWriter output, IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
            output.WriteLine(string.Join("  ", row.Select((cell, column) =>
                column > 0 && rows[0].Length > 2 ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd());
    }
}
