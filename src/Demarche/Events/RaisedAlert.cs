using System.Collections.Immutable;

namespace Demarche.Events;

/// <summary>An alert as it is kept: what was unusual when, in words and numbers.</summary>
/// <param name="Period">"2024-W07", "2024-02" or "2024-Q1".</param>
/// <param name="Z">Distance from normal in deviations, or null.</param>
/// <param name="Tail">Where the periods before did not deviate: the Poisson probability.</param>
public sealed record RaisedAlert(
    string Id, string Watch, string About, string Period, DateOnly First, string Kind, bool IsRise, int Count, double Median, double? Z, double? Tail,
    ImmutableArray<EventId> Drivers, DateOnly AsOf);

/// <summary>How many events of one kind people looked at, and how many of them they accepted as they were coded.</summary>
/// <param name="What">type, status, source (outlet) or rule.</param>
public sealed record ReviewedCount(string What, string Name, int Right, int All);
