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
    /// <summary>Between the triggers of reports.</summary>
    public const char Between = '\n';

    /// <summary>The words that tell an act of several that nobody receives, by which one knows whether they do it to each other; null of other acts.</summary>
    public string? Triggers { get; init; }

    public static EventOutline Of(Event one)
    {
        ImmutableArray<string> actors = Codes(one.Actors), recipients = Codes(one.Recipients);
        return new(one.Id, one.Type, one.Quad, one.Score, one.Status, one.Date, actors, recipients, one.Origins)
        {
            Triggers = recipients.IsEmpty && actors.Length > 1 ? string.Join(Between, one.Reports.Select(report => report.TriggerText).Distinct().Order(StringComparer.Ordinal)) : null,
        };
    }

    /// <summary>Whether an act that nobody receives is one of its actors towards each other.</summary>
    public bool IsMutual(MutualActs acts) => Triggers is not null && Triggers.Split(Between).Any(trigger => acts.IsMutual(Type, trigger));

    static ImmutableArray<string> Codes(ImmutableArray<Party> parties) =>
        [.. parties.Select(party => party.Code).OfType<string>().Distinct()];
}
