using System.Globalization;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Briefing;

/// <summary>
/// An event as one sentence that keeps its status and its holder: planned "is to", ongoing "is", occurred "has", alleged "H alleges
/// that", denied "H alleges, D denies", negated "did not", hypothetical "H considers it possible that", cancelled "was to".
/// </summary>
public sealed class EventSentences(EventVerbs verbs, Func<string, string?> nameOfCode, Func<ArticleId, (string Outlet, DateOnly? Day)> printedIn)
{
    const int OriginsNamed = 2;

    /// <summary>The status as it leads the sentence; a plan whose day has passed without a report is said to be unconfirmed.</summary>
    public static string Lead(Event one, DateOnly asOf) => IsOverdue(one, asOf) ? "Planned, Unconfirmed after its day" : one.Status.ToString();

    public static bool IsOverdue(Event one, DateOnly asOf) => one.Status == EventStatus.Planned && (one.Date.End ?? one.Date.Start) is { } last && last < asOf;

    /// <summary>A text that speaks itself: "SpecialEurasia (14 Aug 2023)".</summary>
    public string Voice(ArticleId document) => printedIn(document) is var (outlet, day) && day is { } known ? $"{outlet} ({EventDays.Of(known)})" : printedIn(document).Outlet;

    string Via(ArticleId document) => printedIn(document) is var (outlet, day) && day is { } known ? $"(via {outlet}, {EventDays.Of(known)})" : $"(via {printedIn(document).Outlet})";

    /// <summary>The sentence, without its citations.</summary>
    /// <param name="withDay">False where the day stands before the sentence.</param>
    public string Of(Event one, bool withDay = true)
    {
        // Of a plan the sentence tells the thing planned; the codebook's type for it is AGREE.
        var tellsPlan = one.Status is (EventStatus.Planned or EventStatus.Cancelled) && one.Underlying != EventType.None;
        var verb = tellsPlan ? verbs.Of(one.Underlying, "") : verbs.Of(one.Type, one.Modes.IsEmpty ? "" : one.Modes[0]);
        var actors = one.Actors.Select(Name).Distinct(StringComparer.Ordinal).ToList();
        var recipients = one.Recipients.Select(Name).Distinct(StringComparer.Ordinal).Except(actors, StringComparer.Ordinal).ToList();
        var who = actors.Count == 0 ? "somebody not named" : Wording.Together(actors);
        var isPlural = actors.Count > 1 || (one.Actors is [{ Name: null } only] && Wording.IsPlural(only.Text ?? ""));
        var whom = recipients.Count == 0 ? "" : $" {verb.Preposition} {Wording.Together(recipients)}";
        var (has, @is, was) = isPlural ? ("have", "are", "were") : ("has", "is", "was");
        var rest = whom + Where(one.Place, [.. actors, .. recipients]) + (withDay ? EventDays.In(one.Date) : "");
        var says = one.Status switch
        {
            EventStatus.Occurred => $"{who} {has} {verb.Participle}{rest}",
            EventStatus.Ongoing => $"{who} {@is} {verb.Gerund}{rest}",
            EventStatus.Planned => $"{who} {@is} to {verb.Base}{rest}",
            EventStatus.Cancelled => $"{who} {was} to {verb.Base}{rest}; this was called off",
            EventStatus.Negated => $"{who} did not {verb.Base}{rest}",
            EventStatus.Alleged => $"{Saying(one, EventStatus.Alleged, "alleges", "allege") ?? "it is alleged"} that {who} {has} {verb.Participle}{rest}",
            EventStatus.Denied => $"{Denying(one)} that {who} {has} {verb.Participle}{rest}",
            _ => $"{Saying(one, EventStatus.Hypothetical, "considers it possible", "consider it possible") ?? "it is considered possible"} that {who} may {verb.Base}{rest}",
        };
        return Wording.Capital(one.Status is EventStatus.Alleged or EventStatus.Denied or EventStatus.Hypothetical
            ? $"{says} {Via(one.Reports[0].Document)}."
            : $"according to {Source(one)}: {says}.");
    }

    /// <summary>The innermost holders with the outlet that carries them, of the reports that bear the status.</summary>
    string Source(Event one)
    {
        var backing = Backing.Of(one);
        var names = backing.Take(OriginsNamed).Select(report => Holder(report) is { } holder ? $"{holder} {Via(report.Document)}" : Voice(report.Document)).ToList();
        if (backing.Count > OriginsNamed)
            names.Add(backing.Count == OriginsNamed + 1 ? "one other origin" : string.Create(CultureInfo.InvariantCulture, $"{backing.Count - OriginsNamed} other origins"));
        return Wording.Together(names);
    }

    static string? Holder(ReportedEvent report) => Backing.HolderOf(report) is { } holder ? Wording.Within(Wording.WithArticle(holder)) : null;

    /// <summary>"The ministry alleges", "witnesses allege"; null where nobody is named.</summary>
    static string? Saying(Event one, EventStatus status, string singular, string plural)
    {
        var holders = HoldersOf(one, status);
        return holders.Count == 0 ? null : $"{Wording.Together(holders)} {(holders.Count > 1 || Wording.IsPlural(holders[0]) ? plural : singular)}";
    }

    static string Denying(Event one)
    {
        var alleged = Saying(one, EventStatus.Alleged, "alleges", "allege") ?? "it is alleged";
        return Saying(one, EventStatus.Denied, "denies", "deny") is { } denied ? $"{alleged}, and {denied}," : $"{alleged}, and denied,";
    }

    static List<string> HoldersOf(Event one, EventStatus status) =>
        [.. one.Reports.Where(report => report.Status == status).Select(Holder).OfType<string>().Distinct(StringComparer.Ordinal).Take(3)];

    string Name(Party party)
    {
        var state = party.Code is null ? null : nameOfCode(party.Code);
        // "it" says nothing outside its sentence.
        var name = party.Name ?? (state is not null && party.Text is { Length: <= 5 } word && char.IsLower(word[0]) ? state : party.Text);
        if (name is null)
            return state is not null ? Wording.WithArticle(state) : party.Code ?? "somebody not named";
        var told = Wording.Within(Wording.WithArticle(name));
        return party.Code is null || state is null || state == name ? told : $"{told} ({party.Code})";
    }

    /// <summary>" in Moscow"; nothing where the sentence names the place already ("to Belarus").</summary>
    static string Where(EventPlace? place, IReadOnlyList<string> parties) =>
        place is null || parties.Any(party => party.Contains(place.Place.Name, StringComparison.Ordinal)) ? "" : $" in {Wording.WithArticle(place.Place.Name)}";
}
