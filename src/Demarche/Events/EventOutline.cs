using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Events;

/// <summary>What measures need of an event: who, what, when and whether it is real, without its tellings.</summary>
/// <param name="Actors">The codes of the actors that have one, each once, in the order of the event.</param>
/// <param name="Recipients">The codes of the recipients, likewise.</param>
public sealed record EventOutline(
    EventId Id,
    EventType Type,
    int Quad,
    double? Score,
    EventStatus Status,
    TextDate Date,
    ImmutableArray<string> Actors,
    ImmutableArray<string> Recipients,
    int Origins)
{
    public static EventOutline Of(Event one) =>
        new(one.Id, one.Type, one.Quad, one.Score, one.Status, one.Date, Codes(one.Actors), Codes(one.Recipients), one.Origins);

    static ImmutableArray<string> Codes(ImmutableArray<Party> parties) =>
        [.. parties.Select(party => party.Code).OfType<string>().Distinct()];
}
