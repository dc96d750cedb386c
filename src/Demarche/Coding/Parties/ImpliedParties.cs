using System.Collections.Immutable;
using Demarche.Coding.Rules;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;

namespace Demarche.Coding.Parties;

/// <summary>
/// Who is meant where the words of an act leave a side open, from what the text told before: the other side of the quarrel that the
/// actor is in, the government of those who protest, the people whom police act against, whoever did the same act when it was told
/// first. Such a party has no words, makes no report surer and links none.
/// </summary>
sealed class ImpliedParties(Document document, Scene scene, IReadOnlyList<ReportedEvent> told, WordClasses classes)
{
    // Further back another quarrel may have begun; an act itself is taken up over a longer way.
    const int Near = 3, Far = 12;

    // A text that tells more acts than this is no longer one story, and may be made to cost time.
    const int MostRemembered = 400;

    // What most acts of a party say of whom it deals with: so many, and so large a share of them.
    const int FewestActs = 2;
    const double MostActs = 0.7;

    public ImmutableArray<Party> Recipients(RuleMatch match, EventType type, EventStatus status, ImmutableArray<Party> actors)
    {
        if (!IsAimed(type, status) || SoleCode(actors) is not { } own)
            return [];
        if (type == EventType.Threaten && Condition(match) is { } threatened && threatened != own)
            return [Of(threatened, "GOV")];
        var sector = actors.First(actor => actor.Code is not null).Sector;
        if ((AtHome(match.Trigger, type, match.Rule.Category.Mode, own, sector) ?? OwnInstitution(match, type, own)) is { } home)
            return [home];
        return CanHaveOpponent(match, type, status, sector) ? Opponent(match.Trigger, type, own, sector) : [];
    }

    public ImmutableArray<Party> Actors(RuleMatch match, EventType type, string mode, ImmutableArray<Party> recipients)
    {
        if (!match.Sources.IsEmpty)
            return [];
        if (SameAct(match.Trigger, type, mode, recipients) is { IsEmpty: false } doers)
            return doers;
        return type == EventType.Protest && scene.CountryAt(match.Trigger, local: true) is { } country ? [Of(country, "CVL")] : [];
    }

    /// <summary>"Lang was expelled without a word": whoever it was that expelled Peter Lang when the text told it first.</summary>
    public ImmutableArray<Party> DoersTo(ImmutableArray<Party> recipients, RuleMatch match, EventType type, string mode)
    {
        if (recipients is not [{ Code: null, Name: { } name }])
            return [];
        for (var i = told.Count - 1; i >= 0 && document.SentenceOf(match.Trigger) - SentenceOf(told[i]) <= Far; i--)
            if (told[i] is var act && act.Status.IsReal() && (IsOf(act, type, mode) || IsThrowingOut(type, mode) && (IsOf(act, EventType.Sanction, "expel") || IsOf(act, EventType.Coerce, "deport")))
                && act.Recipients.Any(party => party.Name == name) && Said(act.Actors) is { IsEmpty: false } doers)
                return [.. doers.Select(Unsaid)];
        return [];
    }

    static bool IsOf(ReportedEvent act, EventType type, string mode) => act.Type == type && (mode.Length == 0 ? act.Modes.IsEmpty : act.Modes.Contains(mode));

    // Diplomats and journalists are expelled, others deported: of one person a text may say both.
    static bool IsThrowingOut(EventType type, string mode) => (type, mode) is (EventType.Sanction, "expel") or (EventType.Coerce, "deport");

    static bool IsAimed(EventType type, EventStatus status) => type switch
    {
        EventType.Request or EventType.Accuse or EventType.Reject or EventType.Threaten or EventType.Protest or EventType.Sanction
            or EventType.Concede or EventType.Coerce or EventType.Assault => true,
        EventType.Mobilize => status.IsReal(),
        _ => false,
    };

