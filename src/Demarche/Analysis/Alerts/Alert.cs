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
/// <param name="AsOf">How far the documents reached when it was raised.</param>
public sealed record Alert(
    string Watch, string About, Period Period, AlertKind Kind, bool IsRise, int Count, double Median, Distance Normal, ImmutableArray<EventId> Drivers, DateOnly AsOf)
{
    /// <summary>Of the watch, the period and what is unusual: more news of the same period raises no second alert.</summary>
    public string Id => ContentId.Of("a-", Watch, About, Period.Name, Kind.ToString(), IsRise ? "rise" : "fall");
}
