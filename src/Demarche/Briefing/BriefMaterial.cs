using System.Collections.Immutable;
using Demarche.Analysis;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Briefing;

/// <summary>All that a brief is made of, asked of the store beforehand.</summary>
public sealed record BriefMaterial
{
    /// <summary>PLOVER codes, two or three.</summary>
    public required ImmutableArray<string> States { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    /// <summary>The day the brief speaks as of: what is planned for a later day is to come.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Number of the issue, as the user counts them; null for none.</summary>
    public string? Issue { get; init; }

    /// <summary>The day the last issue spoke as of: what was told after it is new; null where there was none.</summary>
    public DateOnly? LastIssue { get; init; }

    /// <summary>The events among the states that may lie in the window, by first day, then id.</summary>
    public required ImmutableArray<Event> Events { get; init; }

    /// <summary>The documents that tell them, by id.</summary>
    public required ImmutableArray<Article> Sources { get; init; }

    /// <summary>What those documents hold without an act.</summary>
    public required ImmutableArray<Claim> Claims { get; init; }

    /// <summary>One for each pair of the states.</summary>
    public required ImmutableArray<Relation> Relations { get; init; }

    public required SourceGrades Grades { get; init; }

    /// <summary>The analyst's texts by slot.</summary>
    public required ImmutableDictionary<string, string> Slots { get; init; }

    public required MeasureSettings Settings { get; init; }

    /// <summary>Measured accuracy of the coding, for the method note.</summary>
    public required ImmutableArray<MeasuredAccuracy> Accuracy { get; init; }

    /// <summary>What people's review of this store says of the coding.</summary>
    public ImmutableArray<ReviewedPrecision> Reviewed { get; init; } = [];

    public required string Version { get; init; }

    /// <summary>How many items a list or table of events shows at most; what it leaves out it counts, and the evidence has all.</summary>
    public int ItemsShown { get; init; } = 40;

    /// <summary>Whether the level, a model, is drawn beside what is counted.</summary>
    public bool WithLevel { get; init; }
}

/// <summary>A figure of <c>demarche evaluate</c> that the installed version is held to.</summary>
public sealed record MeasuredAccuracy(string Task, string Data, string Measure, string Floor);
