using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Events;

/// <summary>An act between two known parties as CAMEO has it: code (two digits at least), whose act, towards whom.</summary>
public readonly record struct CameoAct(string Code, string Source, string Target);

/// <summary>
/// A reported event as coders of CAMEO write it, for comparison with them. CAMEO knows no status: what is planned is coded as the act, what is refused or called
/// off as a rejection, and what a party says of another's violence as an accusation; violence that is wanted, planned or may come as a threat; what else may be, or is denied, is not coded. A
/// promise to punish is the punishment meant. A common act goes from the subject to whoever it is done with, of several subjects to each other; who is told to receive a guest hosts, who is
/// received visits. CAMEO looks for a country first: armed men of no state are those of the country that their own phrase names.
/// </summary>
public static class CameoActs
{
    const string Reject = "12";
    const string Accuse = "112";
    const string Threaten = "13";
    const string Host = "043";
    const string Repress = "175";
    const string Riot = "145";

    // "southwest of", "in the hills of".
    const int MostBetween = 5;

    // data/rules/en: whoever promises to punish means it as a plan, whoever receives a guest is host whatever the order of words, and whoever would not allow it refuses.
    const string Promise = "threaten/promise-hostile";
    const string Reception = "consult/host";
    const string Unwilling = "reject/would-not";

    // CAMEO's codes of the support that two sides give each other: relations, and agreements signed.
    const string Relations = "050";
    const string Agreement = "057";

    /// <param name="negated">The code of what is not done, where a coder has a reading of its own for some ("will not clash" as an endorsement).</param>
    public static ImmutableArray<CameoAct> Of(ReportedEvent one, Ontology ontology, Func<string, string?>? negated = null)
    {
        if (IsReason(one))
            return [];
        // Whose an unnamed crowd or court is that acts, or whom an act without an object meets, is inferred by us, not told; whom force
        // meets, or who is set free, is of the place where it is done.
        one = one with { Actors = Told(one, one.Actors.RemoveAll(party => party.Implicit)), Recipients = Told(one, one.Recipients.RemoveAll(party => (party.Implicit && (party.Span is null || !IsOnPeople(one))) || IsGround(one, party))) };
        if ((one is { Status: EventStatus.Negated, Cameo: { } undone } ? negated?.Invoke(undone) : null) is not { } code && (code = Code(one, ontology)!) is null)
            return [];
        // Who tells of his own violence accuses nobody.
        if (ontology.Quad(one.Type) == 4 && Accuser(one) is { } accuser && !Codes(one.Actors).Contains(accuser))
            return [.. Codes(one.Actors).Select(accused => new CameoAct(Accuse, accuser, accused))];
        // "Soldiers of A and B exchanged fire, leaving two dead": whose dead nobody tells.
        if (Codes(one.Actors).Skip(1).Any() && Codes(one.Recipients).Order(StringComparer.Ordinal).SequenceEqual(Codes(one.Actors).Order(StringComparer.Ordinal)) && one.Recipients.All(party => party.Implicit))
            return [];
        if (!IsSharedAlone(one))
            return [.. Pairs(one.Actors, one.Recipients, code).Concat(IsHosted(one) ? Pairs(one.Recipients, one.Actors, Host) : [])];
        return Common(one, code);
    }

    static ImmutableArray<CameoAct> Common(ReportedEvent one, string code)
    {
        // Whoever stands before the trigger does it with whoever stands behind it; "after meeting his guest, the host": the subject goes first all the same.
        var before = one.Actors.Where(party => party.Span is { } span && span.Start < one.Trigger.Start).ToImmutableArray();
        var behind = one.Actors.RemoveRange(before);
        if (before.IsEmpty && behind is [{ Span.Start: var subject }, { Span.Start: var other }] && subject > other)
            (before, behind) = ([behind[0]], [behind[1]]);
        if (before.IsEmpty || behind.IsEmpty)
            return IsOnOthers(one) ? [] : [.. Pairs(one.Actors, one.Actors, code).Where(act => act.Source != act.Target || IsAmongOwn(one.Actors))];
        // Forces and a crowd do not do the same to each other.
        if (one.Type == EventType.Assault && (IsForce(before) && IsCrowd(behind) || IsCrowd(before) && IsForce(behind)))
            return [.. Pairs(before, behind, IsForce(before) ? Repress : Riot).Concat(Pairs(behind, before, IsForce(before) ? Riot : Repress))];
        return [.. Pairs(before, behind, code)];
    }

    static string? Code(ReportedEvent one, Ontology ontology) => one.Status switch
    {
        EventStatus.Occurred or EventStatus.Ongoing or EventStatus.Alleged => one is { Rule: Promise, Underlying: not (EventType.None or EventType.Assault) } ? Planned(one, ontology) : one.Cameo,
        EventStatus.Planned => one.Underlying == EventType.Assault ? Threaten : Planned(one, ontology),
        EventStatus.Hypothetical when ontology.Quad(one.Type) == 4 => Threaten,
        EventStatus.Hypothetical when one.Rule == Unwilling => one.Cameo,
        EventStatus.Negated or EventStatus.Cancelled when ontology.Quad(one.Type) is 1 or 2 => Reject,
        _ => null,
    };

