using System.Text;
using Demarche.Documents;

namespace Demarche.Reading;

/// <summary>Completes a draft: limits, language, the user's options.</summary>
sealed class ArticleMaker(LanguageIdentifier languages)
{
    /// <summary>An article and the pieces on its page; the pieces alone where nothing but them is to be read.</summary>
    public IEnumerable<Article> MakeAll(ArticleDraft draft, ReadOptions options)
    {
        if (draft.Pieces.IsEmpty || draft.Blocks.Any(block => block.Kind == BlockKind.Body))
            yield return Make(draft, options);
        foreach (var piece in draft.Pieces)
            yield return Make(piece, options);
    }

    public Article Make(ArticleDraft draft, ReadOptions options)
    {
        CheckLimits(draft.Text, options.Limits);
        return new Article
        {
            Id = draft.Id is { Length: > 0 } id ? new ArticleId(id) : draft.Name.ArticleId,
            Input = draft.Name.Input,
            Url = draft.Url ?? options.Origin?.Url,
            Title = draft.Title ?? options.Origin?.Title,
            Authors = draft.Authors,
            Outlet = draft.Outlet ?? options.Outlet ?? options.Origin?.Outlet,
            Published = Published(Published(draft.Published, options.Published), options.Origin?.Seen ?? default),
            Language = options.Language ?? languages.Identify(Sample(draft), draft.Language),
            Text = draft.Text,
            Blocks = draft.Blocks,
        };
    }

    /// <summary>
    /// The user, and a feed that points to the document, fill gaps, and an inference is a gap; what the document states stands. When an
    /// archive or a server had the document only fills the gap where there is nothing at all.
    /// </summary>
    static PublicationDate Published(PublicationDate found, PublicationDate given) =>
        given.Basis is DateBasis.Archive or DateBasis.HttpHeader ? found.Basis == DateBasis.None ? given : found : given.Basis != DateBasis.None && found.Basis is DateBasis.None or DateBasis.Url or DateBasis.Text or DateBasis.Archive or DateBasis.HttpHeader ? given : found;

    /// <summary>Line ends as LF, and no half characters: what every text buffer must be.</summary>
    public static string Clean(string text)
    {
        if (text.Contains('\r', StringComparison.Ordinal))
            text = text.ReplaceLineEndings("\n");
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else
                return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        }
        return text;
    }

    static void CheckLimits(string text, ReadLimits limits)
    {
        if (text.Length > limits.ArticleCharacters)
            throw new UnreadableException($"a text of {text.Length:N0} characters; at most {limits.ArticleCharacters:N0} are read");
        var run = 0;
        foreach (var c in text)
        {
            run = char.IsLetterOrDigit(c) ? run + 1 : 0;
            if (run > limits.WordCharacters)
                throw new UnreadableException($"a word of more than {limits.WordCharacters:N0} letters: this is no text");
        }
    }

    /// <summary>The body tells the language; chrome may be in another.</summary>
    static string Sample(ArticleDraft draft)
    {
        const int Enough = 4000;
        var sample = new StringBuilder();
        foreach (var block in draft.Blocks)
        {
            if (block.Kind != BlockKind.Body)
                continue;
            sample.Append(draft.Text, block.Span.Start, Math.Min(block.Span.Length, Enough)).Append('\n');
            if (sample.Length > Enough)
                break;
        }
        return sample.Length > 40 ? sample.ToString() : (draft.Title + "\n" + draft.Text)[..Math.Min(Enough, draft.Title?.Length + 1 + draft.Text.Length ?? draft.Text.Length + 1)];
    }
}
