using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Linking;

/// <summary>Whom a text makes the parties of a war: "Russia's war in Ukraine", "the Ukraine conflict, which pits ... against ...".</summary>
static class Framings
{
    static readonly (int At, string Code) Nobody = (-1, "");

    /// <summary>The state the war is fought in, the parties, sorted, and the words.</summary>
    public static IEnumerable<(string Where, ImmutableArray<string> Parties, HeldStatement Statement)> In(Article article, TextSpan sentence, CourseWords lexicon, Func<TextSpan, string> holderOf)
    {
        var text = sentence.Of(article.Text);
        var words = Words.Of(text);
        List<(int At, string Code)>? named = null;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Stem is not ("war" or "confli" or "invasi" or "aggres"))
                continue;
            named ??= lexicon.StatesIn(text, words);
            if ((Waged(text, words, named, i) ?? Pitting(text, words, named, i)) is not { } framing)
                continue;
            ImmutableArray<string> parties = [.. framing.Parties.Distinct().Order(StringComparer.Ordinal)];
            var span = new TextSpan(sentence.Start + words[framing.First].Start, sentence.Start + words[framing.Last].End);
            yield return (framing.Where, parties, new HeldStatement(article.Id, article.Sha256, span, text, holderOf(span), string.Join(" against ", parties)));
        }
    }

    // "A's war in B".
    static (string Where, string[] Parties, int First, int Last)? Waged(string text, List<Word> words, List<(int At, string Code)> named, int war)
    {
        var (owner, one) = named.LastOrDefault(name => name.At < war && name.At >= war - 3, Nobody);
        var (target, other) = named.FirstOrDefault(name => name.At > war + 1 && name.At <= war + 3, Nobody);
        return owner >= 0 && target >= 0 && one != other && words[war + 1].Stem is "in" or "on" or "agains" or "of"
            && text.AsSpan(words[owner].Start, words[owner].End - words[owner].Start).IndexOfAny('\'', '’') > 0
            ? (other, [one, other], owner, target) : null;
    }

    // "The B conflict, which pits the one against the other".
    static (string Where, string[] Parties, int First, int Last)? Pitting(string text, List<Word> words, List<(int At, string Code)> named, int war)
    {
        var (place, where) = named.LastOrDefault(name => name.At == war - 1, Nobody);
        var pits = words.FindIndex(war, word => word.Stem is "pit" or "pitt");
        if (place < 0 || pits < 0 || pits > war + 4)
            return null;
        var against = words.FindIndex(pits, word => word.Stem == "agains");
        if (against < pits + 2 || against > pits + 8 || against + 1 >= words.Count)
            return null;
        var one = named.FirstOrDefault(name => name.At > pits && name.At < against).Code ?? text[words[pits + 1].Start..words[against - 1].End];
        var (at, other) = named.FirstOrDefault(name => name.At > against && name.At <= against + 4, Nobody);
        return at < 0 ? null : (where, [one, other], place, at);
    }
}
