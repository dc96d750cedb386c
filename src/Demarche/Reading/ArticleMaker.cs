using System.Text;
using Demarche.Documents;

namespace Demarche.Reading;

/// <summary>Completes a draft: limits, language, the user's options.</summary>
sealed class ArticleMaker(LanguageIdentifier languages, OutletStates states)
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
        var conflicts = new MetadataConflicts();
        var published = Published(Published(draft.Published, options.Published), options.Origin?.Seen ?? default);
        conflicts.Add("published", published, [draft.Published, options.Published]);
        var outlet = draft.Outlet ?? options.Outlet ?? options.Origin?.Outlet;
        conflicts.Add("outlet", MetadataConflicts.Of(outlet, draft.Outlet is null ? "user" : "content"), [MetadataConflicts.Of(options.Outlet, "user"), MetadataConflicts.Of(options.Origin?.Outlet, "feed")], PageTitle.IsPartOf);
        conflicts.Add("title", MetadataConflicts.Of(draft.Title, "content"), [MetadataConflicts.Of(options.Origin?.Title, "feed")], PageTitle.IsPartOf);
        var url = draft.Url ?? options.Origin?.Url;
        var state = states.Of(outlet, url, draft.Country, conflicts);
        var (language, basis, told) = Language(draft, options);
        conflicts.Add("language", new MetadataValue(language, basis == LanguageBasis.User ? "user" : basis == LanguageBasis.Text ? "text" : "declared"),
            [MetadataConflicts.Of(LanguageIdentifier.Primary(draft.Language), "declared"), told == LanguageIdentifier.Unknown ? null : new MetadataValue(told, "text")]);
        return new Article
        {
            Id = draft.Id is { Length: > 0 } id ? new ArticleId(Clean(id)) : draft.Name.ArticleId,
            Input = draft.Name.Input,
            Url = CleanOrNull(url),
            Title = CleanOrNull(draft.Title ?? options.Origin?.Title),
            Authors = [.. draft.Authors.Select(Clean)],
            Outlet = CleanOrNull(outlet),
            Published = published,
            Language = language,
            Details = new ArticleDetails
            {
                Modified = draft.Modified,
                Section = draft.Section is { } section && HtmlTree.Squeeze(section) is { Length: > 0 and <= LongestSection } plain ? plain : null,
                OutletState = state,
                DeclaredLanguage = draft.Language,
                LanguageBasis = basis,
                Conflicts = [.. draft.Conflicts.Where(one => !conflicts.All.Any(later => later.Field == one.Field)), .. conflicts.All],
            },
            Text = draft.Text,
            Blocks = draft.Blocks,
        };
    }

    (string Language, LanguageBasis Basis, string Told) Language(ArticleDraft draft, ReadOptions options)
    {
        if (options.Language is { } given)
            return (given, LanguageBasis.User, LanguageIdentifier.Unknown);
        var (language, told) = languages.Tell(Sample(draft), draft.Language);
        return (language, language == LanguageIdentifier.Unknown ? LanguageBasis.None : language == told ? LanguageBasis.Text : LanguageBasis.Declared, told);
    }

    // Longer ones are sentences that stand where a section should.
    const int LongestSection = 100;

    /// <summary>
    /// The user, and a feed that points to the document, fill gaps, and an inference is a gap; what the document states stands. When an
    /// archive or a server had the document only fills the gap where there is nothing at all.
    /// </summary>
    static PublicationDate Published(PublicationDate found, PublicationDate given) =>
        given.Basis is DateBasis.Archive or DateBasis.HttpHeader ? found.Basis == DateBasis.None ? given : found : given.Basis != DateBasis.None && found.Basis is DateBasis.None or DateBasis.Url or DateBasis.Text or DateBasis.Archive or DateBasis.HttpHeader ? given : found;

    static string? CleanOrNull(string? text) => text is null ? null : Clean(text);

    /// <summary>Line ends as LF, no half characters, and no NUL, which not every database can keep (both become U+FFFD, as HTML has it): what every text buffer must be.</summary>
    public static string Clean(string text)
    {
        text = text.Replace('\0', '\ufffd');
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
