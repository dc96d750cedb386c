using System.Collections.Immutable;
using Demarche.Events;

namespace Demarche.Analysis.Alerts;

public enum AlertKind
{
    /// <summary>One period lies far from those before it.</summary>
    Distance,
    /// <summary>Several periods together do, though none may alone.</summary>
    Cusum,
}

/// <summary>A period of a watch that is unusual.</summary>
/// <param name="Count">Counted events of the period.</param>
/// <param name="Median">Of the periods before it.</param>
/// <param name="Normal">How far it lies from them.</param>
/// <param name="Drivers">At most five events that carry it: of the period for a rise, of the period before for a fall.</param>
/// <param name="Documents">Documents of the period that name both parties, without which no count can be read; null where nobody counted them.</param>
/// <param name="DocumentsMedian">Of the periods before.</param>
/// <param name="AsOf">How far the documents reached when it was raised.</param>
public sealed record Alert(
    string Watch, string About, Period Period, AlertKind Kind, bool IsRise, int Count, double Median, Distance Normal, ImmutableArray<EventId> Drivers, DateOnly AsOf,
    int? Documents = null, double? DocumentsMedian = null)
{
    /// <summary>Of the watch, the period and what is unusual: more news of the same period raises no second alert.</summary>
    public string Id => ContentId.Of("a-", Watch, About, Period.Name, Kind.ToString(), IsRise ? "rise" : "fall");

    /// <summary>As a store keeps it.</summary>
    public RaisedAlert Raised =>
        new(Id, Watch, About, Period.Name, Period.First, Kind.ToString(), IsRise, Count, Median, Normal.Z, Normal.Tail, Drivers, AsOf, Documents, DocumentsMedian);

    /// <summary>What a store kept.</summary>
    public static Alert Of(RaisedAlert kept)
    {
        // The name tells the length: 2024-W07, 2024-Q1, 2024-02.
        var length = kept.Period.Contains('W', StringComparison.Ordinal) ? PeriodLength.Week : kept.Period.Contains('Q', StringComparison.Ordinal) ? PeriodLength.Quarter : PeriodLength.Month;
        return new Alert(kept.Watch, kept.About, new Period(length, kept.First), Enum.Parse<AlertKind>(kept.Kind), kept.IsRise, kept.Count, kept.Median,
            new Distance(kept.Z, kept.Tail, true), kept.Drivers, kept.AsOf, kept.Documents, kept.DocumentsMedian);
    }
}
