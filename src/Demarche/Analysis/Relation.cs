using System.Collections.Immutable;
using Demarche.Knowledge;

namespace Demarche.Analysis;

/// <summary>What was measured of two states in a window of time.</summary>
public sealed record Relation
{
    public required Dyad Dyad { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public required PeriodLength Length { get; init; }

    public required bool WithAlleged { get; init; }

    public required DyadEvents Events { get; init; }

    /// <summary>The measures of the whole window.</summary>
    public required PeriodFigures Whole { get; init; }

    public required PeriodFigures There { get; init; }

    public required PeriodFigures Back { get; init; }

    public required Figure Asymmetry { get; init; }

    public required ImmutableArray<PeriodFigures> Series { get; init; }

    /// <summary>Why dots are drawn instead of a line; null where there is enough for one.</summary>
    public required string? NoLine { get; init; }

    public required ImmutableArray<ChangePoint> Changes { get; init; }

    /// <summary>The quads with too few events for change points, and how few: "quad 4: 12 of 30 events".</summary>
    public required ImmutableArray<string> Untested { get; init; }

    /// <summary>Why change points were not looked for; null where they were.</summary>
    public required string? NoChanges { get; init; }

    /// <summary>What each did most, by weight: type of act and direction.</summary>
    public required ImmutableArray<Deeds> Most { get; init; }

    /// <summary>Others with whom both have counted events in the window, most first.</summary>
    public required ImmutableArray<ThirdParty> ThirdParties { get; init; }

    /// <summary>Events of the pair in the window that were not counted, by reason.</summary>
    public required ImmutableSortedDictionary<Uncounted, int> Uncounted { get; init; }
}

/// <summary>How often one did such an act to the other; <paramref name="To"/> is empty for acts without direction.</summary>
public sealed record Deeds(string From, string To, EventType Type, double Weight);

/// <summary>A third party with its counted events with each of the two.</summary>
public sealed record ThirdParty(string Code, double WithOne, double WithOther);
