using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Linking;

/// <summary>Which way a text holds the relation of two states to go: "may be starting to cool", "driving Moscow closer to Beijing".</summary>
static class Courses
{
    // Measured on the seeds and the news by hand: the two names and the noun stand within a dozen words of the course.
    const int Reach = 12;

    /// <summary>In text order, one for each word of a course, with the two codes in order.</summary>
    public static IEnumerable<(string Dyad, HeldStatement Statement)> In(CodedArticle coded, TextSpan sentence, CourseWords lexicon, Func<TextSpan, string> holderOf)
    {
        var article = coded.Article;
        var text = sentence.Of(article.Text);
        var words = Words.Of(text);
        List<(int At, string Code)>? named = null;
        for (var i = 0; i < words.Count; i++)
            foreach (var (course, needsNoun, stems) in lexicon.Courses)
            {
                if (!StandsAt(words, i, stems) || IsDenied(text, words, i))
                    continue;
                if (needsNoun && !words[Math.Max(0, i - Reach)..Math.Min(words.Count, i + Reach)].Exists(word => lexicon.IsNoun(word.Stem)))
                    continue;
                named ??= lexicon.StatesIn(text, words);
                if (DyadAt(i, named, words, coded) is not { } dyad)
                    continue;
                var span = new TextSpan(sentence.Start + words[i].Start, sentence.Start + words[i + stems.Length - 1].End);
                yield return (dyad, new HeldStatement(article.Id, article.Sha256, span, text, holderOf(span), course));
                break;
            }
    }

    static bool StandsAt(List<Word> words, int i, ImmutableArray<string> stems)
    {
        if (i + stems.Length > words.Count)
            return false;
        for (var k = 0; k < stems.Length; k++)
            if (words[i + k].Stem != stems[k])
                return false;
        return true;
    }

    static bool IsDenied(string text, List<Word> words, int i) => words[Math.Max(0, i - 3)..i]
        .Exists(word => word.Stem is "not" or "no" or "never" or "without" or "despit" or "end" or "avoid" or "preven" || text.AsSpan(word.Start, word.End - word.Start).EndsWith("n't") || text.AsSpan(word.Start, word.End - word.Start).EndsWith("n’t"));

    static string? DyadAt(int at, List<(int At, string Code)> named, List<Word> words, CodedArticle coded)
    {
        var near = named.Where(name => Math.Abs(name.At - at) <= Reach).OrderBy(name => Math.Abs(name.At - at)).Select(name => name.Code).Distinct().Take(2).ToList();
        if (near.Count < 2)
        {
            for (var i = Math.Max(0, at - Reach); i + 1 < Math.Min(words.Count, at + Reach); i++)
                if (words[i].Stem is "two" or "both" && words[i + 1].Stem is "countr" or "nation" or "state" or "side" or "neighb" or "capita" or "power")
                    return MainDyad(coded, near.FirstOrDefault());
            return null;
        }
        return Dyad(near[0], near[1]);
    }

    // "The two countries" are those of which the text tells most.
    static string? MainDyad(CodedArticle coded, string? one) => coded.Events
        .SelectMany(report => report.Actors.SelectMany(actor => report.Recipients, (actor, recipient) => (A: actor.Code, B: recipient.Code)))
        .Where(pair => pair is { A.Length: 3, B.Length: 3 } && pair.A != pair.B && (one is null || pair.A == one || pair.B == one))
        .CountBy(pair => Dyad(pair.A!, pair.B!))
        .OrderByDescending(pair => pair.Value)
        .ThenBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => pair.Key)
        .FirstOrDefault();

    static string Dyad(string one, string other) => string.CompareOrdinal(one, other) < 0 ? $"{one} {other}" : $"{other} {one}";
}
