using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Reading;

/// <summary>A document as a server gave it: decoded from its transfer, its bytes otherwise untouched.</summary>
public sealed record WebDocument(string Url, string? ContentType, ReadOnlyMemory<byte> Body)
{
    // Pictures, styles and scripts make up most of a crawl; a type that says nothing may hold anything.
    static readonly ImmutableArray<string> Readable =
    [
        "text/html", "application/xhtml+xml", "text/plain", "text/xml", "application/xml", "application/rss+xml", "application/atom+xml", "application/rdf+xml",
        "application/feed+json", "application/pdf", "application/octet-stream", "application/zip", "application/gzip", "application/x-gzip", "text/csv",
        "text/tab-separated-values", "application/json", "application/x-ndjson", "application/jsonl",
    ];

    /// <summary>A day on which it was there; <c>default</c> where nobody says.</summary>
    public PublicationDate Seen { get; init; }

    public string? MediaType => ContentType is { Length: > 0 } type ? type.Split(';', 2)[0].Trim().ToLowerInvariant() : null;

    public string? Charset
    {
        get
        {
            const string Key = "charset=";
            if (ContentType?.IndexOf(Key, StringComparison.OrdinalIgnoreCase) is not (>= 0 and var at))
                return null;
            var value = ContentType[(at + Key.Length)..].Split(';', 2)[0].Trim(' ', '"', '\'');
            return value.Length is > 0 and < 40 ? value : null;
        }
    }

    /// <summary>Whether the server says that this may be writing.</summary>
    public static bool MayBeRead(string? mediaType) => string.IsNullOrEmpty(mediaType) || Readable.Contains(mediaType);
}
