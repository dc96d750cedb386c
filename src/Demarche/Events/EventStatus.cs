namespace Demarche.Events;

/// <summary>Whether an act is real, by the text that tells of it.</summary>
public enum EventStatus : byte
{
    Occurred,
    Ongoing,
    Planned,
    /// <summary>Somebody says that another did it; the text does not vouch for it.</summary>
    Alleged,
    /// <summary>A named party denies it.</summary>
    Denied,
    Hypothetical,
    /// <summary>The text itself says that it did not happen.</summary>
    Negated,
    /// <summary>Was planned and called off.</summary>
    Cancelled,
}

public static class EventStatuses
{
    /// <summary>Only these may ever be shown or counted as something that happened.</summary>
    public static bool IsReal(this EventStatus status) => status is EventStatus.Occurred or EventStatus.Ongoing;
}
