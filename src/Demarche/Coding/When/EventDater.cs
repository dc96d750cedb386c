using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Coding;

/// <summary>
/// Dates an act by the time words of its own clause, else of what it hangs on, never by those of the verb that reports it
/// ("said on Monday"). Without words the publication bounds it: a past act lies before, a plan after.
/// </summary>
public sealed class EventDater
{
    public TextDate Read(Document document, int trigger, StatusReading reading)
    {
        var sentence = document.Sentences[document.SentenceOf(trigger)];
        var best = default(TextDate);
        var bestRank = int.MaxValue;
        foreach (var time in document.Times)
        {
            if (time.First < sentence.First || time.End > sentence.End || time.Kind is TimeKind.Set || !IsDated(time.Date))
                continue;
            var rank = Rank(document, time, trigger);
            if (rank < bestRank)
                (best, bestRank) = (time.Date, rank);
        }
        return bestRank < int.MaxValue ? best : Undated(document, reading);
    }

    static bool IsDated(TextDate date) => date.Precision != DatePrecision.Unresolved && (date.Start is not null || date.End is not null);

    /// <summary>How near a time stands to the act by the tree: 0 at the act itself; the largest number for times of other clauses.</summary>
    static int Rank(Document document, TimeExpression time, int trigger)
    {
        var tokens = document.Tokens;
        var head = HeadOf(tokens, time);
        var anchor = tokens.Heads[head];
        if (anchor < 0)
            return head == trigger ? 0 : int.MaxValue;
        // A time inside a noun phrase belongs to that noun ("a July 10 meeting"), then to what the noun stands in.
        var node = trigger;
        for (var steps = 0; steps < 8; steps++)
        {
            if (anchor == node)
                return steps * 2;
            if (Within(tokens, anchor, node))
                return (steps * 2) + 1;
            if (tokens.Heads[node] < 0 || IsBoundary(document, node))
                break;
            node = tokens.Heads[node];
        }
        return int.MaxValue;
    }

    static int HeadOf(TokenTable tokens, TimeExpression time)
    {
        for (var i = time.First; i < time.End; i++)
            if (tokens.Heads[i] < time.First || tokens.Heads[i] >= time.End)
                return i;
        return time.First;
    }

    // The anchor is a nominal in the node's own clause: an argument or adjunct, at most two steps down.
    static bool Within(TokenTable tokens, int anchor, int node)
    {
        for (var steps = 0; steps < 2; steps++)
        {
            if (Phrases.Relation(tokens, anchor) is not ("obj" or "obl" or "nmod" or "compound" or "xcomp" or "nsubj" or "flat"))
                return false;
            anchor = tokens.Heads[anchor];
            if (anchor == node)
                return true;
            if (anchor < 0)
                return false;
        }
        return false;
    }

    /// <summary>Above this word begins another act's clause: relative, adverbial, reported.</summary>
    static bool IsBoundary(Document document, int node)
    {
        switch (document.Tokens.Relations[node])
        {
            case "acl:relcl" or "ccomp" or "parataxis" or "csubj" or "acl":
                return true;
            case "advcl":
                return !document.Tokens.Children[node].All(child => document.Tokens.Relations[child] != "mark");
            default:
                return false;
        }
    }

    static TextDate Undated(Document document, StatusReading reading)
    {
        var published = document.Article.Published.Day;
        return reading.Status switch
        {
            EventStatus.Planned or EventStatus.Hypothetical => new TextDate(null, null, DatePrecision.Future, null),
            EventStatus.Ongoing => new TextDate(null, null, DatePrecision.Open, null),
            _ => published is { } day ? new TextDate(null, day, DatePrecision.Before, null) : new TextDate(null, null, DatePrecision.Open, null),
        };
    }
}
