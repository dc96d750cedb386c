using System.Collections.Immutable;
using System.Globalization;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Briefing;

/// <summary>
/// An event as one sentence that keeps its status and its holder: planned "is to", ongoing "is", occurred "has", alleged "H alleges
/// that", denied "H alleges, D denies", negated "did not", hypothetical "H considers it possible that", cancelled "was to".
/// </summary>
public sealed class EventSentences(EventVerbs verbs, Func<string, string?> nameOfCode, Func<ArticleId, string> printedIn)
{
    /// <summary>The status as it leads the sentence; a plan whose day has passed without a report is said to be unconfirmed.</summary>
    public static string Lead(Event one, DateOnly asOf) => IsOverdue(one, asOf) ? "Planned, Unconfirmed after its day" : one.Status.ToString();

    public static bool IsOverdue(Event one, DateOnly asOf) => one.Status == EventStatus.Planned && (one.Date.End ?? one.Date.Start) is { } last && last < asOf;

    public string DocumentName(ArticleId document) => printedIn(document);

    /// <summary>The sentence, without its citations.</summary>
    public string Of(Event one)
    {
        // Of a plan the sentence tells the thing planned; the codebook's type for it is AGREE.
        var tellsPlan = one.Status is (EventStatus.Planned or EventStatus.Cancelled) && one.Underlying != EventType.None;
        var verb = tellsPlan ? verbs.Of(one.Underlying, "") : verbs.Of(one.Type, one.Modes.IsEmpty ? "" : one.Modes[0]);
        var actors = Parties(one.Actors);
        var recipients = Parties(one.Recipients);
        var who = actors.Length == 0 ? "somebody not named" : actors;
        var isPlural = one.Actors.Select(Name).Distinct().Count() > 1;
        var whom = recipients.Length == 0 ? "" : $" {verb.Preposition} {recipients}";
        var (has, @is, was) = isPlural ? ("have", "are", "were") : ("has", "is", "was");
        var when = When(one.Date) + Where(one.Place);
        var says = one.Status switch
        {
            EventStatus.Occurred => $"{who} {has} {verb.Participle}{whom}{when}",
            EventStatus.Ongoing => $"{who} {@is} {verb.Gerund}{whom}{when}",
            EventStatus.Planned => $"{who} {@is} to {verb.Base}{whom}{when}",
            EventStatus.Cancelled => $"{who} {was} to {verb.Base}{whom}{when}; this was called off",
            EventStatus.Negated => $"{who} did not {verb.Base}{whom}{when}",
            EventStatus.Alleged => $"{Allegers(one)} that {who} {has} {verb.Participle}{whom}{when}",
            EventStatus.Denied => $"{Deniers(one)} that {who} {has} {verb.Participle}{whom}{when}",
            _ => $"{Considerers(one)} that {who} may {verb.Base}{whom}{when}",
        };
        var source = one.Status is EventStatus.Alleged or EventStatus.Denied or EventStatus.Hypothetical ? Via(one.Reports[0]) : $"according to {Source(one)}: ";
        return one.Status is EventStatus.Alleged or EventStatus.Denied or EventStatus.Hypothetical
            ? $"{Capital(says)}{source}."
            : $"{Capital(source)}{says}.";
    }

    /// <summary>The innermost holders with the outlet that carries them.</summary>
    string Source(Event one)
    {
        var report = one.Reports.FirstOrDefault(report => report.Status == one.Status) ?? one.Reports[0];
        var others = one.Origins - 1;
        return $"{(Holder(report) is { } holder ? Within(holder) + Via(report) : "the text of " + printedIn(report.Document))}{(others > 0 ? $" and {others} other origin{(others > 1 ? "s" : "")}" : "")}";
    }

    static string? Holder(ReportedEvent report) => report.Attribution is [.., var inner] ? inner.Name ?? inner.Text : null;

    string Via(ReportedEvent report) => $" (via {printedIn(report.Document)})";

    static string Allegers(Event one)
    {
        var holders = HoldersOf(one, EventStatus.Alleged);
        return holders.Count == 0 ? "It is alleged" : $"{Together(holders)} {(holders.Count > 1 ? "allege" : "alleges")}";
    }

    static string Deniers(Event one)
    {
        var deniers = HoldersOf(one, EventStatus.Denied);
        var allegers = HoldersOf(one, EventStatus.Alleged);
        var says = allegers.Count > 0 ? $"{Together(allegers)} {(allegers.Count > 1 ? "allege" : "alleges")}" : "it is alleged";
        return deniers.Count == 0 ? $"{Capital(says)}, and denied," : $"{Capital(says)}, and {Within(Together(deniers))} {(deniers.Count > 1 ? "deny" : "denies")},";
    }

    static string Considerers(Event one)
    {
        var holders = HoldersOf(one, EventStatus.Hypothetical);
        return holders.Count == 0 ? "It is considered possible" : $"{Together(holders)} {(holders.Count > 1 ? "consider" : "considers")} it possible";
    }

    static List<string> HoldersOf(Event one, EventStatus status) =>
        [.. one.Reports.Where(report => report.Status == status).Select(Holder).OfType<string>().Distinct(StringComparer.Ordinal).Take(3)];

    string Parties(ImmutableArray<Party> parties) => Together([.. parties.Select(Name).Distinct(StringComparer.Ordinal)]);

    string Name(Party party)
    {
        var state = party.Code is null ? null : nameOfCode(party.Code);
        // "it" says nothing outside its sentence.
        var name = party.Name ?? (state is not null && party.Text is { Length: <= 5 } word && char.IsLower(word[0]) ? state : party.Text);
        if (name is null)
            return state ?? party.Code ?? "somebody not named";
        return state is null || state == name || party.Code is null ? name : $"{name} ({party.Code})";
    }

    static string Together(List<string> names) => names.Count switch
    {
        0 => "",
        1 => names[0],
        _ => $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}",
    };

    /// <summary>", 14 Aug 2023" and the like; empty where nobody says.</summary>
    public static string When(TextDate date) => date.Precision switch
    {
        _ when date.Start is null && date.End is null => "",
        DatePrecision.Before => $", by {Day(date.End)}",
        DatePrecision.Open => $", since {Day(date.Start)}",
        DatePrecision.Future => $", after {Day(date.Start)}",
        DatePrecision.Month => ", " + date.Start!.Value.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        DatePrecision.Year => ", " + date.Start!.Value.ToString("yyyy", CultureInfo.InvariantCulture),
        _ when date.Start == date.End => $", {Day(date.Start)}",
        DatePrecision.Window => $", between {Day(date.Start)} and {Day(date.End)}",
        _ => $", {Day(date.Start)} to {Day(date.End)}",
    };

    static string Where(EventPlace? place) => place is null ? "" : $", {place.Place.Name}";

    public static string Day(DateOnly? day) => day is { } known ? known.ToString("d MMM yyyy", CultureInfo.InvariantCulture) : "an unknown day";

    /// <summary>"The ministry" inside a sentence is "the ministry".</summary>
    static string Within(string name) => name.StartsWith("The ", StringComparison.Ordinal) || name.StartsWith("A ", StringComparison.Ordinal) || name.StartsWith("This ", StringComparison.Ordinal)
        ? char.ToLowerInvariant(name[0]) + name[1..] : name;

    static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
