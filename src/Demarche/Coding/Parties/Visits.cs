using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;

namespace Demarche.Coding.Parties;

/// <summary>Who is host: in a text that tells of a visit, the visitor meets, and those of the country visited are met.</summary>
static class Visits
{
    const string Visit = "visit";

    /// <summary>Turns the meetings between a visitor and his hosts from mutual to directed.</summary>
    public static ImmutableArray<ReportedEvent> Direct(ImmutableArray<ReportedEvent> events)
    {
        events = [.. events.Select(one => WithHosts(one, events))];
        var visits = events.Where(IsVisit).SelectMany(visit => visit.Actors.SelectMany(guest => Hosts(visit).Where(host => host != guest.Code)
            .Select(host => (Guest: guest, Host: host)))).ToList();
        return visits.Count == 0 ? events : [.. events.Select(one => IsMeeting(one) ? Directed(one, visits) : one)];
    }

    /// <summary>"Visited Chad to discuss trade": with those visited, whom the words of the talks leave out.</summary>
    static ReportedEvent WithHosts(ReportedEvent one, ImmutableArray<ReportedEvent> events)
    {
        if (!IsMeeting(one) || IsVisit(one) || one.Actors.Select(actor => actor.Code).Distinct().Count() != 1)
            return one;
        var visits = events.Where(visit => IsVisit(visit) && visit.Evidence == one.Evidence && visit.Trigger.Start < one.Trigger.Start && visit.Actors.Select(actor => actor.Span).SequenceEqual(one.Actors.Select(actor => actor.Span))).ToList();
        if (visits is not [{ Recipients: { IsEmpty: false } hosts }])
            return one;
        ImmutableArray<Party> met = [.. hosts.Select(host => host with { Implicit = true })];
        return one with { Id = ReportedEvent.IdOf(one.Document, one.TextSha256, one.Trigger, one.Type, one.Actors, met), Recipients = met };
    }

    /// <summary>
    /// A meeting whose words tell the guest: "visiting Ukrainian officials", or the seat of the host's government as its place
    /// ("in the Oval Office"); of others both sides act.
    /// </summary>
    public static (ImmutableArray<Party> Guests, ImmutableArray<Party> Hosts) Hosted(ImmutableArray<Party> actors, ImmutableArray<Party> recipients, string mode, Document document, EventPlace? place, StateNames states)
    {
        var codes = actors.Select(party => party.Code).Where(code => code is not null).Distinct().ToList();
        if (!recipients.IsEmpty || codes.Count != 2 || mode is "phone" or "multilateral" or "third-party")
            return (actors, recipients);
        var guest = actors.FirstOrDefault(party => party.Text is { } text && text.Contains("visiting ", StringComparison.OrdinalIgnoreCase))?.Code;
        if (guest is null && place is { Span: { } span, Place.Country: { } host } && codes.Contains(host)
            && states.Find(span.Of(document.Article.Text)) is [{ Kind: StateNameKind.Metonym }, ..])
            guest = codes.Find(code => code != host);
        // "The visiting Ukrainians" come for their government.
        return guest is null
            ? (actors, recipients)
            : ([.. actors.Where(party => party.Code == guest).Select(party => party.Sector == "CVL" ? party with { Sector = "GOV" } : party)], actors.RemoveAll(party => party.Code == guest));
    }

    // "Paid a visit to the old prison": the country where it stands is host.
    static IEnumerable<string?> Hosts(ReportedEvent visit)
    {
        var codes = visit.Recipients.Select(host => host.Code).Where(code => code is not null);
        return codes.Any() || visit.Recipients.IsEmpty || visit.Place is null ? codes : [visit.Place.Place.Country];
    }

    // The visitor himself: another minister of the same state has his own meetings elsewhere.
    static bool Same(Party left, Party right) => left.Code == right.Code
        && (left.Name == right.Name || (left.Name is { } name && right.Name is { } other && (name.EndsWith(other, StringComparison.Ordinal) || other.EndsWith(name, StringComparison.Ordinal)
            || name.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(name, StringComparison.Ordinal))));

    static bool IsVisit(ReportedEvent one) => one.Rule.EndsWith("/" + Visit, StringComparison.Ordinal) || one.Modes.Contains(Visit);

    // A telephone call or a trilateral meeting has no host.
    static bool IsMeeting(ReportedEvent one) => one.Recipients.IsEmpty && (one.Type == EventType.Consult || one.Underlying == EventType.Consult)
        && !one.Modes.Any(mode => mode is "phone" or "multilateral" or "third-party");

    static ReportedEvent Directed(ReportedEvent one, List<(Party Guest, string? Host)> visits)
    {
        foreach (var guest in one.Actors.Where(party => party.Code is not null))
        {
            var guests = one.Actors.RemoveAll(party => party.Code != guest.Code);
            var hosts = one.Actors.RemoveAll(party => party.Code == guest.Code);
            if (!hosts.Any(host => host.Code is not null) || hosts.Any(host => host.Code is not null && !visits.Exists(visit => visit.Host == host.Code && Same(visit.Guest, guest))))
                continue;
            // "A conversation in Warsaw between an American and an Ukrainian": neither is host there.
            if (one.Place?.Place.Country is { } ground && ground != guest.Code && !hosts.Any(host => host.Code == ground))
                continue;
            return one with
            {
                Id = ReportedEvent.IdOf(one.Document, one.TextSha256, one.Trigger, one.Type, guests, hosts),
                Actors = guests,
                Recipients = hosts,
            };
        }
        return one;
    }
}