    // An inquiry has its own subject; force without a target is used on somebody by those alone who are armed or in power.
    static bool CanHaveOpponent(RuleMatch match, EventType type, EventStatus status, string? sector) =>
        type != EventType.Protest && match.Rule.Category.Mode != "investigate" && status is not (EventStatus.Negated or EventStatus.Hypothetical or EventStatus.Cancelled)
        && (type is not (EventType.Coerce or EventType.Assault or EventType.Mobilize) || sector is "GOV" or "MIL" or "COP" or "REB" or "UAF" or "PRM" or "SPY");

    // "warned that it would act if the border with Laos were closed": the condition tells whom.
    string? Condition(RuleMatch match)
    {
        var sentence = document.Sentences[document.SentenceOf(match.Trigger)];
        for (var token = match.Trigger + 1; token < sentence.End; token++)
            if (document.Tokens.Lemmas[token] is "if" or "unless" && document.Tokens.Relations[token] == "mark")
                foreach (var mention in document.Places)
                    if (mention.First > token && mention.End <= Phrases.Subtree(document.Tokens, document.Tokens.Heads[token]).End && mention.Place?.Country is { } country)
                        return country;
        return null;
    }

    // Who protests does so against the government of the place; police act against its people, and its people against police.
    Party? AtHome(int trigger, EventType type, string mode, string own, string? sector)
    {
        var here = scene.CountryAt(trigger, local: true);
        if (here is not null && here != own)
            return type == EventType.Mobilize && sector == "MIL" ? Of(here, "GOV") : null;
        return (type, sector) switch
        {
            (EventType.Protest, not ("GOV" or "MIL" or "COP" or "JUD")) => Of(own, mode == "riot" && Lately.Any(act => act.Actors.Any(party => party.Code == own && party.Sector == "COP")) ? "COP" : "GOV"),
            (EventType.Assault or EventType.Coerce or EventType.Threaten, "COP") => Of(own, "CVL"),
            // Who ambushes or storms what is no party ("a convoy") at home turns on those in power, a gang on the people.
            (EventType.Assault, "REB") when here == own => Of(own, "GOV"),
            (EventType.Assault, "CRM" or "UAF") when here == own => Of(own, "CVL"),
            (EventType.Assault, "CVL" or "EDU" or "OPP" or "LAB") when Lately.Any(act => act.Actors.Concat(act.Recipients).Any(party => party.Code == own && party.Sector == "COP")) => Of(own, "COP"),
            _ => null,
        };
    }

    // "slammed the impeachment hearings", "criticised the verdict": of whoever sits at home, where no other country is named with it.
    Party? OwnInstitution(RuleMatch match, EventType type, string own)
    {
        if (type is not (EventType.Accuse or EventType.Reject) || ClauseRoles.Object(document, match.Clause) is not (>= 0 and var thing)
            || (scene.CountryAt(match.Trigger, local: true) is { } here && here != own))
            return null;
        var noun = document.Tokens.Lemmas[thing];
        return classes["of-parliament"].Contains(noun) ? Of(own, "LEG") : classes["of-courts"].Contains(noun) ? Of(own, "JUD") : null;
    }

    // Whom the actor has to do with: in his last quarrel, in another act of the sentence, else in most acts.
    ImmutableArray<Party> Opponent(int trigger, EventType type, string own, string? sector)
    {
        var here = document.SentenceOf(trigger);
        var sides = new List<(ReportedEvent Act, ImmutableArray<Party> Other)>();
        for (var i = told.Count - 1; i >= Math.Max(0, told.Count - MostRemembered); i--)
            // Nobody uses force against an organisation of states that condemned him.
            if (OtherSide(told[i], own, sector) is { } other && !(type is EventType.Coerce or EventType.Assault or EventType.Mobilize && other.Any(party => Sectors.InternationalCodes.Contains(party.Code!))))
                sides.Add((told[i], other));
        foreach (var (act, other) in sides)
            if (here - SentenceOf(act) <= (IsQuarrel(act.Type) ? Near : 0))
                return SoleCode(other) is null ? [] : Side(other);
        // One quarrel alone is told of him.
        var quarrels = sides.Where(side => IsQuarrel(side.Act.Type) && here - SentenceOf(side.Act) <= Far).ToList();
        if (IsQuarrel(type) && quarrels.Count > 0 && SoleCode([.. quarrels.SelectMany(side => side.Other)]) is not null)
            return Side(quarrels[0].Other);
        var parties = sides.SelectMany(side => side.Other.DistinctBy(party => party.Code)).ToList();
        var most = parties.GroupBy(party => party.Code).OrderByDescending(side => side.Count()).ThenBy(side => side.Key, StringComparer.Ordinal).FirstOrDefault();
        return most is not null && most.Count() >= FewestActs && most.Count() >= MostActs * parties.Count ? Side([most.First()]) : [];
    }

