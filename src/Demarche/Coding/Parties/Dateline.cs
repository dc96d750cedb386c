using Demarche.Documents;

namespace Demarche.Coding.Parties;

/// <summary>The words before the dash that opens a text: "HANOI, Vietnam (AP) —". They name where it was written, never a party.</summary>
static class Dateline
{
    const int MostWords = 14;

    /// <summary>
    /// The place of the last dateline at or before a word: of the text, or of the report within it that opens so ("STOCKHOLM — ").
    /// </summary>
    public static PlaceMention? Before(Document document, int token)
    {
        for (var s = document.SentenceOf(token); s >= 0; s--)
            if (At(document, document.Sentences[s], isFirst: s == 0) is { } place)
                return place;
        return null;
    }

    static PlaceMention? At(Document document, Sentence sentence, bool isFirst)
    {
        var tokens = document.Tokens;
        // Only what opens the text may be spelled like any name: "Kyiv — ...".
        if (sentence.Count == 0 || (!isFirst && (tokens.Forms[sentence.First].Length < 3 || !tokens.Forms[sentence.First].All(char.IsUpper))))
            return null;
        var dash = -1;
        for (var i = sentence.First; i < Math.Min(sentence.End, sentence.First + MostWords) && dash < 0; i++)
            if (tokens.Forms[i] is "—" or "–" or "--" or "-" or ":" || (!isFirst && tokens.Forms[i] is "\"" or "”" or "“"))
                dash = i;
        foreach (var mention in document.Places)
            if (mention.Place is not null && mention.First >= sentence.First && mention.End <= dash && OpensText(document, sentence, mention))
                return mention;
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

    /// <summary>How many words of the document the dateline takes; 0 without one.</summary>
    public static int Length(Document document)
    {
        var tokens = document.Tokens;
        if (document.Sentences.IsEmpty || tokens.Forms[0].Any(char.IsLower))
            return 0;
        var end = Math.Min(document.Sentences[0].End, MostWords);
        for (var i = 1; i < end; i++)
            if (tokens.Forms[i] is "—" or "–" or "--" or "-" or ":")
                return i + 1;
            else if (tokens.Tags[i] is not (PartOfSpeech.PROPN or PartOfSpeech.PUNCT or PartOfSpeech.NUM or PartOfSpeech.X))
                return 0;
        return 0;
    }
}
