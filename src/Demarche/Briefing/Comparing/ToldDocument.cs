using System.Collections.Immutable;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Briefing.Comparing;

/// <summary>A document with what was read out of it.</summary>
/// <param name="EventOf">The event each report belongs to; reports of events that people rejected are not in it.</param>
public sealed record ToldDocument(IReadOnlyList<ReportedEvent> Reports, IReadOnlyList<Claim> Claims, IReadOnlyDictionary<ReportedEventId, EventId> EventOf)
{
    /// <summary>The reports by event, in the order of the text.</summary>
    public ILookup<EventId, ReportedEvent> ByEvent { get; } = Reports.Where(report => EventOf.ContainsKey(report.Id))
        .OrderBy(report => report.Trigger.Start).ThenBy(report => report.Id.Value, StringComparer.Ordinal).ToLookup(report => EventOf[report.Id]);

    public static Passage PassageOf(ReportedEvent report) => new(
        report.Document, report.Evidence, report.Sentence,
        $"{EventTypes.Code(report.Type)}{(report.Underlying == EventType.None ? "" : $" ({EventTypes.Code(report.Underlying)})")} {report.Status.ToString().ToLowerInvariant()}",
        Parties(report), HolderOf(report.Attribution), report.Hedges);

    public static Passage PassageOf(Claim claim) => new(
        claim.Document, claim.Evidence, claim.Sentence, claim.Kind.ToString().ToLowerInvariant(), "",
        claim.Holder is { } holder ? holder.Name ?? holder.Text : HolderOf(claim.Attribution), claim.Hedges);

    static string? HolderOf(ImmutableArray<Attribution> attribution) => attribution is [.., var inner] ? inner.Name ?? inner.Text : null;

    static string Parties(ReportedEvent report)
    {
        var (actors, recipients) = (Names(report.Actors), Names(report.Recipients));
        return recipients.Length == 0 ? actors : $"{(actors.Length == 0 ? "nobody named" : actors)} → {recipients}";
    }

    static string Names(ImmutableArray<Party> parties) => string.Join(", ", parties.Select(party => party.Code ?? party.Name ?? party.Text).OfType<string>().Distinct(StringComparer.Ordinal));
}
