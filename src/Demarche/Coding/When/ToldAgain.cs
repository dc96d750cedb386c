using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Coding;

/// <summary>
/// The day of an act that a text tells more than once, for the telling that has none: "Rebels shelled the port on Monday ... The
/// shelling of the port by rebels killed two". It is the same act where type, manner, word and both sides agree.
/// </summary>
static class ToldAgain
{
    public static ImmutableArray<ReportedEvent> Date(ImmutableArray<ReportedEvent> events) =>
        [.. events.Select(one => one.Status.IsReal() && one.Date.Span is null && DayOf(one, events) is { } day ? one with { Date = day } : one)];

    // Only one day may be told of it.
    static TextDate? DayOf(ReportedEvent one, ImmutableArray<ReportedEvent> events)
    {
        TextDate? found = null;
        foreach (var other in events)
            if (other.Date is { Span: not null, Start: not null, End: not null } date && other.Status.IsReal() && IsSame(one, other))
            {
                if (found is { } before && (before.Start, before.End) != (date.Start, date.End))
                    return null;
                found = date;
            }
        return found;
    }

    static bool IsSame(ReportedEvent left, ReportedEvent right) => left.Type == right.Type && left.Modes.SequenceEqual(right.Modes)
        && Agree(left.Actors, right.Actors) && Agree(left.Recipients, right.Recipients) && ShareWord(left.TriggerText, right.TriggerText);

    // Nobody is told on either side, or the same.
    static bool Agree(ImmutableArray<Party> left, ImmutableArray<Party> right) =>
        Codes(left) is var some && Codes(right) is var others && (some.SetEquals(others) || (some.Count > 0 && others.Count > 0 && (some.IsSubsetOf(others) || others.IsSubsetOf(some))));

    static HashSet<string> Codes(ImmutableArray<Party> parties) => [.. parties.Select(party => party.Code + "/" + party.Sector)];

    static bool ShareWord(string left, string right) =>
        left.Split(' ').Any(word => right.Split(' ').Any(other => Stem(word) == Stem(other)));

    // "threatened", "threat"; short words as they are.
    static string Stem(string word) => word.Length > Long ? word[..Long].ToLowerInvariant() : word.ToLowerInvariant();

    const int Long = 5;
}
