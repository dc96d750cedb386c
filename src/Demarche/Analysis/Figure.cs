namespace Demarche.Analysis;

/// <summary>One measured number: never without how many events stand behind it, and with a reason where it cannot be told.</summary>
/// <param name="Value">Null where there is not enough data.</param>
/// <param name="Low">Lower end of the interval, where the measure has one.</param>
/// <param name="High">Upper end, likewise.</param>
/// <param name="Events">How many counted events stand behind it.</param>
/// <param name="Missing">Why there is no value; null where there is one.</param>
public sealed record Figure(double? Value, double? Low, double? High, int Events, string? Missing)
{
    public static Figure Of(double value, int events) => new(value, null, null, events, null);

    public static Figure NotEnough(int events, string why) => new(null, null, null, events, why);
}
