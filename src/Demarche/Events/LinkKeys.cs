using System.Collections.Immutable;

namespace Demarche.Events;

/// <summary>
/// Where a report is filed so that reports of the same act find it: it stands under <see cref="Stored"/> and looks under
/// <see cref="Sought"/>, for reports whose days overlap its own.
/// </summary>
/// <param name="First">First day it may speak of, as <see cref="DateOnly.DayNumber"/>.</param>
/// <param name="Last">Last day, inclusive; at most <see cref="LongestReach"/> after the first.</param>
public sealed record LinkKeys(ImmutableArray<string> Stored, ImmutableArray<string> Sought, int First, int Last)
{
    /// <summary>In days. Bounds the range of an index that a search for overlapping days must read.</summary>
    public const int LongestReach = 62;
}
