using System.Buffers;
using System.Text;

namespace Demarche.Reading;

/// <summary>
/// Phrases looked for in a text without regard to case. Most texts have none of the letters beyond ASCII that some phrases have, and a
/// search for the plain phrases alone is many times as fast.
/// </summary>
sealed class CuePhrases(string[] phrases)
{
    readonly SearchValues<string> all = SearchValues.Create(phrases, StringComparison.OrdinalIgnoreCase);
    readonly SearchValues<string> plain = SearchValues.Create([.. phrases.Where(phrase => Ascii.IsValid(phrase))], StringComparison.OrdinalIgnoreCase);

    readonly SearchValues<char> foreign = SearchValues.Create(
        [.. phrases.SelectMany(phrase => phrase.ToLowerInvariant() + phrase.ToUpperInvariant()).Where(letter => !char.IsAscii(letter)).Distinct()]);

    public bool AreIn(ReadOnlySpan<char> text) => text.ContainsAny(For(text));

    /// <summary>How often any of them stands in the text.</summary>
    public int Count(ReadOnlySpan<char> text)
    {
        var searched = For(text);
        var count = 0;
        for (int at; (at = text.IndexOfAny(searched)) >= 0; count++)
            text = text[(at + 1)..];
        return count;
    }

    SearchValues<string> For(ReadOnlySpan<char> text) => text.ContainsAny(foreign) ? all : plain;
}
