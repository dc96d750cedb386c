using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Language.Coreference;

/// <summary>Which words stand between quotation marks, by the marks alone; a quotation that is not closed ends after three sentences.</summary>
static class QuotedWords
{
    const int LongestOpen = 3;

    public static bool[] Find(TokenTable tokens, ImmutableArray<Sentence> sentences)
    {
        var quoted = new bool[tokens.Count];
        var open = false;
        var opened = 0;
        for (var s = 0; s < sentences.Length; s++)
            for (var i = sentences[s].First; i < sentences[s].End; i++)
            {
                var form = tokens.Forms[i];
                if (form is "“" or "``")
                    (open, opened) = (true, s);
                else if (form is "”" or "''")
                    open = false;
                else if (form is "\"")
                    (open, opened) = (!open, s);
                else
                    quoted[i] = open;
                if (open && s - opened >= LongestOpen)
                    open = false;
            }
        return quoted;
    }
}
