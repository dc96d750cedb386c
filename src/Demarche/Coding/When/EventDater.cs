using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Coding;

/// <summary>
/// Dates an act by the time words of its own clause, else of what it hangs on, never by those of the verb that reports it
/// ("said on Monday"); else by the day the narrative has reached, if the same party goes on acting; else by the publication,
/// which bounds it: a past act lies before, a plan after. Background never gets the day of the dateline.
/// </summary>
public sealed class EventDater
{
    public TextDate Read(Document document, int trigger, StatusReading reading)
    {
        var published = document.Article.Published.Day;
        if (Nearest(document, trigger, reading) is { } own)
            return InThePast(document, own, reading, published);
        if (reading.Status.IsReal() && !reading.Background && NarrativeDay.Of(document, trigger) is { } day)
            return day;
        return Undated(reading, published);
    }

    static TextDate? Nearest(Document document, int trigger, StatusReading reading)
    {
        var sentence = document.Sentences[document.SentenceOf(trigger)];
        TextDate? best = null;
        var bestRank = int.MaxValue;
        foreach (var time in document.Times)
        {
            if (time.First < sentence.First || time.End > sentence.End || !Bounds(time, reading))
                continue;
            var rank = Rank(document, time, trigger);
            if (rank < bestRank)
                (best, bestRank) = (time.Date, rank);
        }
        return best;
    }

    // "now" and "currently" leave what goes on open; "shortly" dates no act that is done.
    static bool Bounds(TimeExpression time, StatusReading reading) =>
        time.Kind is not (TimeKind.Set or TimeKind.Duration)
        && time.Date.Precision != DatePrecision.Unresolved
        && (time.Date.Start is not null || time.Date.End is not null)
        && !(time.Value is "PRESENT_REF" && reading.Status is EventStatus.Ongoing or EventStatus.Occurred)
        && !(time.Date.Precision == DatePrecision.Future && reading.Status.IsReal());

    // A month and day without a year is looked for after publication near a future verb; what is told as done lies before.
    static TextDate InThePast(Document document, TextDate date, StatusReading reading, DateOnly? published)
    {
        if (!reading.Status.IsReal() || published is not { } day || date.Start is not { } start || date.End is not { } end || start <= day)
            return date;
        var hasYear = date.Span is { } span && span.Of(document.Article.Text).Count(char.IsAsciiDigit) >= 4;
        return hasYear ? date : date with { Start = start.AddYears(-1), End = end.AddYears(-1) };
    }

    /// <summary>How near a time stands to the act by the tree: 0 at the act itself; the largest number for times of other clauses.</summary>
    static int Rank(Document document, TimeExpression time, int trigger)
    {
        var tokens = document.Tokens;
        var head = HeadOf(tokens, time);
        var anchor = tokens.Heads[head];
        if (anchor < 0)
            return head == trigger ? 0 : int.MaxValue;
        var node = trigger;
        for (var steps = 0; steps < 8; steps++)
        {
            if (anchor == node || head == node)
                return steps * 8;
            if (Depth(tokens, anchor, node) is > 0 and var depth)
                return (steps * 8) + depth;
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

    /// <summary>Steps from a nominal of the node's own clause up to the node; 0 where a clause of its own lies between.</summary>
    static int Depth(TokenTable tokens, int anchor, int node)
    {
        for (var steps = 1; steps <= 5; steps++)
        {
            if (Phrases.Relation(tokens, anchor) is not ("obj" or "iobj" or "obl" or "nmod" or "compound" or "xcomp" or "nsubj" or "flat" or "appos" or "conj" or "advmod" or "amod" or "nummod"))
                return 0;
            // A conjoined verb has its own time.
            if (tokens.Relations[anchor] == "conj" && tokens.Tags[anchor] == PartOfSpeech.VERB)
                return 0;
            anchor = tokens.Heads[anchor];
            if (anchor == node)
                return steps;
            if (anchor < 0)
                return 0;
        }
        return 0;
    }

    /// <summary>Above this word begins another act's clause: relative, adverbial, reported. A when-clause shares the time it explains.</summary>
    static bool IsBoundary(Document document, int node)
    {
        var tokens = document.Tokens;
        switch (tokens.Relations[node])
        {
            case "ccomp" or "parataxis" or "csubj":
                return true;
            case "acl:relcl" or "advcl":
                return !tokens.Children[node].Any(child => child < node && document.Tokens.Forms[child].ToLowerInvariant() is "when" or "as" or "while")
                    && tokens.Children[node].Any(child => tokens.Relations[child] == "mark" || Phrases.Relation(tokens, child) == "nsubj");
            case "acl":
                return !tokens.Children[node].Any(child => document.Tokens.Forms[child].Equals("that", StringComparison.OrdinalIgnoreCase));
            default:
                return false;
        }
    }

    static TextDate Undated(StatusReading reading, DateOnly? published) => reading.Status switch
    {
        EventStatus.Planned or EventStatus.Hypothetical => new TextDate(null, null, DatePrecision.Future, null),
        EventStatus.Ongoing => new TextDate(null, null, DatePrecision.Open, null),
        _ => published is { } day ? new TextDate(null, day, DatePrecision.Before, null) : new TextDate(null, null, DatePrecision.Open, null),
    };
}