    static string? Planned(ReportedEvent one, Ontology ontology) => one.Underlying == EventType.None ? one.Cameo : ontology.Cameo(new EventCategory(one.Underlying, ""));

    // "Lima received the envoy": the host is told first.
    static bool IsHosted(ReportedEvent one) => (one.Type == EventType.Consult || one.Underlying == EventType.Consult)
        && (one.Rule == Reception
            || (one.Modes.Contains("visit") && one.Recipients[0].Span is { } host && one.Actors is [{ Span: { } guest }, ..] && host.Start < one.Trigger.Start && guest.Start > one.Trigger.Start));

    // "France and Germany condemned the attack", "support from France and Germany": side by side, not each other, unless the words say so.
    static bool IsOnOthers(ReportedEvent one) => !IsReciprocal(one.TriggerText)
        && (one.Type is EventType.Accuse or EventType.Request or EventType.Threaten or EventType.Protest or EventType.Sanction or EventType.Mobilize or EventType.Retreat or EventType.Aid
            || one is { Type: EventType.Support, Cameo: not (Relations or Agreement) });

    static bool IsReciprocal(string words) => words.EndsWith("each other", StringComparison.Ordinal) || words.EndsWith("one another", StringComparison.Ordinal) || words.EndsWith("the other", StringComparison.Ordinal)
        || words.StartsWith("trade", StringComparison.Ordinal) || words.StartsWith("exchange", StringComparison.Ordinal) || words.StartsWith("swap", StringComparison.Ordinal);

    static bool IsOnPeople(ReportedEvent one) => one.Type is EventType.Assault or EventType.Coerce or EventType.Retreat && one.Status is not (EventStatus.Negated or EventStatus.Cancelled);

    // "Took to the streets of Nairobi": where they went, not against whom.
    static bool IsGround(ReportedEvent one, Party party) => one.Type == EventType.Protest && party.Code == one.Place?.Place.Country && party.Span is { } span && one.Trigger.Overlaps(span);

    // "Jailed a man for helping rebels": what something is done for is told with it, not for itself.
    static bool IsReason(ReportedEvent one) => one.Trigger.Start > one.Evidence.Start && one.Evidence.Contains(one.Trigger)
        && one.Sentence.AsSpan(0, one.Trigger.Start - one.Evidence.Start).EndsWith(" for ", StringComparison.Ordinal)
        && one.TriggerText.AsSpan() is var words && (words.IndexOf(' ') is >= 0 and var space ? words[..space] : words).EndsWith("ing", StringComparison.Ordinal);

    // "Agreed to build a refinery together": of sides who act together, a thing without a country is no other side.
    static bool IsSharedAlone(ReportedEvent one) => one.Recipients.IsEmpty
        || (one.Type is EventType.Agree or EventType.Consult or EventType.Cooperate && !Codes(one.Recipients).Any() && Codes(one.Actors).Skip(1).Any());

    // "The government of Chad and its rebels signed a truce": both sides of one country.
    static bool IsAmongOwn(ImmutableArray<Party> sides) => Codes(sides).Take(2).Count() == 1 && sides.Select(party => party.Sector).OfType<string>().Distinct().Skip(1).Any();

    static bool IsForce(ImmutableArray<Party> side) => side.All(party => party.Sector is "MIL" or "COP" or "GOV");

    static bool IsCrowd(ImmutableArray<Party> side) => side.All(party => party.Sector is "CVL" or "OPP");

    // "Israel said a bomb was fired at it": told before the act; "..., officials said" vouches for it.
    static string? Accuser(ReportedEvent one) =>
        one.Attribution is [.., { Code: { } code, Span: { } span }] && span.Start < one.Trigger.Start ? code : null;

    static ImmutableArray<Party> Told(ReportedEvent one, ImmutableArray<Party> parties) =>
        one.Place is { Span: { } place, Place.Country: { } country } ? [.. parties.Select(party => party is { Code: "IMG" or "ISM", Span: { } span } && IsNamedWith(one, span, place) ? party with { Code = country } : party)] : parties;

    // "An al-Qaeda camp south of Aden": within the phrase, or behind it with nothing but small words between.
    static bool IsNamedWith(ReportedEvent one, TextSpan party, TextSpan place) => party.Overlaps(place)
        || (place.Start > party.End && one.Evidence.Contains(party) && one.Evidence.Contains(place) && !one.Trigger.Overlaps(new TextSpan(party.End, place.Start)) && one.Sentence.AsSpan(party.End - one.Evidence.Start, place.Start - party.End) is var between
            && between.IndexOfAny(",;:()") < 0 && between.Count(' ') <= MostBetween && !between.ContainsAnyInRange('A', 'Z'));

    static IEnumerable<CameoAct> Pairs(ImmutableArray<Party> sources, ImmutableArray<Party> targets, string code) =>
        from source in Codes(sources) from target in Codes(targets) select new CameoAct(code, source, target);

    // Whom the text leaves to be understood its coders do not code.
    static IEnumerable<string> Codes(ImmutableArray<Party> parties) => parties.Where(party => party is not { Implicit: true, Text: null }).Select(party => party.Code).OfType<string>().Distinct();
}
