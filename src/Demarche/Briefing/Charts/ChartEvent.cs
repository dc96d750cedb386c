using Demarche.Events;

namespace Demarche.Briefing.Charts;

/// <summary>An event as charts draw it.</summary>
/// <param name="Lane">Whose act it is: a code, or a name.</param>
/// <param name="Words">What is said of it on hovering and in the table.</param>
public sealed record ChartEvent(string Id, string Lane, DateOnly First, DateOnly Last, EventStatus Status, int Quad, string Words);
