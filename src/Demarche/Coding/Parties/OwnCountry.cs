using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge.Actors;

namespace Demarche.Coding.Parties;

/// <summary>
/// Bodies and people that the text does not place, where the other side is of the same country by what it is: a court convicts those who
/// live under it, lawmakers urge their own government, rebels attack the army of their state.
/// </summary>
/// <param name="foreign">Words for those who are of another country ("allies", "visitors").</param>
sealed class OwnCountry(Document document, IReadOnlySet<string> foreign)
{
    /// <param name="here">The country where it happens, or null.</param>
    public ImmutableArray<Party> Complete(ImmutableArray<Party> parties, ImmutableArray<Party> others, bool areRecipients, string? here)
    {
        if (parties.IsEmpty || SoleState(others) is not { } other)
            return parties;
        var complete = parties;
        for (var i = 0; i < parties.Length; i++)
            if (IsOf(parties[i], other, areRecipients, here))
                complete = complete.SetItem(i, parties[i] with { Code = other.Code, Implicit = true });
        return complete;
    }

    bool IsOf(Party party, Party other, bool isRecipient, string? here)
    {
        if (party is not { Text: { } text, Sector: { } sector } || party.Code == other.Code)
            return false;
        var isBody = sector is "GOV" or "LEG" or "JUD" or "OPP" or "PTY" or "MIL" or "COP";
        if (party.Code is null)
            return (isRecipient && here == other.Code && !IsForeign(party) && other.Sector is not null)
                || (isRecipient && IsOwned(text) && !IsForeign(party))
                || (isRecipient && other.Sector is "COP" or "JUD" && (isBody || sector is "CVL" or "JRN" or "LAB" or "EDU" or "SOC" or "REL" or "AGR" or "MED" or "ELI"))
                || (isRecipient && other.Sector == "REB" && sector is "MIL" or "COP" or "GOV")
                || (isBody && IsDefinite(text) && other.Sector is "LEG" or "OPP" or "PTY" or "ELI" or "JUD" or "LAB" or "EDU" or "JRN" or "CVL");
        // "In Mexico, the former president of Bolivia accused the opposition": his own, not that of the place.
        return isRecipient && party.Implicit && isBody && IsDefinite(text) && other.Sector is "LEG" or "OPP" or "PTY" or "ELI" && !TakesUp(party);
    }

    // "Urged his followers to vote"
    static bool IsOwned(string text) => text.StartsWith("his ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("her ", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("its ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("their ", StringComparison.OrdinalIgnoreCase);

    static bool IsDefinite(string text) => text.StartsWith("the ", StringComparison.OrdinalIgnoreCase);

    bool TakesUp(Party party)
    {
        foreach (var link in document.Coreference)
            if (party.Span is { } span && span.Contains(document.Tokens.Spans[link.Anaphor]))
                return true;
        return false;
    }

    bool IsForeign(Party party)
    {
        var tokens = document.Tokens;
        for (var token = party.Span is { } span ? document.Tokens.FirstIn(span) : tokens.Count; token < tokens.Count && tokens.Spans[token].End <= party.Span!.Value.End; token++)
            if (foreign.Contains(tokens.Lemmas[token]))
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
