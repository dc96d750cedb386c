using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Linking;

/// <summary>
/// What a text says that a state stands for: for an end of a war by talks ("positions itself as a mediator in the Sudan war"), or with
/// another state against sanctions ("backs Minsk against sanctions", "their partnership, a response to sanctions").
/// </summary>
static class Stances
{
    // "Against" stands close before what it is against; the two states within a clause or two.
    const int Near = 5, Reach = 12;

    /// <summary>Who stands for it, in whose war, and the words. An act for peace that a war's name gives its sides says so.</summary>
    public static IEnumerable<(string About, HeldStatement Statement)> OnWars(CodedArticle coded, Func<ReportedEvent, string> holderOf)
    {
        foreach (var report in coded.Events)
            if (report.Type is EventType.Request or EventType.Agree or EventType.Consult or EventType.Support
                && report.Status is not (EventStatus.Denied or EventStatus.Negated or EventStatus.Cancelled)
                && report.Actors.Select(actor => actor.Code).Distinct().ToList() is [{ } holder]
                && SidesOfAWar(report.Recipients) is { } sides)
                yield return ($"{holder} for an end of the war of {sides}",
                    new HeldStatement(report.Document, report.TextSha256, report.Trigger, report.Sentence, holderOf(report), "for talks"));
    }

    // Sides that no words of their own tell share those that name the war.
    static string? SidesOfAWar(ImmutableArray<Party> recipients) =>
        recipients.Length > 1 && recipients.All(party => party is { Implicit: true, Code: not null, Span: not null } && party.Span == recipients[0].Span)
            ? string.Join(" and ", recipients.Select(party => party.Code).Distinct().Order(StringComparer.Ordinal)) : null;

    /// <summary>The pairs of states that stand together against sanctions.</summary>
    /// <param name="before">The sentence before, where "their cooperation" finds whose.</param>
    public static IEnumerable<(string Dyad, HeldStatement Statement)> OnSanctions(Article article, TextSpan? before, TextSpan sentence, CourseWords lexicon, Func<TextSpan, string> holderOf)
    {
        var text = sentence.Of(article.Text);
        if (!text.Contains("sanction", StringComparison.OrdinalIgnoreCase))
            yield break;
        var words = Words.Of(text);
        for (var i = 0; i < words.Count; i++)
        {
            if (!lexicon.IsAgainst(words[i].Stem))
                continue;
            var sanctions = words.FindIndex(i + 1, Math.Min(Near, words.Count - i - 1), word => word.Stem is "sancti" or "embarg");
            if (sanctions < 0 || IsOfAnother(text, words, i, sanctions))
                continue;
            var span = new TextSpan(sentence.Start + words[i].Start, sentence.Start + words[sanctions].End);
            foreach (var dyad in DyadsOf(StandingTogether(article, before, text, words, i, lexicon)))
                yield return (dyad, new HeldStatement(article.Id, article.Sha256, span, text, holderOf(span), "against sanctions"));
            yield break;
        }
    }

    // "Warned against lifting sanctions", "counter sanctions evasion", "would not oppose sanctions".
    static bool IsOfAnother(string text, List<Word> words, int against, int sanctions) =>
        words[(against + 1)..sanctions].Exists(word => text.AsSpan(word.Start, word.End - word.Start).EndsWith("ing"))
        || sanctions + 1 < words.Count && words[sanctions + 1].Stem is "evasio" or "bustin" or "violat" or "breach" or "relief"
        || words[Math.Max(0, against - 6)..against].Exists(word => word.Stem is "not" or "no" or "never" or "vote" or "warn" or "impos" || text.AsSpan(word.Start, word.End - word.Start).EndsWith("n't") || text.AsSpan(word.Start, word.End - word.Start).EndsWith("n’t"));

    // Those named right before it; or, where it says whose "this cooperation" is, those of the sentence before.
    static List<string> StandingTogether(Article article, TextSpan? before, string text, List<Word> words, int against, CourseWords lexicon)
    {
        for (var i = Math.Max(0, against - Reach); i < against; i++)
            if (words[i].Stem is "this" or "their" or "such" && words.FindIndex(i + 1, Math.Min(3, words.Count - i - 1), word => lexicon.IsNoun(word.Stem)) >= 0)
                return before is { } told ? [.. lexicon.StatesIn(told.Of(article.Text), Words.Of(told.Of(article.Text))).Select(name => name.Code).Distinct()] : [];
        return [.. lexicon.StatesIn(text, words).Where(name => name.At < against && name.At >= against - Reach).Select(name => name.Code).Distinct()];
    }

    static IEnumerable<string> DyadsOf(List<string> states) => states.Count > 4 ? []
        : states.SelectMany(_ => states, (one, other) => (one, other)).Where(pair => string.CompareOrdinal(pair.one, pair.other) < 0).Select(pair => $"{pair.one} {pair.other}");
}
