using System.Collections.Immutable;
using Demarche.Knowledge;

namespace Demarche.Events;

/// <summary>Which events to show. What is empty or null does not restrict.</summary>
public sealed record EventQuery
{
    /// <summary>A PLOVER code or part of a name, on either side.</summary>
    public string? Actor { get; init; }

    /// <summary>Two codes that must both be among the parties, on different places.</summary>
    public (string One, string Other)? Dyad { get; init; }

    public ImmutableArray<EventType> Types { get; init; } = [];

    public ImmutableArray<int> Quads { get; init; } = [];

    public ImmutableArray<EventStatus> Statuses { get; init; } = [];

    /// <summary>First day of the period; events whose days may reach into it count.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Words that must all stand in one evidence sentence. Words in double quotes form a phrase; a final * stands for any ending.</summary>
    public string? Text { get; init; }

    /// <summary>As <see cref="Text"/>, anywhere in the article.</summary>
    public string? ArticleText { get; init; }

    /// <summary>Part of the name of an outlet that prints it, be it as a copy, or of a holder who says so.</summary>
    public string? Source { get; init; }

    /// <summary>accepted, edited, rejected, unreviewed. While empty, what people rejected is left out.</summary>
    public ImmutableArray<string> Reviews { get; init; } = [];

    /// <summary>Only planned events whose last day lies before this one; see <see cref="Event.IsUnconfirmed"/>.</summary>
    public DateOnly? UnconfirmedAsOf { get; init; }

    public int MinOrigins { get; init; }

    public EventOrder Order { get; init; }

    /// <summary>Only events behind this one, in the order of the answer.</summary>
    public EventCursor? After { get; init; }

    public int? Limit { get; init; }
}
