using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Coding;

/// <summary>Places an act by the locatives of its own clause, else, if it is no background, by the dateline of the text.</summary>
public sealed class EventPlacer
{
    public EventPlace? Read(Document document, int trigger, StatusReading reading)
    {
        var sentence = document.Sentences[document.SentenceOf(trigger)];
        var best = default(PlaceMention);
        var bestRank = int.MaxValue;
        foreach (var mention in document.Places)
        {
            if (mention.Place is null || mention.First < sentence.First || mention.End > sentence.End)
                continue;
            var rank = Rank(document, mention, trigger);
            if (rank < bestRank)
                (best, bestRank) = (mention, rank);
        }
        if (bestRank < int.MaxValue)
            return new EventPlace(best.Place!, document.SpanOf(best.First, best.End));
        return reading.Background || !reading.Status.IsReal() ? null : Dateline(document);
    }

    static int Rank(Document document, PlaceMention mention, int trigger)
    {
        var tokens = document.Tokens;
        var head = mention.First;
        for (var i = mention.First; i < mention.End; i++)
            if (tokens.Heads[i] < mention.First || tokens.Heads[i] >= mention.End)
                head = i;
        if (!IsLocative(tokens, head, trigger))
            return int.MaxValue;
        var node = trigger;
        for (var steps = 0; steps < 6; steps++)
        {
            var anchor = head;
            for (var down = 0; down < Deepest && anchor >= 0; down++)
            {
                if (anchor == node)
                    return (steps * Deepest) + down;
                anchor = IsClause(tokens, anchor) ? -1 : tokens.Heads[anchor];
            }
            if (tokens.Heads[node] < 0 || tokens.Relations[node] is "acl:relcl" or "ccomp" or "parataxis")
                break;
            node = tokens.Heads[node];
        }
        return int.MaxValue;
    }

    // A place within nested phrases: "an attack on a base of the army in the north of Mali".
    const int Deepest = 7;

    static bool IsClause(TokenTable tokens, int token) =>
        Phrases.Relation(tokens, token) is "acl" or "advcl" or "ccomp" or "csubj" or "parataxis";

    // "in Kyiv", "near the town of Bucha", "Kyiv's suburbs" after "in". Where something goes is its place only beside the act
    // itself: an ambassador to Britain is not in Britain, a request from it was not made there.
    static bool IsLocative(TokenTable tokens, int head, int trigger)
    {
        var node = head;
        for (var steps = 0; steps < 4 && node >= 0; steps++)
        {
            foreach (var child in tokens.Children[node])
                if (tokens.Relations[child] == "case")
                    switch (tokens.Forms[child].ToLowerInvariant())
                    {
                        case "in" or "at" or "near" or "inside" or "outside" or "across" or "around" or "throughout" or "off" or "within" or "along":
                            return true;
                        case "to" or "into" or "through" or "toward" or "towards":
                            return tokens.Heads[node] == trigger;
                    }
            if (Phrases.Relation(tokens, node) is not ("nmod" or "compound" or "flat" or "appos" or "conj"))
                return false;
            node = tokens.Heads[node];
        }
        return false;
    }

    /// <summary>"HANOI, Vietnam (AP) — ...": a place before the dash that opens the text.</summary>
    static EventPlace? Dateline(Document document)
    {
        var first = document.Sentences[0];
        var dash = -1;
        for (var i = first.First; i < Math.Min(first.End, first.First + 14); i++)
            if (document.Tokens.Forms[i] is "—" or "–" or "--" or "-" or ":")
            {
                dash = i;
                break;
            }
        foreach (var mention in document.Places)
            if (mention.Place is not null && mention.First >= first.First && mention.End <= dash && OpensText(document, first, mention))
                return new EventPlace(mention.Place, document.SpanOf(mention.First, mention.End));
        return null;
    }

    // Only names and punctuation stand in a dateline before its place: "HANOI, Vietnam (AP)".
    static bool OpensText(Document document, Sentence first, PlaceMention mention)
    {
        for (var i = first.First; i < mention.First; i++)
            if (document.Tokens.Tags[i] is not (PartOfSpeech.PROPN or PartOfSpeech.PUNCT))
                return false;
        return true;
    }
}
