using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Linking;

/// <summary>Sentences without grammar: enough to show what stands around a word, for articles that come without their parse.</summary>
static class SentenceSpans
{
    /// <summary>The sentences of the body, in order.</summary>
    public static IEnumerable<TextSpan> Of(Article article)
    {
        foreach (var block in article.Blocks)
            if (block.Kind is BlockKind.Body or BlockKind.Quote)
                foreach (var sentence in In(article.Text, block.Span))
                    yield return sentence;
    }

    static IEnumerable<TextSpan> In(string text, TextSpan block)
    {
        var start = block.Start;
        for (var i = block.Start; i < block.End; i++)
            if (EndsAt(text, i, block.End))
            {
                if (Trimmed(text, start, i + 1) is { Length: > 0 } sentence)
                    yield return sentence;
                start = i + 1;
            }
        if (Trimmed(text, start, block.End) is { Length: > 0 } rest)
            yield return rest;
    }

    static bool EndsAt(string text, int i, int end)
    {
        if (text[i] == '\n')
            return true;
        if (text[i] is not ('.' or '!' or '?'))
            return false;
        var next = i + 1;
        while (next < end && text[next] is '"' or '”' or '’' or ')')
            next++;
        if (next >= end || !char.IsWhiteSpace(text[next]))
            return next >= end;
        while (next < end && char.IsWhiteSpace(text[next]))
            next++;
        // "U.S. President", "J. Doe": a point behind a single capital ends no sentence.
        var initial = i > 0 && char.IsUpper(text[i - 1]) && (i < 2 || !char.IsLetter(text[i - 2]));
        return next < end && !initial && (char.IsUpper(text[next]) || text[next] is '"' or '“' or '(');
    }

    static TextSpan Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return new TextSpan(start, end);
    }
}
