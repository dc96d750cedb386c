using Demarche.Documents;

namespace Demarche.Evaluation.Times;

/// <summary>A time that was found, or one end of a range, which gold data marks as a time of its own.</summary>
public readonly record struct TimePart(TimeExpression Time, TextSpan Span, string Value, bool IsWhole);

/// <summary>When two times are the same words.</summary>
public static class TimeSpans
{
    /// <summary>Letters that an article, a preposition or a modifier may add at the head ("since", "the", "at the end of").</summary>
    const int OptionalHead = 12;

    /// <summary>The time itself; of a range "1711-1776" its first and last words too.</summary>
    public static IEnumerable<TimePart> Of(Document document, TimeExpression time)
    {
        var whole = document.SpanOf(time.First, time.End);
        yield return new TimePart(time, whole, time.Value, true);
        var slash = time.Value.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && time.End - time.First >= 3)
        {
            for (var joint = time.First + 1; joint < time.End - 1; joint++)
                if (document.Tokens.Tags[joint] is PartOfSpeech.ADP or PartOfSpeech.PUNCT or PartOfSpeech.SYM or PartOfSpeech.CCONJ or PartOfSpeech.PART && document.Tokens.Forms[joint] is not ("," or "." or "of"))
                {
                    yield return new TimePart(time, document.SpanOf(time.First, joint), time.Value[..slash], false);
                    yield return new TimePart(time, document.SpanOf(joint + 1, time.End), time.Value[(slash + 1)..], false);
                    break;
                }
        }
    }

    /// <summary>The time that is the gold's words: exactly, else but for an optional head; a part of a range before the whole.</summary>
    public static TimePart? Match(Document document, IEnumerable<TimePart> times, string gold, Func<TimePart, bool> isFree)
    {
        var free = times.Where(isFree).ToList();
        var text = document.Article.Text;
        foreach (var part in free)
            if (Key(part.Span.Of(text)) == Key(gold))
                return part;
        foreach (var part in free.OrderBy(part => part.IsWhole && part.Time.Value.Contains('/', StringComparison.Ordinal)))
            if (SameWords(part, part.Span.Of(text), gold))
                return part;
        return null;
    }

    /// <summary>The same words, an optional head aside, or a part of the day at the tail ("Saturday night").</summary>
    static bool SameWords(TimePart part, string system, string gold)
    {
        if (SameButForHead(Key(system), Key(gold)))
            return true;
        // The last word is a part of the day if the value says so.
        var last = system.LastIndexOf(' ');
        return last > 0 && part.Value.Length > 11 && part.Value[10] == 'T' && char.IsLetter(part.Value[11]) && SameButForHead(Key(system[..last]), Key(gold));
    }

    static bool SameButForHead(string a, string b) =>
        a.Length > 0 && b.Length > 0 && (a.Length > b.Length ? a.EndsWith(b, StringComparison.Ordinal) : b.EndsWith(a, StringComparison.Ordinal)) && Math.Abs(a.Length - b.Length) <= OptionalHead;

    public static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
