namespace Demarche.Analysis;

/// <summary>How often people found events of one kind to be right as they were coded.</summary>
/// <param name="What">type, status, source (outlet) or rule.</param>
/// <param name="Right">Accepted as they were; an edited one was not right.</param>
/// <param name="All">Accepted, edited or rejected.</param>
public sealed record ReviewedPrecision(string What, string Name, int Right, int All)
{
    /// <summary>Fewer reviewed events than this measure nothing.</summary>
    public const int Floor = 20;

    // Of the normal distribution, for 95 %.
    const double Z = 1.959964;

    public bool IsMeasured => All >= Floor;

    public double Precision => Right / (double)All;

    /// <summary>The score interval of Wilson (1927) at 95 %.</summary>
    public (double Low, double High) Interval()
    {
        double n = All, p = Precision, square = Z * Z;
        var middle = (p + (square / (2 * n))) / (1 + (square / n));
        var half = Z / (1 + (square / n)) * Math.Sqrt((p * (1 - p) / n) + (square / (4 * n * n)));
        return (Math.Max(0, middle - half), Math.Min(1, middle + half));
    }
}
