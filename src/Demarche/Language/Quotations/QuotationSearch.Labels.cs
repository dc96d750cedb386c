using Demarche.Documents;

namespace Demarche.Language.Quotations;

/// <summary>Speakers set off by a mark alone: in headlines and transcripts.</summary>
sealed partial class QuotationSearch
{
    /// <summary>Words of a speaker's label at most: "Prime Minister Anna Lindqvist:".</summary>
    const int LongestLabel = 5;

    /// <summary>"Minister: talks to resume in May"; "Talks to resume in May - minister"; "LINDQVIST: We will wait."</summary>
    public void Labelled()
    {
        foreach (var sentence in sentences)
        {
            if (!StartsLine(sentence))
                continue;
            var line = LineOf(sentence);
            for (var i = sentence.First + 1; i < sentence.End && i <= sentence.First + LongestLabel; i++)
                if (tokens.Forms[i] == ":" && i + 1 < line.End && LabelIn(sentence.First, i) is >= 0 and var speaker)
                {
                    // A turn of a transcript runs to the end of its line, a headline is its line.
                    Attribute(SpanOf(i + 1, line.End), speaker, i);
                    break;
                }
            if (!EndsAsSentence(line.End))
                for (var i = Math.Max(line.First + 3, line.End - LongestLabel - 1); i < line.End - 1; i++)
                    if (tokens.Forms[i] is "—" or "–" or "―" or "-" or "--" && IsSetOff(i) && LabelIn(i + 1, line.End) is >= 0 and var source)
                    {
                        Attribute(SpanOf(line.First, i), source, i);
                        break;
                    }
        }
    }

    bool IsCapitals(int token) => tokens.Forms[token].Length > 2 && tokens.Forms[token].All(char.IsUpper);

    void Attribute(TextSpan content, int speaker, int cue)
    {
        if (content.Length < 10 || found.Exists(other => other.Speaker >= 0 && other.Content.Start <= content.Start + 2 && other.Content.End >= content.End - 2))
            return;
        var kind = KindOf(content);
        found.Add(new Quotation(kind, kind == QuotationKind.Direct ? WithoutMarks(content) : content, speaker, cue));
    }

    /// <summary>Head of a label that is a person's or organisation's name or a noun of the lexicon, and nothing besides; -1 where it is not.</summary>
    int LabelIn(int first, int end)
    {
        for (var i = first; i < end; i++)
            if (tokens.Tags[i] is PartOfSpeech.VERB or PartOfSpeech.AUX or PartOfSpeech.PUNCT && tokens.Forms[i] is not ("." or "'s" or "’s" or "-"))
                return -1;
        if (IsDateline(first, end))
            return -1;
        foreach (var name in names)
            if (name.First == first && name.End == end && name.Kind is NameKind.Person or NameKind.Organisation)
                return HeadOf(first, end);
        // "WALLACE:" in a transcript; "minister", "Lithuanian police", "UN report".
        if (end - first == 1 && IsCapitals(first) && (tokens.Tags[first] == PartOfSpeech.PROPN || IsNamed(tokens.Forms[first])))
            return first;
        return lexicon.IsLabel(Lemma(end - 1)) ? end - 1 : -1;
    }

    // "SRINAGAR: The authorities on Tuesday placed": a word in capitals at the head of a text is where it was written, unless the text is
    // a transcript, in which speakers take turns.
    bool IsDateline(int first, int end)
    {
        for (var i = first; i < end; i++)
            if (!IsCapitals(i) || IsNamed(tokens.Forms[i]))
                return false;
        return !sentences.Where(sentence => sentence.First + 1 < sentence.End && StartsLine(sentence) && IsCapitals(sentence.First) && tokens.Forms[sentence.First + 1] == ":").Skip(1).Any();
    }

    /// <summary>Whether a word in capitals is part of a person's name told elsewhere.</summary>
    bool IsNamed(string word)
    {
        foreach (var name in names)
            for (var i = name.First; name.Kind == NameKind.Person && i < name.End; i++)
                if (string.Equals(tokens.Forms[i], word, StringComparison.OrdinalIgnoreCase))
                    return true;
        return false;
    }

    int HeadOf(int first, int end)
    {
        for (var i = first; i < end; i++)
            if (tokens.Heads[i] < first || tokens.Heads[i] >= end)
                return i;
        return first;
    }

    // A dash between blanks: not that of "cease-fire".
    bool IsSetOff(int dash) => char.IsWhiteSpace(Text[tokens.Spans[dash].Start - 1]) && tokens.Spans[dash].End < Text.Length && char.IsWhiteSpace(Text[tokens.Spans[dash].End]);

    bool StartsLine(Sentence sentence)
    {
        var i = sentence.Span.Start - 1;
        while (i >= 0 && Text[i] is ' ' or '\t' or '\r' or '\u00A0')
            i--;
        return i < 0 || Text[i] == '\n';
    }

    /// <summary>The words from the start of a sentence to the end of its line.</summary>
    (int First, int End) LineOf(Sentence sentence)
    {
        var end = sentence.End;
        while (end < tokens.Count && !Text.AsSpan(tokens.Spans[end - 1].End, tokens.Spans[end].Start - tokens.Spans[end - 1].End).Contains('\n'))
            end++;
        return (sentence.First, end);
    }

    bool EndsAsSentence(int end) => tokens.Forms[end - 1] is "." or "!" or "?" || IsQuoteMark(end - 1);
}
