using System.Globalization;
using System.Text.RegularExpressions;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Briefing.Lint;

/// <summary>Checks a Markdown brief with our citations against what the store holds.</summary>
/// <param name="heldOffice">Whether a person held an office on a day: null where nothing is known of it.</param>
public sealed partial class BriefLint(LintWords words, Func<string, string, DateOnly, bool?> heldOffice)
{
    /// <param name="evidence">By citation number.</param>
    public IEnumerable<LintFinding> Check(CitedMarkdown brief, IReadOnlyDictionary<int, LintEvidence> evidence) =>
        brief.Sentences.SelectMany(sentence => Check(sentence, brief, evidence)).Concat(brief.Citations.SelectMany(citation => Missing(citation, evidence)));

    IEnumerable<LintFinding> Check(CitedSentence sentence, CitedMarkdown brief, IReadOnlyDictionary<int, LintEvidence> evidence)
    {
        if (sentence.Cites.Count == 0 && !sentence.HasMark)
        {
            yield return new LintFinding(sentence.Line, "no-source", "a sentence without citation: cite it as [1], or name its author as [@Name]");
        }
        foreach (var number in sentence.Cites.Where(number => brief.Citations.All(listed => listed.Number != number)))
            yield return new LintFinding(sentence.Line, "no-such-citation", $"[{number}] is not in the list of citations");
        var cited = sentence.Cites.Select(number => evidence.GetValueOrDefault(number)).OfType<LintEvidence>().Where(one => one.Text is not null).ToList();
        if (cited.Count > 0)
            foreach (var finding in Against(sentence, cited))
                yield return finding;
        foreach (var finding in Wording(sentence))
            yield return finding;
        if (brief.AsOf is { } asOf && IsPlanned(sentence) && !IsSaidToBePast(sentence) && LastDay($"{sentence.Lead} {sentence.Text}") is { } day && day < asOf)
            yield return new LintFinding(sentence.Line, "plan-is-past", string.Create(CultureInfo.InvariantCulture, $"planned for {day:d MMM yyyy}, before the brief's own day: ask whether it was held"));
    }

    static IEnumerable<LintFinding> Missing(ListedCitation citation, IReadOnlyDictionary<int, LintEvidence> evidence)
    {
        if (evidence.GetValueOrDefault(citation.Number) is not { Text: not null })
            yield return new LintFinding(0, "citation-lost", $"[{citation.Number}]: the store has no text {citation.TextSha256} of '{citation.Document.Value}' with characters {citation.Span.Start} to {citation.Span.End}");
    }

    IEnumerable<LintFinding> Against(CitedSentence sentence, List<LintEvidence> cited)
    {
        var reports = cited.SelectMany(one => one.Reports).ToList();
        var hedges = words.In(sentence.Lead + " " + sentence.Text, "hedge");
        var saysReal = sentence.Lead is { } lead ? RealLead().IsMatch(lead) : hedges.Count == 0;
        if (saysReal && reports.Count > 0 && !reports.Exists(report => report.Status.IsReal()) && !cited.Exists(one => !one.Claims.IsEmpty && sentence.Lead is null))
            yield return new LintFinding(sentence.Line, "status-too-strong", $"told as done; the cited words say {string.Join(", ", reports.Select(report => report.Status.ToString().ToLowerInvariant()).Distinct())}");
        else if (hedges.Count == 0 && reports.Count > 0 && reports.TrueForAll(report => !report.Hedges.IsEmpty))
            yield return new LintFinding(sentence.Line, "hedge-lost", $"the cited words hedge: {string.Join(", ", reports.SelectMany(report => report.Hedges).Distinct())}");
        if (Confirmed().IsMatch(sentence.Text) && reports.Select(Holder).Distinct(StringComparer.Ordinal).Count() < 2)
            yield return new LintFinding(sentence.Line, "one-origin", "\"confirmed\" with a single origin behind it");
        foreach (var quote in Quotes(sentence.Text).Where(quote => !cited.Exists(one => Flat(one.Whole!).Contains(Flat(quote), StringComparison.Ordinal))))
            yield return new LintFinding(sentence.Line, "not-verbatim", $"the quoted words do not stand in the cited document: “{(quote.Length > 60 ? quote[..60] + "…" : quote)}”");
        if (sentence.Slot is not null && reports.Count > 0 && !NamesOneOf(sentence.Text, cited, reports))
            yield return new LintFinding(sentence.Line, "other-actors", "the cited words name nobody whom the sentence names");
        foreach (var party in reports.SelectMany(report => report.Actors.Concat(report.Recipients).Select(party => (party, Day: report.Date.Start ?? report.Date.End))))
            if (party is { party: { Name: { } name, Office: { } office }, Day: { } day } && sentence.Text.Contains($"{office} {name}", StringComparison.OrdinalIgnoreCase) && heldOffice(name, office, day) == false)
                yield return new LintFinding(sentence.Line, "office-not-held", string.Create(CultureInfo.InvariantCulture, $"{name} is not known as {office} on {day:d MMM yyyy}"));
    }

