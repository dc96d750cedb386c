using Demarche.Documents;

namespace Demarche.Coding.Parties;

/// <summary>The words before the dash that opens a text: "HANOI, Vietnam (AP) —". They name where it was written, never a party.</summary>
static class Dateline
{
    const int MostWords = 14;

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
