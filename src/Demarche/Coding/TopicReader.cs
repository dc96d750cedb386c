using System.Collections.Frozen;
using Demarche.Coding.Rules;
using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Coding;

/// <summary>
/// Knows texts that use the words of politics for something else: clubs attack, negotiate, sack and sign, but no state does.
/// </summary>
sealed class TopicReader(WordClasses classes, WordLists lists)
{
    public static TopicReader Load(DataFolder data, WordClasses classes, string language = "en") => new(classes, WordLists.Load(data, language, "topics", "votes"));

    // News on world affairs stays below 0.3 percent of such words, sports pages lie above 3.
    const double SportShare = 0.012;
    const int SportWords = 4;

    // A caption or a headline is over before it has said much: there a word that has no other use tells.
    const int ShortText = 40;

    readonly FrozenSet<string> sport = classes["sport"];
    readonly FrozenSet<string> noDoer = classes["no-doer"];
    readonly FrozenSet<string> noTarget = classes["no-target"];
    readonly FrozenSet<string> sportOnly = classes["sport-only"];
    readonly FrozenSet<string> votes = lists["votes"];

    public bool IsSport(Document document)
    {
        var found = 0;
        foreach (var lemma in document.Tokens.Lemmas)
            if (document.Tokens.Count < ShortText && sportOnly.Contains(lemma))
                return true;
            else if (sport.Contains(lemma))
                found++;
        if (document.Tokens.Count < ShortText && HasScore(document))
            return true;
        return found >= SportWords && found > SportShare * document.Tokens.Count;
    }

    // "crushed Wales 54-16": two numbers that nobody voted with, after the name of who lost.
    bool HasScore(Document document)
    {
        var tokens = document.Tokens;
        var scored = false;
        for (var i = 2; i + 1 < tokens.Count; i++)
        {
            if (votes.Contains(tokens.Lemmas[i]))
                return false;
            scored |= tokens.Forms[i] is "-" or "–" && IsPoints(tokens.Forms[i - 1]) && IsPoints(tokens.Forms[i + 1]) && tokens.Tags[i - 2] == PartOfSpeech.PROPN;
        }
        return scored;
    }

    // The Tamil Tigers are no animals.
    static bool IsInName(Document document, int token)
    {
        foreach (var name in document.Names)
            if (name.First <= token && token < name.End)
                return name.Kind == NameKind.Organisation && name.End - name.First > 1;
        return false;
    }

    static bool IsPoints(string form) => form.Length is 1 or 2 && form.All(char.IsAsciiDigit);

    /// <summary>Whether what is said to act is a storm, a market or a book, or what it is done to an atom or a song.</summary>
    public bool IsNoAct(Document document, int clause)
    {
        var doer = ClauseRoles.Subject(document, clause);
        if (doer >= 0 && noDoer.Contains(document.Tokens.Lemmas[doer].ToLowerInvariant()) && !IsInName(document, doer))
            return true;
        var target = ClauseRoles.Object(document, clause);
        return target >= 0 && document.Tokens.Tags[target] == PartOfSpeech.NOUN && noTarget.Contains(document.Tokens.Lemmas[target]);
    }
}
