using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Coding.Dictionaries;

/// <summary>
/// Words of matters that are not to be coded, as PETRARCH reads them: a phrase a line; with "+" its whole text is left out, else
/// the sentence it stands in.
/// </summary>
public sealed class Discards
{
    readonly ImmutableArray<(string Phrase, bool WholeText)> phrases;

    Discards(ImmutableArray<(string, bool)> phrases) => this.phrases = phrases;

    /// <summary>Reads a file; one that cannot be opened is a <see cref="DataFileException"/>.</summary>
    public static Discards Load(string path) => CoderDictionary.Load(path, Read);

    /// <param name="path">The name used in messages.</param>
    public static Discards Read(Stream stream, string path)
    {
        var found = ImmutableArray.CreateBuilder<(string, bool)>();
        foreach (var (number, line) in CoderDictionary.Lines(stream, "#"))
        {
            var text = line.Trim();
            if (text.IndexOfAny(['[', '{', '*']) >= 0)
                throw new DataFileException(path, number, $"expected a phrase, or '+' and a phrase, found '{text}'");
            var whole = text[0] == '+';
            if ((whole ? text[1..] : text).Replace('_', ' ').Trim() is not { Length: > 0 } phrase)
                throw new DataFileException(path, number, "expected a phrase behind '+'");
            found.Add((phrase, whole));
        }
        return new Discards(found.ToImmutable());
    }

    internal bool LeavesOut(Document document) => phrases.Any(entry => entry.WholeText && Stands(entry.Phrase, document.Article.Text));

    internal bool LeavesOut(Document document, Sentence sentence) => phrases.Any(entry => !entry.WholeText && Stands(entry.Phrase, sentence.Span.Of(document.Article.Text)));

    static bool Stands(string phrase, string text)
    {
        for (var at = text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.OrdinalIgnoreCase))
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + phrase.Length == text.Length || !char.IsLetterOrDigit(text[at + phrase.Length])))
                return true;
        return false;
    }
}
