using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Demarche.Documents;

/// <summary>
/// One piece of writing as it was published, cleaned but never rewritten: every span of every later
/// stage points into <see cref="Text"/>.
/// </summary>
public sealed record Article
{
    public required ArticleId Id { get; init; }

    /// <summary>What the user named: a path, an address, or <c>-</c>; with the place inside for containers.</summary>
    public required string Input { get; init; }

    public string? Url { get; init; }

    public string? Title { get; init; }

    public ImmutableArray<string> Authors { get; init; } = [];

    public string? Outlet { get; init; }

    public PublicationDate Published { get; init; }

    /// <summary>BCP 47 primary language, or <c>und</c>.</summary>
    public string Language { get; init; } = "und";

    public ArticleDetails Details { get; init; } = new();

    /// <summary>The one text buffer. Line ends are LF.</summary>
    public required string Text { get; init; }

    public ImmutableArray<Block> Blocks { get; init; } = [];

    /// <summary>Lower-case hexadecimal SHA-256 of <see cref="Text"/> in UTF-8.</summary>
    public string Sha256 => sha256 ??= Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    string? sha256;

    /// <summary>
    /// The article as it is read: body blocks with the headings, quotes and tables between them, joined by blank lines.
    /// For display: spans point into <see cref="Text"/>, not here.
    /// </summary>
    public string Body => string.Join("\n\n", Blocks.Where(block => IsReadingMatter(block.Kind)).Select(block => block.Span.Of(Text)));

    static bool IsReadingMatter(BlockKind kind) => kind is BlockKind.Body or BlockKind.Heading or BlockKind.Quote or BlockKind.Table;
}
