namespace Demarche.Documents;

/// <summary>How a date in a text bounds the time it speaks of.</summary>
public enum DatePrecision
{
    /// <summary>The words are there, their meaning is not ("last spring" in an undated text).</summary>
    Unresolved,
    Day,
    /// <summary>The event fills the days from start to end.</summary>
    Range,
    /// <summary>The event lies somewhere inside start to end.</summary>
    Window,
    Month,
    Year,
    /// <summary>On or before the end; the start is open.</summary>
    Before,
    /// <summary>From the start on; the end is open.</summary>
    Open,
    /// <summary>Some time after the publication.</summary>
    Future,
}

/// <summary>
/// A time in the world that a text speaks of, in whole days; vagueness is part of the value.
/// Months and years are whole-day windows. <c>default</c> is "nothing said".
/// </summary>
/// <param name="Start">First day, or null where open.</param>
/// <param name="End">Last day, inclusive, or null where open.</param>
/// <param name="Span">The words it was read from, or null where it was inferred (from the publication date).</param>
public readonly record struct TextDate(DateOnly? Start, DateOnly? End, DatePrecision Precision, TextSpan? Span)
{
    public static TextDate OfDay(DateOnly day, TextSpan? span) => new(day, day, DatePrecision.Day, span);
}
