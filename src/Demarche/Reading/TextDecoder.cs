using System.Buffers;
using System.Text;

namespace Demarche.Reading;

/// <summary>Turns the bytes of a document into text: byte order mark, then what is declared, then what the bytes look like.</summary>
static class TextDecoder
{
    static readonly SearchValues<char> LabelCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_:.");

    static readonly string[] MultibyteNames = ["gb18030", "shift_jis", "euc-kr", "big5"];

    static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Decodes; throws <see cref="UnreadableException"/> for bytes that are no text.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? declared = null)
    {
        if (ByteOrderMark(bytes, out var length) is { } marked)
            return marked.GetString(bytes[length..]);
        if (WithoutMark(bytes) is { } wide)
            return wide.GetString(bytes);
        if (LooksBinary(bytes))
            throw new UnreadableException("these bytes are no text and no format we know");
        // Valid UTF-8 with a character beyond ASCII is never an accident, whatever a page declares.
        if (TryUtf8(bytes) is { } text)
            return text;
        var named = declared ?? Declared(bytes);
        return (named is null ? null : Named(named))?.GetString(bytes) ?? Guess(bytes).GetString(bytes);
    }

    /// <summary>The same text in UTF-8 without a mark, for the JSON reader.</summary>
    public static ReadOnlyMemory<byte> Utf8(byte[] bytes)
    {
        var text = Decode(bytes);
        return Encoding.UTF8.GetBytes(text.StartsWith('\uFEFF') ? text[1..] : text);
    }

    /// <summary>
    /// The encoding of a stream, by its first bytes: for what is too long to be decoded whole. ASCII up to there is taken for UTF-8.
    /// </summary>
    public static Encoding EncodingOf(ReadOnlySpan<byte> head, string? declared = null)
    {
        if (ByteOrderMark(head, out _) is { } marked)
            return marked;
        if (WithoutMark(head) is { } wide)
            return wide;
        var named = declared ?? Declared(head);
        return TryUtf8(head) is not null ? Encoding.UTF8 : (named is null ? null : Named(named)) ?? Guess(head);
    }

    static Encoding? ByteOrderMark(ReadOnlySpan<byte> bytes, out int length)
    {
        (Encoding? encoding, length) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => ((Encoding?)Encoding.UTF8, 3),
            [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            _ => (null, 0),
        };
        return encoding;
    }

    /// <summary>UTF-16 without a mark: nearly every second byte is zero.</summary>
    static Encoding? WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length & ~1, 1024)];
        if (head.Length < 8)
            return null;
        int even = 0, odd = 0;
        for (var i = 0; i < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }
        var half = head.Length / 2;
        return odd > half * 0.7 && even < half * 0.05 ? Encoding.Unicode : even > half * 0.7 && odd < half * 0.05 ? Encoding.BigEndianUnicode : null;
    }

    static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 1 << 16)];
        var controls = 0;
        var rest = head;
        for (int at; (at = rest.IndexOfAny(Controls)) >= 0; controls++)
            rest = rest[(at + 1)..];
        return controls > 4 && controls > head.Length / 200;
    }

    /// <summary>What texts do not have: control characters but for blanks of all kinds and the escape of terminals and old Japanese encodings.</summary>
    static readonly SearchValues<byte> Controls = SearchValues.Create([.. Enumerable.Range(0, 32).Append(127).Where(code => code is < 9 or (> 13 and not 27)).Select(code => (byte)code)]);

    static string? TryUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            // A few broken bytes (a cut at a buffer's end, one bad field) do not make a text Latin-1.
            var text = Encoding.UTF8.GetString(bytes);
            int bad = 0, good = 0;
            foreach (var c in text)
            {
                bad += c == '\uFFFD' ? 1 : 0;
                good += c > 127 && c != '\uFFFD' ? 1 : 0;
            }
            return good > bad * 20 ? text : null;
        }
    }

    /// <summary>The label in the first bytes of a page or XML document.</summary>
    static string? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 4096)]);
        foreach (var key in (ReadOnlySpan<string>)["charset=", "encoding="])
        {
            var at = head.IndexOf(key, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                continue;
            var rest = head.AsSpan(at + key.Length).TrimStart(" \"'");
            var end = rest.IndexOfAnyExcept(LabelCharacters);
            if (end > 0)
                return rest[..end].ToString();
        }
        return null;
    }

    static Encoding? Named(string label)
    {
        // The labels of the WHATWG encoding standard that mean more than they say.
        var name = label.ToLowerInvariant() switch
        {
            "iso-8859-1" or "iso8859-1" or "latin1" or "ascii" or "us-ascii" or "iso-8859-15" => "windows-1252",
            "gb2312" or "gbk" or "x-gbk" => "gb18030",
            "iso-8859-9" => "windows-1254",
            "ks_c_5601-1987" => "euc-kr",
            var other => other,
        };
        // Bytes that are not UTF-8 came here, so the declaration lies.
        if (name is "utf-8" or "utf8" or "utf-16" or "unicode")
            return null;
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Legacy text without a label: by which script's letters the high bytes make.</summary>
    static Encoding Guess(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, 1 << 16)];
        int high = 0, pairs = 0, lowerCyrillic = 0, lowerKoi = 0;
        var previous = 0;
        foreach (var b in sample)
        {
            if (b >= 0x80)
            {
                high++;
                pairs += previous >= 0x80 ? 1 : 0;
                lowerCyrillic += b >= 0xE0 ? 1 : 0;
                lowerKoi += b is >= 0xC0 and <= 0xDF ? 1 : 0;
            }
            previous = b;
        }
        if (high == 0 || pairs < high / 3)
            return Encoding.GetEncoding("windows-1252");
        var start = bytes[..Math.Min(bytes.Length, 1 << 14)].ToArray();
        var multibyte = MultibyteNames
            .Select(name => (Encoding: Encoding.GetEncoding(name), Text: Encoding.GetEncoding(name).GetString(start)))
            .Where(candidate => !candidate.Text.Contains('\uFFFD', StringComparison.Ordinal))
            .MaxBy(candidate => candidate.Text.Count(c => c is '的' or '是' or '，' or '。' or (>= 'ぁ' and <= 'ん') or '이' or '다'));
        // Russian in a single-byte code has three lower-case letters of four; in KOI8-R they lie in the other half.
        if (lowerCyrillic > high * 0.7)
            return Encoding.GetEncoding("windows-1251");
        if (lowerKoi > high * 0.7)
            return Encoding.GetEncoding("koi8-r");
        return multibyte.Encoding ?? Encoding.GetEncoding("windows-1251");
    }
}
