using System.Collections.Immutable;
using Demarche.Knowledge;

namespace Demarche.Events;

/// <summary>An act between two known parties as CAMEO has it: code (two digits at least), whose act, towards whom.</summary>
public readonly record struct CameoAct(string Code, string Source, string Target);

/// <summary>
/// A reported event as coders of CAMEO write it, for comparison with them. CAMEO knows no status: what is planned is coded as the act, what is refused or called
/// off as a rejection, and what a party says of another's violence as an accusation; what may be, or is denied, is not coded. A
/// meeting is an act of either side; any other common act goes from the subject to whoever it is done with.
/// </summary>
public static class CameoActs
{
    const string Reject = "12";
    const string Accuse = "112";

    /// <param name="negated">The code of what is not done, where a coder has a reading of its own for some ("will not clash" as an endorsement).</param>
    public static ImmutableArray<CameoAct> Of(ReportedEvent one, Ontology ontology, Func<string, string?>? negated = null)
    {
        if ((one is { Status: EventStatus.Negated, Cameo: { } undone } ? negated?.Invoke(undone) : null) is not { } code && (code = Code(one, ontology)!) is null)
            return [];
        if (ontology.Quad(one.Type) == 4 && Accuser(one) is { } accuser)
            return [.. Codes(one.Actors).Select(accused => new CameoAct(Accuse, accuser, accused)).Where(act => act.Source != act.Target)];
        if (!one.Recipients.IsEmpty)
            return [.. Pairs(one.Actors, one.Recipients, code)];
        // Common acts: whoever stands before the trigger does it with whoever stands behind it.
        var before = one.Actors.Where(party => party.Span is { } span && span.Start < one.Trigger.Start).ToImmutableArray();
        var behind = one.Actors.RemoveRange(before);
        if (before.IsEmpty || behind.IsEmpty)
            return [.. Pairs(one.Actors, one.Actors, code).Where(act => act.Source != act.Target)];
        var acts = Pairs(before, behind, code);
        return [.. one.Type == EventType.Consult || one.Underlying == EventType.Consult ? acts.Concat(Pairs(behind, before, code)) : acts];
    }

    static string? Code(ReportedEvent one, Ontology ontology) => one.Status switch
    {
        EventStatus.Occurred or EventStatus.Ongoing or EventStatus.Alleged => one.Cameo,
        EventStatus.Planned => one.Underlying == EventType.None ? one.Cameo : ontology.Cameo(new EventCategory(one.Underlying, "")),
        EventStatus.Negated or EventStatus.Cancelled when ontology.Quad(one.Type) is 1 or 2 => Reject,
        _ => null,
    };

    // "Israel said a bomb was fired at it": told before the act; "..., officials said" vouches for it.
    static string? Accuser(ReportedEvent one) =>
        one.Attribution is [.., { Code: { } code, Span: { } span }] && span.Start < one.Trigger.Start ? code : null;

    static IEnumerable<CameoAct> Pairs(ImmutableArray<Party> sources, ImmutableArray<Party> targets, string code) =>
        from source in Codes(sources) from target in Codes(targets) select new CameoAct(code, source, target);

    // Whom the text leaves to be understood its coders do not code.
    static IEnumerable<string> Codes(ImmutableArray<Party> parties) => parties.Where(party => party is not { Implicit: true, Text: null }).Select(party => party.Code).OfType<string>().Distinct();
}
