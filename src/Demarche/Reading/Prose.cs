namespace Demarche.Reading;

/// <summary>Cheap signs that words are running text rather than labels.</summary>
static class Prose
{
    /// <summary>Words, where a Chinese or Japanese character counts as half a word.</summary>
    public static int Words(ReadOnlySpan<char> text)
    {
        int words = 0, ideographs = 0;
        var inside = false;
        foreach (var c in text)
        {
            if (c is >= '\u3040' and <= '\u9FFF')
            {
                ideographs++;
                inside = false;
                continue;
            }
            var letter = char.IsLetterOrDigit(c);
            words += letter && !inside ? 1 : 0;
            inside = letter || (inside && c is '\'' or '’' or '-');
        }
        return words + ideographs / 2;
    }

    /// <summary>Whether a text ends as a sentence does, quotation marks and brackets after the full stop included.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd("\"'”’»)]›“„ \u00A0");
        return !text.IsEmpty && text[^1] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟' or '۔' or '।' or '։';
    }

    /// <summary>Full stops, question and exclamation marks that a space or the end follows.</summary>
    public static int Sentences(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
            count += text[i] switch
            {
                '。' or '！' or '？' or '।' => 1,
                '.' or '!' or '?' or '…' or '؟' or '۔' when i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]) || text[i + 1] is '"' or '”' or '’' or '»' or ')' => 1,
                _ => 0,
            };
        return count;
    }
}
