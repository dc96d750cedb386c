using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Coding.Rules;

/// <summary>
/// "Was arrested by British police | minutes later": parsers take the unit of time for the head of the phrase before it. It is put
/// beside the phrase, as what it is.
/// </summary>
static class TimePhrases
{
    public static Document Detach(Document document)
    {
        var tokens = document.Tokens;
        ImmutableArray<int>.Builder? heads = null;
        ImmutableArray<string>.Builder? relations = null;
        for (var time = 1; time + 1 < tokens.Count; time++)
        {
            if (!IsUnit(tokens, time) || !IsCounted(tokens.Forms[time + 1]) || tokens.Heads[time] < 0 || NounBefore(document, time) is not (>= 0 and var noun))
                continue;
            heads ??= tokens.Heads.ToBuilder();
            relations ??= tokens.Relations.ToBuilder();
            (heads[noun], relations[noun]) = (tokens.Heads[time], tokens.Relations[time]);
            foreach (var child in tokens.Children[time])
                if (child < noun)
                    heads[child] = noun;
            relations[time] = "obl:unmarked";
            // A phrase within a phrase: the time is that of the verb above.
            if (tokens.Relations[time].StartsWith("nmod", StringComparison.Ordinal) && tokens.Heads[tokens.Heads[time]] is >= 0 and var above)
                heads[time] = above;
        }
        return heads is null ? document : document with { Tokens = tokens with { Heads = heads.MoveToImmutable(), Relations = relations!.MoveToImmutable() } };
    }

    static bool IsUnit(TokenTable tokens, int token) => tokens.Tags[token] == PartOfSpeech.NOUN
        && tokens.Lemmas[token] is "second" or "minute" or "hour" or "day" or "week" or "month" or "year" or "moment" or "decade";

    // "minutes later", "hours after it left".
    static bool IsCounted(string next) => next is "later" or "after" or "before" or "earlier" or "ago";

    static int NounBefore(Document document, int time)
    {
        var tokens = document.Tokens;
        var noun = time - 1;
        return tokens.Heads[noun] == time && tokens.Relations[noun] == "compound" && tokens.Tags[noun] is PartOfSpeech.NOUN or PartOfSpeech.PROPN && !IsTime(document, noun) ? noun : -1;
    }

    static bool IsTime(Document document, int token)
    {
        foreach (var mention in document.Times)
            if (mention.First <= token && token < mention.End)
                return true;
        return false;
    }
}
