using Demarche.Documents;

namespace Demarche.Language;

/// <summary>Addresses of the web and of mail, which are one word whatever signs they hold.</summary>
static class Addresses
{
    const string ClosingSigns = ".,;:!?)]}>\"'”’»…*";

    /// <summary>The address in a chunk; an empty span at 0 where there is none.</summary>
    public static TextSpan Find(string text, Chunk chunk)
    {
        var characters = text.AsSpan(chunk.Start, chunk.End - chunk.Start);
        var start = StartOf(characters);
        if (start < 0)
            return default;
        var end = start;
        while (end < characters.Length && characters[end] is not ('<' or '>' or '"' or '“' or '”' or '«' or '»'))
            end++;
        while (end > start && ClosingSigns.Contains(characters[end - 1], StringComparison.Ordinal)
            && !(characters[end - 1] == ')' && characters[start..end].Contains('(')))
            end--;
        return end - start > 3 ? new TextSpan(chunk.Start + start, chunk.Start + end) : default;
    }

    static int StartOf(ReadOnlySpan<char> characters)
    {
        var scheme = characters.IndexOf("://");
        if (scheme > 0)
        {
            while (scheme > 0 && char.IsAsciiLetter(characters[scheme - 1]))
                scheme--;
            return scheme;
        }
        var www = characters.IndexOf("www.", StringComparison.OrdinalIgnoreCase);
        if (www >= 0 && (www == 0 || !char.IsLetterOrDigit(characters[www - 1])))
            return www;
        var at = characters.IndexOf('@');
        if (at <= 0 || at == characters.Length - 1 || !char.IsLetterOrDigit(characters[at - 1]) || !IsDomain(characters[(at + 1)..]))
            return -1;
        while (at > 0 && (char.IsLetterOrDigit(characters[at - 1]) || characters[at - 1] is '.' or '_' or '-' or '+' or '%'))
            at--;
        return at;
    }

    static bool IsDomain(ReadOnlySpan<char> characters)
    {
        var dot = characters.IndexOf('.');
        return dot > 0 && dot + 2 < characters.Length && char.IsLetterOrDigit(characters[0]) && char.IsLetterOrDigit(characters[dot + 1]);
    }
}
