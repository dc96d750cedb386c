using System.Globalization;
using Demarche.Analysis;

namespace Demarche.Cli.Relations;

/// <summary>Figures as people read them.</summary>
static class RelationText
{
    public const string None = "–";

    public static string Value(Figure figure, string format = "0.00") => figure.Value is { } value ? Number(value, format) : None;

    public static string WithInterval(Figure figure) => figure switch
    {
        { Value: null } => None,
        { Low: { } low, High: { } high } => $"{Number(figure.Value.Value, "0.0")} [{Number(low, "0.0")}, {Number(high, "0.0")}]",
        _ => Number(figure.Value.Value, "0.0"),
    };

    public static string Count(double count) => Number(count, "0.##");

    public static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Normal(PeriodFigures figures) => figures.Normal switch
    {
        { Z: { } z } => Number(z, "+0.0;-0.0;0.0") + (figures.Normal.IsAlert ? "!" : ""),
        { Tail: { } tail and < 0.05 } => $"p {Number(tail, "0.000")}" + (figures.Normal.IsAlert ? "!" : ""),
        _ => None,
    };

    /// <summary>The line that may stand under any chart of the relation.</summary>
    public static string Caption(Relation relation)
    {
        var n = relation.Whole.Quads;
        string[] words = ["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"];
        var parts = Enumerable.Range(0, 4).Where(quad => n[quad] > 0).Select(quad => $"{Count(n[quad])} {words[quad]}").ToList();
        var planned = relation.Events.All.Count(one => one.IsPlanned);
        var documents = relation.Whole.Documents is { } known ? $"; {known} documents name both" : "";
        var events = relation.Events.All.Count;
        return $"{relation.Dyad.One} and {relation.Dyad.Other}, {Day(relation.From)} to {Day(relation.To)}: {events} counted event{(events == 1 ? "" : "s")}"
            + (parts.Count > 0 ? $" ({string.Join(", ", parts)})" : "")
            + (planned > 0 ? $"; {planned} of them only announced" : "") + documents + ".";
    }
}
