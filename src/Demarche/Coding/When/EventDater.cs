using System.Collections.Frozen;
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
    /// <param name="looksAhead">Whether the words say what is to come: a day of a plan or promise lies after them.</param>
    public TextDate Read(Document document, int trigger, StatusReading reading, bool looksAhead = false)
    {
        var published = document.Article.Published.Day;
        if (Nearest(document, trigger, reading) is { } own)
            return looksAhead ? own : InThePast(document, own, reading, published);
        if (reading.Status.IsReal() && Announcement(document, trigger) is >= 0 and var announced && Nearest(document, announced, reading) is { Precision: DatePrecision.Day } told)
            return InThePast(document, told, reading, published);
        if (reading.Status.IsReal() && !reading.Background && NarrativeDay.Of(document, trigger) is { } day)
            return day;
        if (reading.Status is EventStatus.Planned && Journey.Of(document) is { } journey && journey.Takes(document, trigger) is { } within)
            return within;
        // A day of publication that was itself inferred from the text bounds nothing.
        return Undated(reading, document.Article.Published.Basis == DateBasis.Text ? null : published);
    }

    static readonly FrozenSet<string> Weekdays = FrozenSet.ToFrozenSet(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"], StringComparer.Ordinal);

    static TextDate? Nearest(Document document, int trigger, StatusReading reading)
    {
        var sentence = document.Sentences[document.SentenceOf(trigger)];
        TextDate? best = null;
        var bestRank = int.MaxValue;
        foreach (var time in document.Times)
        {
            if (time.First < sentence.First || time.End > sentence.End || !Bounds(time, reading) || IsOver(time, reading, document.Article.Published.Day))
                continue;
            var (rank, side) = Rank(document, time, trigger, sentence);
            if (rank < bestRank && Beside(WithinWhen(document, time, trigger), side) is { } date)
                (best, bestRank) = (date, rank);
        }
        return best;
    }

    // "The two sides reached a deal, the ministry announced on Monday": what is announced as done was done on that day; what is merely
    // said or reported may be old.
    static int Announcement(Document document, int trigger)
    {
        var tokens = document.Tokens;
        var node = trigger;
        for (var steps = 0; steps < 3 && node >= 0; steps++)
        {
            if (tokens.Children[node].FirstOrDefault(child => child > trigger && tokens.Relations[child] is "parataxis" or "advcl" && tokens.Lemmas[child] == "announce", -1) is >= 0 and var behind)
                return behind;
            var head = tokens.Heads[node];
            if (head >= 0 && tokens.Relations[node] is "ccomp" or "parataxis" or "acl" or "acl:relcl" or "xcomp" && tokens.Lemmas[head] is "announce" or "announcement")
                return head;
            if (tokens.Relations[node] is not ("obj" or "conj" or "xcomp" or "ccomp" or "obl"))
                break;
            node = head;
        }
        return -1;
    }

    // "Since 2003, when it closed the border": what goes on since then began with what was done in that year.
    static TextDate WithinWhen(Document document, TimeExpression time, int trigger)
    {
        if (time.Date is not { Precision: DatePrecision.Open, Start: { } start } || time.Date.End is not null)
            return time.Date;
        var tokens = document.Tokens;
        // Parsers hang the clause on the year or on the verb of the sentence; it stands right behind the year.
        var when = time.End < tokens.Count && tokens.Forms[time.End] == "," ? time.End + 1 : time.End;
        if (when >= tokens.Count || tokens.Lemmas[when] != "when" || trigger < when)
            return time.Date;
        for (var node = trigger; node >= 0; node = tokens.Heads[node])
            if (tokens.Children[node].Contains(when))
                return time.Value.Length switch
                {
                    4 => time.Date with { End = new DateOnly(start.Year, 12, 31), Precision = DatePrecision.Year },
                    7 => time.Date with { End = start.AddMonths(1).AddDays(-1), Precision = DatePrecision.Month },
                    _ => time.Date with { End = start, Precision = DatePrecision.Day },
                };
        return time.Date;
    }

    // What is planned or merely possible at publication, or goes on at it, has no date that ended before.
    static bool IsOver(TimeExpression time, StatusReading reading, DateOnly? published) =>
        reading.Status is EventStatus.Planned or EventStatus.Hypothetical or EventStatus.Ongoing
        && published is { } day && time.Date.End is { } end && end < (reading.Status == EventStatus.Ongoing ? new DateOnly(day.Year, 1, 1) : day);

    /// <summary>"arrived on Monday after an invitation": the invitation lies on or before Monday.</summary>
    static TextDate? Beside(TextDate date, Side side) => side switch
    {
        Side.Earlier => date.End is null ? null : date with { Start = null, Precision = DatePrecision.Before },
        Side.Later => date.Start is null ? null : date with { End = null, Precision = DatePrecision.Open },
        _ => date,
    };

    enum Side
    {
        Same,
        Earlier,
        Later,
    }

    // "now" and "currently" leave what goes on open; "shortly" dates no act that is done.
    static bool Bounds(TimeExpression time, StatusReading reading) =>
        // "Over the last five days" has both its ends, "for five days" has none.
        (time.Kind is not (TimeKind.Set or TimeKind.Duration) || time is { Kind: TimeKind.Duration, Date: { Start: not null, End: not null } })
        && time.Date.Precision != DatePrecision.Unresolved
        && (time.Date.Start is not null || time.Date.End is not null)
        && !(time.Value is "PRESENT_REF" && reading.Status is EventStatus.Ongoing or EventStatus.Occurred)
        && !(time.Date.Precision == DatePrecision.Future && reading.Status.IsReal());

    // A month and day without a year is looked for after publication near a future verb; what is told as done lies before.
    static TextDate InThePast(Document document, TextDate date, StatusReading reading, DateOnly? published)
    {
        if (!reading.Status.IsReal() || published is not { } day || date.Start is not { } start || date.End is not { } end || start <= day)
            return date;
        var words = date.Span is { } span ? span.Of(document.Article.Text) : "";
        // A year, or a word that looks ahead ("plans to visit next week"), leaves no doubt which is meant.
        var isSure = words.Count(char.IsAsciiDigit) >= 4 || words.Contains("next", StringComparison.OrdinalIgnoreCase) || words.Contains("tomorrow", StringComparison.OrdinalIgnoreCase);
        if (isSure)
            return date;
        // "Agreed on Tuesday" was read as the Tuesday to come.
        return start.DayNumber - day.DayNumber <= 7 && Weekdays.Contains(words) ? date with { Start = start.AddDays(-7), End = end.AddDays(-7) } : date with { Start = start.AddYears(-1), End = end.AddYears(-1) };
    }

    /// <summary>
    /// How near a time stands to the act by the tree: 0 at the act itself; the largest number for times of other clauses. And on
    /// which side of the time the act lies, where "after" or "before" stands between them.
    /// </summary>
    static (int Rank, Side Side) Rank(Document document, TimeExpression time, int trigger, Sentence sentence)
    {
        var tokens = document.Tokens;
        var head = HeadOf(tokens, time);
        var anchor = tokens.Heads[head];
        var side = Side.Same;
        if (anchor < 0)
            return (head == trigger ? 0 : int.MaxValue, side);
        var isLast = time.End >= sentence.End || (time.End == sentence.End - 1 && tokens.Tags[time.End] == PartOfSpeech.PUNCT);
        var node = trigger;
        for (var steps = 0; steps < 8; steps++)
        {
            if (anchor == node || head == node)
                return (steps * 8, side);
            if (!(time.Date.Precision == DatePrecision.Year && DatesItsNounAlone(tokens, head, anchor, node)) && Depth(tokens, anchor, node, isLast) is > 0 and var depth)
                return ((steps * 8) + depth, side);
            if (tokens.Heads[node] < 0 || IsBoundary(document, node))
                break;
            side = SideOf(tokens, node) is var found and not Side.Same ? found : side;
            node = tokens.Heads[node];
        }
        return (int.MaxValue, Side.Same);
    }

    static Side SideOf(TokenTable tokens, int node)
    {
        foreach (var child in tokens.Children[node])
            if (child < node && tokens.Relations[child] == "case")
                switch (tokens.Forms[child].ToLowerInvariant())
                {
                    case "after" or "following":
                        return Side.Earlier;
                    case "before":
                        return Side.Later;
                }
        return Side.Same;
    }

    // "the 2016 election": the year of the noun before which it stands, and of an act only that takes place at it.
    static bool DatesItsNounAlone(TokenTable tokens, int head, int noun, int node) =>
        head < noun && tokens.Tags[noun] is PartOfSpeech.NOUN or PartOfSpeech.PROPN
        && Phrases.Relation(tokens, head) is "compound" or "nummod" or "nmod" or "amod"
        && !(tokens.Heads[noun] == node && Phrases.Relation(tokens, noun) is "obl" or "obj");

    static int HeadOf(TokenTable tokens, TimeExpression time)
    {
        for (var i = time.First; i < time.End; i++)
            if (tokens.Heads[i] < time.First || tokens.Heads[i] >= time.End)
                return i;
        return time.First;
    }

    /// <summary>Steps from a nominal of the node's own clause up to the node; 0 where a clause of its own lies between.</summary>
    static int Depth(TokenTable tokens, int anchor, int node, bool isLast)
    {
        for (var steps = 1; steps <= 5; steps++)
        {
            // "were held by men wearing masks in August": what ends the sentence dates the main verb as well as the participle.
            var isParticiple = isLast && tokens.FineTags[anchor] == "VBG" && tokens.Relations[anchor] is "acl" or "advcl" && !HasMark(tokens, anchor);
            if (!isParticiple && Phrases.Relation(tokens, anchor) is not ("obj" or "iobj" or "obl" or "nmod" or "compound" or "xcomp" or "nsubj" or "flat" or "appos" or "conj" or "advmod" or "amod" or "nummod"))
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

    static bool HasMark(TokenTable tokens, int node) => tokens.Children[node].Any(child => tokens.Relations[child] is "mark" or "nsubj");

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
