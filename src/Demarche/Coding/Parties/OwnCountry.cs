using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge.Actors;

namespace Demarche.Coding.Parties;

/// <summary>
/// Bodies and people that the text does not place, where the other side is of the same country by what it is: a court convicts those who
/// live under it, lawmakers urge their own government, rebels attack the army of their state.
/// </summary>
static class OwnCountry
{
    public static ImmutableArray<Party> Complete(Document document, ImmutableArray<Party> parties, ImmutableArray<Party> others, bool areRecipients)
    {
        if (parties.IsEmpty || SoleState(others) is not { } other)
            return parties;
        var complete = parties;
        for (var i = 0; i < parties.Length; i++)
            if (IsOf(document, parties[i], other, areRecipients))
                complete = complete.SetItem(i, parties[i] with { Code = other.Code, Implicit = true });
        return complete;
    }

    static bool IsOf(Document document, Party party, Party other, bool isRecipient)
    {
        if (party is not { Text: { } text, Sector: { } sector } || party.Code == other.Code)
            return false;
        var isBody = sector is "GOV" or "LEG" or "JUD" or "OPP" or "PTY" or "MIL" or "COP";
        if (party.Code is null)
            return (isRecipient && other.Sector is "COP" or "JUD" && (isBody || sector is "CVL" or "JRN" or "LAB" or "EDU" or "SOC" or "REL" or "AGR" or "MED" or "ELI"))
                || (isRecipient && other.Sector == "REB" && sector is "MIL" or "COP" or "GOV")
                || (isBody && IsDefinite(text) && other.Sector is "LEG" or "OPP" or "PTY" or "ELI" or "JUD" or "LAB" or "EDU" or "JRN" or "CVL");
        // "In Mexico, the former president of Bolivia accused the opposition": his own, not that of the place.
        return isRecipient && party.Implicit && isBody && IsDefinite(text) && other.Sector is "LEG" or "OPP" or "PTY" or "ELI" && !TakesUp(document, party);
    }

    static bool IsDefinite(string text) => text.StartsWith("the ", StringComparison.OrdinalIgnoreCase);

    static bool TakesUp(Document document, Party party)
    {
        foreach (var link in document.Coreference)
            if (party.Span is { } span && span.Contains(document.Tokens.Spans[link.Anaphor]))
                return true;
        return false;
    }

    static Party? SoleState(ImmutableArray<Party> parties)
    {
        Party? sole = null;
        foreach (var party in parties)
            if (party.Code is null || Sectors.InternationalCodes.Contains(party.Code) || (sole is not null && sole.Code != party.Code))
                return null;
            else
                sole ??= party;
        return sole;
    }
}
