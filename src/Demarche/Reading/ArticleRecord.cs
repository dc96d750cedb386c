using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Demarche.Documents;

namespace Demarche.Reading;

/// <summary>Named fields of one record, whatever it is written in.</summary>
interface IRecordFields
{
    /// <summary>Why there are no fields, or null.</summary>
    string? Problem { get; }

    /// <summary>The first of these fields that is there and not blank.</summary>
    string? First(params ReadOnlySpan<string> names);

    ImmutableArray<string> List(params ReadOnlySpan<string> names);
}

/// <summary>What a record of a table, of JSON or of a feed says about an article.</summary>
sealed partial record ArticleRecord
{
    // The promised names first, then those of other tools' exports.
    static readonly string[] TextFields = ["text", "event_text", "body", "content", "articleBody", "article_body", "full_text", "maintext"];
    static readonly string[] HtmlFields = ["html", "content_html", "raw_html"];
    static readonly string[] DateFields = ["published", "date", "date_published", "datePublished", "date_publish", "pub_date", "publication_date", "publish_date"];

    public string? Id { get; init; }

    public string? Url { get; init; }

    public string? Title { get; init; }

    public ImmutableArray<string> Authors { get; init; } = [];

    public string? Outlet { get; init; }

    public string? Language { get; init; }

    public PublicationDate Published { get; init; }

    public PublicationDate Modified { get; init; }

    public string? Section { get; init; }

    public required string Content { get; init; }

    public bool IsMarkup { get; init; }

    /// <summary>Whether a header row or an object's field makes it a record of ours.</summary>
    public static bool IsTextField(string name) =>
        TextFields.Contains(name, StringComparer.OrdinalIgnoreCase) || HtmlFields.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Throws <see cref="UnreadableException"/> for a record without a text, or with a date that is none.</summary>
    public static ArticleRecord From(IRecordFields fields, params ReadOnlySpan<string> furtherTexts)
    {
        var html = fields.First(HtmlFields);
        var content = html ?? fields.First(TextFields) ?? fields.First(furtherTexts)
            ?? throw new UnreadableException("no text: expected a field " + string.Join(", ", TextFields[..2]) + " or " + HtmlFields[0]);
        return new ArticleRecord
        {
            Id = fields.First("id", "uid", "doc_id", "document_id"),
            Url = fields.First("url", "link", "canonical_url", "source_url"),
            Title = fields.First("title", "headline"),
            Authors = fields.List("authors", "author", "byline"),
            Outlet = fields.First("publisher", "outlet", "source_name", "site_name"),
            Language = fields.First("language", "lang"),
            Published = fields.First(DateFields) is { } date ? Date(date) : default,
            Modified = fields.First("modified", "date_modified", "dateModified", "updated") is { } modified ? DateParser.Parse(modified, DateBasis.Record) : default,
            Section = fields.First("section", "articleSection", "category"),
            Content = content,
            IsMarkup = html is not null || Paragraphs().Count(content) > 1,
        };
    }

    /// <summary>What the record says goes before what its content says; where they differ, both are kept.</summary>
    public ArticleDraft Over(ArticleDraft draft)
    {
        var conflicts = new MetadataConflicts();
        conflicts.Add("published", Published, [draft.Published]);
        conflicts.Add("title", MetadataConflicts.Of(Title, "record"), [MetadataConflicts.Of(draft.Title, "content")]);
        conflicts.Add("outlet", MetadataConflicts.Of(Outlet, "record"), [MetadataConflicts.Of(draft.Outlet, "content")]);
        conflicts.Add("authors", MetadataConflicts.Of(string.Join("; ", Authors), "record"), [MetadataConflicts.Of(string.Join("; ", draft.Authors), "content")]);
        conflicts.Add("url", MetadataConflicts.Of(Url, "record"), [MetadataConflicts.Of(draft.Url, "content")], PageUrl.IsSame);
        return draft with
        {
            Id = Id,
            Url = Url ?? draft.Url,
            Title = Title ?? draft.Title,
            Authors = Authors.Length > 0 ? Authors : draft.Authors,
            Outlet = Outlet ?? draft.Outlet,
            Published = Published.Basis != DateBasis.None ? Published : draft.Published,
            Modified = Modified.Basis != DateBasis.None ? Modified : draft.Modified,
            Section = Section ?? draft.Section,
            Language = Language ?? draft.Language,
            Conflicts = [.. conflicts.All, .. draft.Conflicts.Where(one => !conflicts.All.Any(own => own.Field == one.Field))],
        };
    }

    static PublicationDate Date(string value) =>
        DateParser.Parse(value, DateBasis.Record) is { Basis: not DateBasis.None } date
            ? date
            : throw new UnreadableException($"'{(value.Length > 40 ? value[..40] + "…" : value)}' is no publication date; expected one like 2024-03-01 or 2024-03-01T09:30:00Z");

    [GeneratedRegex(@"<(?:html|body|article|p|div|br)\b[^<>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Paragraphs();
}
