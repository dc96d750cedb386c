using System.Collections.Immutable;

namespace Demarche.Events;

/// <summary>An alert as it is kept: what was unusual when, in words and numbers.</summary>
/// <param name="Period">"2024-W07", "2024-02" or "2024-Q1".</param>
/// <param name="Z">Distance from normal in deviations, or null.</param>
/// <param name="Tail">Where the periods before did not deviate: the Poisson probability.</param>
/// <param name="Documents">Documents of the period that name both parties; null where nobody counted them.</param>
/// <param name="DocumentsMedian">Of the periods before.</param>
public sealed record RaisedAlert(
    string Id, string Watch, string About, string Period, DateOnly First, string Kind, bool IsRise, int Count, double Median, double? Z, double? Tail,
    ImmutableArray<EventId> Drivers, DateOnly AsOf, int? Documents, double? DocumentsMedian);

/// <summary>An alert that a webhook is to be told of.</summary>
/// <param name="LastTried">Null before the first attempt.</param>
/// <param name="Problem">Of the last attempt; null where there was none.</param>
public sealed record AlertDelivery(RaisedAlert Alert, int Attempts, DateTimeOffset? LastTried, bool IsDelivered, string? Problem);

/// <summary>How many events of one kind people looked at, and how many of them they accepted as they were coded.</summary>
/// <param name="What">type, status, source (outlet) or rule.</param>
public sealed record ReviewedCount(string What, string Name, int Right, int All);
