using System.Text;
using System.Text.RegularExpressions;

namespace Demarche.Reading;

/// <summary>What a stream of bytes is, told from its first bytes.</summary>
enum InputKind
{
    Empty,
    Gzip,
    Zip,
    Pdf,
    Html,
    Feed,
    Sitemap,
    FeedList,
    Warc,
    Json,
    Table,
    Text,
}

static partial class InputKinds
{
    /// <summary>Bytes to look at. Pages exist whose first tag comes after several kilobytes of comment.</summary>
    public const int PeekBytes = 8192;

    /// <summary>The kind; throws <see cref="UnreadableException"/> for bytes that are no text.</summary>
    public static InputKind Of(ReadOnlySpan<byte> head)
    {
        switch (head)
        {
            case []:
                return InputKind.Empty;
            case [0x1F, 0x8B, ..]:
                return InputKind.Gzip;
            case [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..]:
                return InputKind.Zip;
            case [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..]:
                return InputKind.Pdf;
        }
        if (head.StartsWith("WARC/"u8))
            return InputKind.Warc;
        var text = TextDecoder.Decode(TrimPartial(head)).AsSpan().TrimStart();
        if (text.IsEmpty)
            return head.Length < PeekBytes ? InputKind.Empty : InputKind.Text;
        return text[0] switch
        {
            '<' => Markup(text),
            '{' or '[' when JsonStart().IsMatch(text) => InputKind.Json,
            _ when RecordTable.HasHeader(FirstLine(text)) => InputKind.Table,
            _ when HtmlTag().Count(text) > 2 => InputKind.Html,
            _ => InputKind.Text,
        };
    }

    static InputKind Markup(ReadOnlySpan<char> text)
    {
        if (Root().EnumerateMatches(text) is var roots && roots.MoveNext())
        {
            var root = text.Slice(roots.Current.Index, roots.Current.Length);
            if (root.EndsWith("html", StringComparison.OrdinalIgnoreCase))
                return InputKind.Html;
            if (root.EndsWith("opml", StringComparison.OrdinalIgnoreCase))
                return InputKind.FeedList;
            return root.Contains("urlset", StringComparison.OrdinalIgnoreCase) || root.Contains("sitemapindex", StringComparison.OrdinalIgnoreCase)
                ? InputKind.Sitemap
                : InputKind.Feed;
        }
        // Pages exist that begin with kilobytes of style.
        return text.Length > 1 && (char.IsAsciiLetter(text[1]) || text[1] == '!') ? InputKind.Html : text.StartsWith("<?xml", StringComparison.Ordinal) ? InputKind.Feed : InputKind.Text;
    }

    static ReadOnlySpan<char> FirstLine(ReadOnlySpan<char> text) => text.IndexOfAny('\r', '\n') is >= 0 and var end ? text[..end] : text;

    /// <summary>Without a UTF-8 character that the cut went through.</summary>
    static ReadOnlySpan<byte> TrimPartial(ReadOnlySpan<byte> head)
    {
        if (head.Length < PeekBytes)
            return head;
        for (var i = 1; i <= 4; i++)
            if (Rune.DecodeFromUtf8(head[^i..], out _, out _) == System.Buffers.OperationStatus.NeedMoreData)
                return head[..^i];
        return head;
    }

    [GeneratedRegex(@"\A[\[{]\s*(?:[""{\[\]}\d-]|true|false|null)", RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex JsonStart();

    [GeneratedRegex(@"<(?:!doctype\s+html|html|rss|feed|rdf:RDF|urlset|sitemapindex|opml|channel)(?=[\s>])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Root();

    [GeneratedRegex(@"<(?:html|head|body|title|meta|link|script|div|p|article|section|main|h[1-6]|span|table|ul|ol|a|br|img)\b[^<>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex HtmlTag();
}
