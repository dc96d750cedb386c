using System.Globalization;

namespace Demarche.Events;

/// <summary>
/// A place in the order of an answer: behind this event. With the event's day and origins it holds even if the event has been joined
/// with another meanwhile; as text <c>e-0123456789abcdefghjk:2024-05-06:2</c>, or the id alone.
/// </summary>
/// <param name="At">What the event is sorted by; null where it has to be looked up.</param>
public sealed record EventCursor(EventId Id, (DateOnly? Day, int Origins)? At)
{
    public static EventCursor Behind(Event one) => new(one.Id, (one.QueryDays().First, one.Origins));

    /// <summary>Null where the text is none.</summary>
    public static EventCursor? Parse(string text) => text.Split(':') switch
    {
        [{ Length: > 0 } id] => new(new EventId(id), null),
        [{ Length: > 0 } id, "", var origins] when Number(origins) is { } number => new(new EventId(id), (null, number)),
        [{ Length: > 0 } id, var day, var origins] when Number(origins) is { } number
            && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known) => new(new EventId(id), (known, number)),
        _ => null,
    };

    static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public override string ToString() => At is var (day, origins) ? string.Create(CultureInfo.InvariantCulture, $"{Id.Value}:{day:yyyy-MM-dd}:{origins}") : Id.Value;
}