    IEnumerable<LintFinding> Wording(CitedSentence sentence)
    {
        // Only the analyst judges; what the sources say is theirs.
        if (sentence.Slot is null)
            yield break;
        var own = QuotedWords().Replace(sentence.Text, "");
        var likelihood = words.In(own, "likelihood");
        var other = words.In(own, "other-row");
        foreach (var word in words.In(own, "off-scale"))
            yield return new LintFinding(sentence.Line, "off-scale", $"'{word}' is no word of the scale of likelihood: almost no chance, very unlikely, unlikely, roughly even chance, likely, very likely, almost certain");
        if (other.Count > 0)
            yield return new LintFinding(sentence.Line, likelihood.Count > 0 ? "rows-mixed" : "off-scale", $"'{other[0]}' belongs to the other row of the scale; use one row throughout");
        if (likelihood.Count + other.Count > 0 && words.In(own, "confidence").Count > 0)
            yield return new LintFinding(sentence.Line, "likelihood-and-confidence", "likelihood and confidence in one sentence: the one is about the event, the other about the basis");
    }

    static bool NamesOneOf(string sentence, List<LintEvidence> cited, List<ReportedEvent> reports)
    {
        var names = CapitalWord().Matches(sentence).Where(word => word.Index > 0).Select(word => word.Value).ToList();
        return names.Count == 0
            || names.Exists(name => cited.Exists(one => one.Text!.Contains(name, StringComparison.OrdinalIgnoreCase)))
            || names.Exists(name => reports.Exists(report => report.Actors.Concat(report.Recipients).Any(party =>
                party.Code == name || party.Name?.Contains(name, StringComparison.OrdinalIgnoreCase) == true)));
    }

    static bool IsPlanned(CitedSentence sentence) => sentence.Lead?.Contains("Planned", StringComparison.Ordinal) == true;

    static bool IsSaidToBePast(CitedSentence sentence) => sentence.Lead?.Contains("Unconfirmed", StringComparison.Ordinal) == true;

    /// <summary>The last day named after the source, which stands in brackets.</summary>
    static DateOnly? LastDay(string text)
    {
        DateOnly? last = null;
        foreach (Match match in DayWords().Matches(Brackets().Replace(text, "")))
            if (DateOnly.TryParseExact(match.ValueSpan, "d MMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && (last is null || day > last))
                last = day;
        return last;
    }

    static IEnumerable<string> Quotes(string text) => QuotedWords().Matches(text).Select(match => match.Groups["words"].Value.Trim()).Where(words => words.Length > 0);

    static string Flat(string text) => Blank().Replace(text, " ").Replace('’', '\'').Replace('“', '"').Replace('”', '"');

    static string Holder(ReportedEvent report) => report.Attribution is [.., var inner] ? inner.Name ?? inner.Text : report.Document.Value;

    [GeneratedRegex(@"\b(Occurred|Ongoing)\b", RegexOptions.NonBacktracking)]
    private static partial Regex RealLead();

    [GeneratedRegex(@"\bconfirmed\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Confirmed();

    // Outermost pair of a line: quotes inside quotes belong to the quoted words.
    [GeneratedRegex(@"“(?<words>.{1,4000})”", RegexOptions.NonBacktracking)]
    private static partial Regex QuotedWords();

    [GeneratedRegex(@"\p{Lu}[\p{L}\-]+", RegexOptions.NonBacktracking)]
    private static partial Regex CapitalWord();

    [GeneratedRegex(@"\b\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}\b", RegexOptions.NonBacktracking)]
    private static partial Regex DayWords();

    [GeneratedRegex(@"\([^()]{0,300}\)", RegexOptions.NonBacktracking)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blank();
}