    static bool IsQuarrel(EventType type) =>
        type is EventType.Accuse or EventType.Reject or EventType.Threaten or EventType.Protest or EventType.Sanction or EventType.Coerce or EventType.Assault;

    // Of an act within one state the side that is not the actor's own; null where the act has no other side.
    static ImmutableArray<Party>? OtherSide(ReportedEvent act, string own, string? sector)
    {
        var actors = Said(act.Actors);
        var recipients = Said(act.Recipients);
        var acted = actors.Any(party => party.Code == own);
        var suffered = recipients.Any(party => party.Code == own);
        if (acted && suffered)
            return Sectors.InternationalCodes.Contains(own) ? null : actors.Any(party => party.Sector == sector) ? recipients : actors;
        var other = acted && act.Recipients.IsEmpty ? actors.RemoveAll(party => party.Code == own) : acted ? recipients : suffered ? actors : [];
        return other.IsEmpty ? null : other;
    }

    ImmutableArray<Party> SameAct(int trigger, EventType type, string mode, ImmutableArray<Party> recipients)
    {
        // In a war many kill and are killed; who was arrested, charged or freed was so by those who did it when it was told first.
        if (type is not (EventType.Retreat or EventType.Coerce or EventType.Sanction or EventType.Accuse) || SoleCode(recipients) is not { } victim)
            return [];
        for (var i = told.Count - 1; i >= 0 && document.SentenceOf(trigger) - SentenceOf(told[i]) <= Far; i--)
            if (told[i] is var act && act.Type == type && act.Status.IsReal() && (mode.Length == 0 ? act.Modes.IsEmpty : act.Modes.Contains(mode))
                && act.Recipients.Any(party => party.Code == victim && party.Sector == recipients[0].Sector) && Said(act.Actors) is { IsEmpty: false } doers)
                return [.. doers.Select(Unsaid)];
        return [];
    }

    IEnumerable<ReportedEvent> Lately => told.Skip(Math.Max(0, told.Count - MostRemembered));

    int SentenceOf(ReportedEvent act)
    {
        int low = 0, high = document.Sentences.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (document.Sentences[middle].Span.Start <= act.Trigger.Start)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }

    // What was itself implied implies nothing more.
    static ImmutableArray<Party> Said(ImmutableArray<Party> parties) => parties.RemoveAll(party => party.Code is null || party.Text is null);

    static string? SoleCode(ImmutableArray<Party> parties)
    {
        var codes = parties.Select(party => party.Code).Where(code => code is not null).Distinct().Take(2).ToList();
        return codes.Count == 1 ? codes[0] : null;
    }

    // Which side it is, not which of its persons.
    static ImmutableArray<Party> Side(ImmutableArray<Party> parties) =>
        [.. parties.DistinctBy(party => (party.Code, party.Sector)).Select(party => new Party { Code = party.Code, Sector = party.Sector, OtherSectors = party.OtherSectors, Implicit = true })];

    static Party Unsaid(Party party) => party with { Text = null, Span = null, Implicit = true };

    static Party Of(string code, string sector) => new() { Code = code, Sector = sector, Implicit = true };
}
