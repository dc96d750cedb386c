using Demarche.Documents;

namespace Demarche.Language.Quotations;

/// <summary>
/// Reports that the tree does not show as such, found by the order of words: parsers err most where a long clause hangs on a verb
/// of saying.
/// </summary>
sealed partial class QuotationSearch
{
    void Linear(int verb)
    {
        var sentence = SentenceOf(verb);
        if (IsTag(verb, sentence) is > 0 and var comma)
        {
            // A tag governs its sentence, though the tree may have given it a part alone.
            var content = SpanOf(sentence.First, comma);
            if (found.Any(quotation => quotation.Cue == verb && quotation.Content.Length * 5 > content.Length * 3))
                return;
            found.RemoveAll(quotation => quotation.Cue == verb);
            var speaker = SpeakerOf(verb);
            Add(verb, content, verb, speaker > comma ? speaker : SpeakerInTag(verb, comma, sentence));
            return;
        }
        if (usedCues.Contains(verb) || tokens.FineTags[verb] == "VB")
            return;
        // "said [on Monday] that ...", "said they were ..."
        var start = verb + 1;
        while (start < sentence.End && start <= verb + 7 && Lower(start) != "that" && tokens.Tags[start] is not (PartOfSpeech.VERB or PartOfSpeech.AUX or PartOfSpeech.PUNCT))
            start++;
        if (start >= sentence.End || Lower(start) != "that")
        {
            start = verb;
            if (tokens.Tags[verb + 1 < sentence.End ? verb + 1 : verb] is not (PartOfSpeech.PRON or PartOfSpeech.DET or PartOfSpeech.NOUN or PartOfSpeech.PROPN or PartOfSpeech.NUM)
                || !HasFiniteVerb(verb + 1, ClauseEnd(verb + 1, sentence)) || !Reports(verb, "speech"))
                return;
        }
        else if (!HasFiniteVerb(start + 1, sentence.End) || tokens.Relations[start] is "det" or "nsubj" or "obj")
            return;
        Add(verb, SpanOf(start + 1, ClauseEnd(start + 1, sentence)), verb);
    }

    /// <summary>The comma before a tag at the end (", the ministry said on Monday."), or 0 where the verb is no such tag.</summary>
    int IsTag(int verb, Sentence sentence)
    {
        for (var i = verb + 1; i < sentence.End && !(tokens.Forms[i] == "," && i + 1 < sentence.End && (words.Relaying.Contains(Lower(i + 1)) || Lower(i + 1) == "adding")); i++)
            if (tokens.Tags[i] is PartOfSpeech.VERB or PartOfSpeech.AUX or PartOfSpeech.SCONJ || Lower(i) is "that" or "," or ":" || IsQuoteMark(i))
                return 0;
        for (var i = verb - 1; i > sentence.First + 1; i--)
        {
            if (tokens.Forms[i] == ",")
                return SpanOf(sentence.First, i).Length > 10 && !IsInserted(i, sentence) ? i : 0;
            if (tokens.Tags[i] is PartOfSpeech.VERB or PartOfSpeech.SCONJ or PartOfSpeech.CCONJ || Lower(i) is "who" or "which" or "that" or "whose" or "whom" || IsQuoteMark(i))
                return 0;
        }
        return 0;
    }

    int SpeakerInTag(int verb, int comma, Sentence sentence)
    {
        for (var i = verb - 1; i > comma; i--)
            if (tokens.Tags[i] is PartOfSpeech.PROPN or PartOfSpeech.NOUN or PartOfSpeech.PRON)
                return Top(i, comma + 1, verb);
        return verb + 1 < sentence.End && tokens.Tags[verb + 1] is PartOfSpeech.PROPN or PartOfSpeech.NOUN or PartOfSpeech.PRON ? Top(verb + 1, verb + 1, sentence.End) : -1;
    }

    // "Sondland, the envoy, said": the comma closes an apposition if nothing before it has a verb.
    bool IsInserted(int comma, Sentence sentence) => !HasFiniteVerb(sentence.First, comma);

    bool HasFiniteVerb(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (tokens.Tags[i] is PartOfSpeech.VERB or PartOfSpeech.AUX && tokens.FineTags[i] is "VBD" or "VBZ" or "VBP" or "MD" or "_")
                return true;
        return false;
    }

    /// <summary>The comma before a clause that is no part of what was said (", while police deny it"), or the end.</summary>
    int ContrastEnd(int from, int end)
    {
        for (var i = from; i + 1 < end; i++)
            if (tokens.Forms[i] == "," && words.Contrasts.Contains(Lower(i + 1)) && i + 2 < end && !IsQuoteMark(i + 2) && HasFiniteVerb(i + 2, end))
                return i;
        return end;
    }

    int ClauseEnd(int from, Sentence sentence)
    {
        for (var i = from; i + 1 < sentence.End; i++)
            if (tokens.Forms[i] is ";" or "—" or "”" || (tokens.Forms[i] == "," && words.ClauseEnds.Contains(Lower(i + 1)))
                || (tokens.Forms[i] == "," && Lower(i + 1) == "as" && i + 2 < sentence.End && tokens.Tags[i + 2] == PartOfSpeech.PRON))
                return i;
        return sentence.End;
    }

    public void Nested()
    {
        for (var token = 0; token < tokens.Count; token++)
            if (words.Relaying.Contains(Lower(token)) && !usedCues.Contains(token))
                QuotingSomebody(token);
    }

    // "TASS said, quoting Zaitsev": the same content, one holder further in.
    void QuotingSomebody(int verb)
    {
        var sentence = SentenceOf(verb);
        var outer = found.FindLastIndex(quotation => quotation.Cue >= sentence.First && quotation.Cue < verb && !quotation.Content.Contains(tokens.Spans[verb]));
        var source = tokens.Children[verb].FirstOrDefault(child => child > verb && Phrases.Relation(tokens, child) is "obj" or "obl" or "ccomp" or "xcomp", -1);
        if (outer >= 0 && source >= 0 && tokens.Tags[source] is PartOfSpeech.NOUN or PartOfSpeech.PROPN or PartOfSpeech.PRON)
            found.Insert(outer + 1, new Quotation(found[outer].Kind, found[outer].Content, source, verb));
    }
}
