using Demarche.Documents;

namespace Demarche.Coding;

/// <summary>
/// The day a story has reached: "Esper on Wednesday accused China ... He urged Vietnam ..." leaves both on Wednesday. Only a
/// simple past with the same subject, or a pronoun for it, continues a day, and only within a few sentences.
/// </summary>
static class NarrativeDay
{
    // Sentences without a word of what the party did; further on, stories turn to background.
    const int Reach = 6;

    public static TextDate? Of(Document document, int trigger)
    {
        var here = document.SentenceOf(trigger);
        if (ActingVerb(document, trigger) is not (>= 0 and var verb) || SubjectKey(document, verb) is not { } key)
            return null;
        var silent = 0;
        for (var earlier = here; earlier >= 0 && silent <= Reach; earlier--, silent++)
        {
            if (DayOf(document, document.Sentences[earlier], verb, key) is { } day)
                return day;
            if (key != Pronoun && ActsIn(document, document.Sentences[earlier], key))
                silent = 0;
        }
        return null;
    }

    static bool ActsIn(Document document, Sentence sentence, string key)
    {
        for (var i = sentence.First; i < sentence.End; i++)
            if (Clause.FormOf(document.Tokens, i) == VerbForm.Past && IsSubject(document, i, key))
                return true;
        return false;
    }

    /// <summary>The verb in the simple past that tells the act; for words spoken in the present, the verb of saying.</summary>
    static int ActingVerb(Document document, int trigger)
    {
        var tokens = document.Tokens;
        var sentence = document.Sentences[document.SentenceOf(trigger)];
        var span = tokens.Spans[trigger];
        foreach (var quotation in document.Quotations)
            if (quotation.Kind != QuotationKind.Indirect && quotation.Cue >= sentence.First && quotation.Cue < sentence.End && quotation.Content.Contains(span)
                && Clause.Of(tokens, trigger, sentence.First) is { IsPast: false, Perfect: false } && Clause.FormOf(tokens, quotation.Cue) == VerbForm.Past)
                return quotation.Cue;
        var node = trigger;
        for (var steps = 0; steps < 3; steps++)
        {
            if (Clause.FormOf(tokens, node) == VerbForm.Past && !Clause.Of(tokens, node, sentence.First).HasAuxiliary)
                return Phrases.Relation(tokens, node) is "root" or "conj" or "parataxis" ? node : -1;
            if (tokens.Heads[node] < 0 || Phrases.Relation(tokens, node) is not ("obj" or "xcomp" or "obl"))
                return -1;
            node = tokens.Heads[node];
        }
        return -1;
    }

    static TextDate? DayOf(Document document, Sentence sentence, int verb, string key)
    {
        var tokens = document.Tokens;
        foreach (var time in document.Times)
        {
            if (time.First < sentence.First || time.End > sentence.End || time.Date.Precision != DatePrecision.Day || time.First > verb && sentence.End > verb)
                continue;
            var head = tokens.Heads[time.End - 1] >= time.First && tokens.Heads[time.End - 1] < time.End ? tokens.Heads[tokens.Heads[time.End - 1]] : tokens.Heads[time.End - 1];
            // "Esper on Wednesday accused": the day may hang on the subject, and this on the place of a dateline.
            while (head >= 0 && Phrases.Relation(tokens, head) is "nsubj" or "appos" or "flat" or "conj" && tokens.Tags[head] == PartOfSpeech.PROPN)
                head = tokens.Heads[head];
            if (head < 0 || Clause.FormOf(tokens, head) != VerbForm.Past || document.Article.Published.Day is not { } published || time.Date.Start > published)
                continue;
            if (key == Pronoun ? SubjectKey(document, head) is not null : IsSubject(document, head, key))
                return time.Date;
        }
        return null;
    }

    /// <summary>Whether the subject of a verb names the party, also behind the place of a dateline: "HANOI (AP) — Mark Esper accused".</summary>
    static bool IsSubject(Document document, int verb, string key)
    {
        if (SubjectKey(document, verb) is not { } own)
            return false;
        if (own == key)
            return true;
        var tokens = document.Tokens;
        foreach (var child in tokens.Children[verb])
            if (tokens.Relations[child] is "nsubj" or "nsubj:pass")
                foreach (var other in tokens.Children[child])
                    if (tokens.Relations[other] == "appos" && tokens.Tags[other] == PartOfSpeech.PROPN && NameEnds(tokens, other, key))
                        return true;
        return false;
    }

    static bool NameEnds(TokenTable tokens, int head, string key)
    {
        var (first, end) = Phrases.NounPhrase(tokens, head);
        for (var i = first; i < end; i++)
            if (tokens.Tags[i] == PartOfSpeech.PROPN && tokens.Forms[i].Equals(key, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    const string Pronoun = "(pronoun)";

    /// <summary>The last name word of the subject, in lower case; one mark for all pronouns of the third person; null for other subjects.</summary>
    static string? SubjectKey(Document document, int verb)
    {
        var tokens = document.Tokens;
        var node = verb;
        for (var steps = 0; steps < 4; steps++)
        {
            foreach (var child in tokens.Children[node])
                if (tokens.Relations[child] is "nsubj" or "nsubj:pass")
                {
                    if (tokens.Tags[child] == PartOfSpeech.PRON)
                        return tokens.Forms[child].ToLowerInvariant() is "he" or "she" or "they" ? Pronoun : null;
                    var (first, end) = Phrases.NounPhrase(tokens, child);
                    for (var i = end - 1; i >= first; i--)
                        if (tokens.Tags[i] == PartOfSpeech.PROPN)
                            return tokens.Forms[i].ToLowerInvariant();
                    return null;
                }
            if (tokens.Heads[node] < 0 || tokens.Relations[node] is not ("conj" or "xcomp"))
                return null;
            node = tokens.Heads[node];
        }
        return null;
    }
}
