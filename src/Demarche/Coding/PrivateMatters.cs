using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Coding;

/// <summary>What is told with the words of politics but is no affair of states, their bodies or those who contend for power.</summary>
static class PrivateMatters
{
    // Older than any state's memory of itself as a party to news; histories are told in every second essay.
    const int OldestYear = 1900;

    /// <summary>Whether nobody but firms and private people, of no named country, talk, deal or quarrel: "Samsung sued a rival", "doctors urge parents".</summary>
    public static bool IsAmongPrivate(EventType type, ImmutableArray<Party> actors, ImmutableArray<Party> recipients) =>
        type is EventType.Agree or EventType.Consult or EventType.Support or EventType.Concede or EventType.Cooperate or EventType.Aid or EventType.Request or EventType.Accuse or EventType.Reject
        && actors.All(IsPrivate) && recipients.All(IsPrivate);

    static bool IsPrivate(Party party) => party.Code is null or "MNC" && party.Sector is "BUS" or "MED" or "CVL" or "EDU" or "AGR" or "ELI" or null;

    /// <summary>Whether an act lies before the time of news: "the Mongols sacked Baghdad in 1258".</summary>
    public static bool IsHistory(TextDate date) => (date.End ?? date.Start) is { Year: < OldestYear };
}
