using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Coding;

/// <summary>
/// The journey a text announces and the days it fills: "will visit Russia from August 14 to 19", "a six-day trip" with the day of
/// departure. What the traveller is to do without a day of its own lies within them.
/// </summary>
sealed record Journey(TextDate Days, ImmutableArray<string> Traveller)
{
    public static Journey? Of(Document document)
    {
        TimeExpression? length = null, start = null;
        ImmutableArray<string> traveller = [];
        foreach (var time in document.Times)
        {
            var sentence = document.Sentences[document.SentenceOf(time.First)];
            if (time.Date.Precision == DatePrecision.Range && TravelAbove(document, time) is { } verb)
                return new Journey(time.Date, TravellerOf(document, verb, sentence));
            if (length is null && time.Kind == TimeKind.Duration && DaysOf(time) is > 0 && TravelAbove(document, time) is { } trip)
                (length, traveller) = (time, TravellerOf(document, trip, sentence));
            if (start is null && time.Date.Precision == DatePrecision.Day && BeginsAbove(document, time))
                start = time;
        }
        if (length is not { } days || start?.Date.Start is not { } first)
            return null;
        return new Journey(new TextDate(first, first.AddDays(DaysOf(days) - 1), DatePrecision.Range, start.Value.Date.Span), traveller);
    }

    /// <summary>The days of the journey as a window for a planned act, if its sentence speaks of the traveller.</summary>
    public TextDate? Takes(Document document, int trigger)
    {
        var sentence = document.Sentences[document.SentenceOf(trigger)];
        var tokens = document.Tokens;
        for (var i = sentence.First; i < sentence.End; i++)
            if (tokens.Forms[i].ToLowerInvariant() is "he" or "she" or "his" or "her" || (tokens.Tags[i] == PartOfSpeech.PROPN && Traveller.Contains(tokens.Forms[i])))
                return Days with { Precision = DatePrecision.Window };
        return null;
    }

    // "P6D" of a duration in whole days; a week is no itinerary.
    static int DaysOf(TimeExpression time) =>
        time.Value.Length is 3 or 4 && time.Value[0] == 'P' && time.Value[^1] == 'D' && int.TryParse(time.Value.AsSpan(1, time.Value.Length - 2), out var days) ? days : 0;

    static int? TravelAbove(Document document, TimeExpression time) =>
        Above(document, time, lemma => lemma is "visit" or "trip" or "tour" or "travel" or "journey");

    static bool BeginsAbove(Document document, TimeExpression time) =>
        Above(document, time, lemma => lemma is "depart" or "leave" or "arrive" or "start" or "begin" or "fly" or "travel") is not null;

    static int? Above(Document document, TimeExpression time, Func<string, bool> wanted)
    {
        var tokens = document.Tokens;
        var node = tokens.Heads[time.End - 1];
        for (var steps = 0; steps < 4 && node >= 0; steps++)
        {
            if (wanted(tokens.Lemmas[node].ToLowerInvariant()))
                return node;
            node = tokens.Heads[node];
        }
        return null;
    }

    /// <summary>The name words of the person of the sentence, the last one before the word of travel.</summary>
    static ImmutableArray<string> TravellerOf(Document document, int travel, Sentence sentence)
    {
        ImmutableArray<string> words = [];
        foreach (var name in document.Names)
            if (name.First >= sentence.First && name.End <= sentence.End && name.Kind == NameKind.Person && (words.IsEmpty || name.First < travel))
                words = document.Tokens.Forms[name.First..name.End];
        return words;
    }
}
