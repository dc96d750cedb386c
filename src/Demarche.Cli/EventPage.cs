using Demarche.Events;

namespace Demarche.Cli;

/// <summary>As many of an answer's events as a page holds; knows afterwards where the next begins.</summary>
/// <param name="limit">Null for all.</param>
sealed class EventPage(int? limit)
{
    public int? Limit => limit;

    /// <summary>The last event of the page; null where there is none.</summary>
    public Event? Last { get; private set; }

    /// <summary>Where the next page begins; null where this is the last.</summary>
    public EventCursor? Next { get; private set; }

    public IEnumerable<Event> Of(IEnumerable<Event> events)
    {
        var shown = 0;
        foreach (var one in events)
        {
            if (shown++ == limit)
            {
                Next = EventCursor.Behind(Last!);
                yield break;
            }
            Last = one;
            yield return one;
        }
    }
}
