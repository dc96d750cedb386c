using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Briefing.Lint;

/// <summary>
/// Checks somebody else's report, which cites nothing: forecasts that nobody is named for, and hedges that are lost on the way, where
/// what was said to be possible is later taken as given.
/// </summary>
public static class ReportLint
{
    const int SharedNeeded = 2;

    /// <param name="events">Read from the document.</param>
    /// <param name="claims">Likewise.</param>
    public static IEnumerable<LintFinding> Check(Document document, IReadOnlyList<ReportedEvent> events, IReadOnlyList<Claim> claims) =>
        Unsourced(document, claims).Concat(HedgesLost(document, events, claims)).OrderBy(finding => finding.Line);

    static IEnumerable<LintFinding> Unsourced(Document document, IEnumerable<Claim> claims)
    {
        foreach (var claim in claims.Where(claim => claim.Holder is null && claim.Kind is ClaimKind.Forecast or ClaimKind.Assessment or ClaimKind.Recommendation))
            yield return new LintFinding(LineOf(document, claim.Evidence.Start), "unsourced-" + claim.Kind.ToString().ToLowerInvariant(),
                $"nobody is named who holds this: “{claim.Proposition.Trim()}”");
    }

    /// <summary>
    /// A noun phrase with "this", "the" or "such" that takes up two content words of an earlier sentence in which they were hedged
    /// ("may deepen the trade between the ports" ... "this deepening trade").
    /// </summary>
    static IEnumerable<LintFinding> HedgesLost(Document document, IEnumerable<ReportedEvent> events, IEnumerable<Claim> claims)
    {
        var hedged = claims.Where(claim => !claim.Hedges.IsEmpty).Select(claim => (claim.Evidence, claim.Hedges[0]))
            .Concat(events.Where(report => report.Status == EventStatus.Hypothetical || !report.Hedges.IsEmpty).Select(report => (report.Evidence, report.Hedges.FirstOrDefault() ?? "hypothetical")))
            .DistinctBy(pair => pair.Evidence).OrderBy(pair => pair.Evidence.Start).ToList();
        var told = new HashSet<int>();
        foreach (var (evidence, hedge) in hedged)
        {
            var stems = Enumerable.Range(0, document.Tokens.Forms.Length).Where(token => evidence.Start <= document.Tokens.Spans[token].Start && document.Tokens.Spans[token].End <= evidence.End)
                .Select(token => Stem(document, token)).OfType<string>().ToHashSet(StringComparer.Ordinal);
            foreach (var sentence in document.Sentences.Where(sentence => document.Tokens.Spans[sentence.First].Start >= evidence.End))
                foreach (var (first, end) in Given(document, sentence))
                    if (Enumerable.Range(first, end - first).Select(token => Stem(document, token)).OfType<string>().Count(stems.Contains) >= SharedNeeded && told.Add(first))
                        yield return new LintFinding(LineOf(document, document.Tokens.Spans[first].Start), "hedge-lost",
                            $"“{document.SpanOf(first, end).Of(document.Article.Text)}” is taken as given; line {LineOf(document, evidence.Start)} says it with “{hedge}”");
        }
    }

    /// <summary>Noun phrases that take something as known: "this" or "these" and the words up to their noun.</summary>
    static IEnumerable<(int First, int End)> Given(Document document, Sentence sentence)
    {
        for (var token = sentence.First; token < sentence.End; token++)
        {
            if (document.Tokens.Lemmas[token] is not ("this" or "these" or "such") || document.Tokens.Tags[token] != PartOfSpeech.DET)
                continue;
            var end = token + 1;
            while (end < sentence.End && document.Tokens.Tags[end] is PartOfSpeech.ADJ or PartOfSpeech.NOUN or PartOfSpeech.VERB or PartOfSpeech.ADV)
                end++;
            while (end > token + 1 && document.Tokens.Tags[end - 1] != PartOfSpeech.NOUN)
                end--;
            if (end > token + 1)
                yield return (token, end);
        }
    }

    /// <summary>The stem of a content word that has one.</summary>
    static string? Stem(Document document, int token)
    {
        if (document.Tokens.Tags[token] is not (PartOfSpeech.NOUN or PartOfSpeech.VERB or PartOfSpeech.ADJ))
            return null;
        var lemma = document.Tokens.Lemmas[token];
        return lemma.Length < WordStem.Length ? null : WordStem.Of(lemma);
    }

    static int LineOf(Document document, int offset) => 1 + document.Article.Text.AsSpan(0, offset).Count('\n');
}
