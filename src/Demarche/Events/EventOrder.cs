namespace Demarche.Events;

/// <summary>The order of an answer. Events of one rank stand by id; those of unknown days come last.</summary>
public enum EventOrder
{
    /// <summary>By first day.</summary>
    Date,
    /// <summary>By first day, the latest first.</summary>
    Newest,
    /// <summary>Most origins first, then by first day.</summary>
    Origins,
}
