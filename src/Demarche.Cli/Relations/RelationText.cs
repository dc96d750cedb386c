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
}
