using System.Buffers;
using System.Globalization;
using System.Text;

namespace Demarche.Reading.Archives;

/// <summary>An HTTP/1 response as it went over the wire.</summary>
sealed record HttpResponse(int Status, HeaderFields Headers, ReadOnlyMemory<byte> Body)
{
    const int LongestHeader = 1 << 18;

    static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    /// <summary>Parses; throws <see cref="UnreadableException"/> for what is no response.</summary>
    public static HttpResponse Parse(ReadOnlyMemory<byte> bytes)
    {
        var head = bytes.Span[..Math.Min(bytes.Length, LongestHeader)];
        var windows = head.IndexOf("\r\n\r\n"u8);
        var unix = head.IndexOf("\n\n"u8);
        var (end, gap) = windows >= 0 && (unix < 0 || windows < unix) ? (windows, 4) : (unix, 2);
        if (end < 0 || !head.StartsWith("HTTP/"u8))
            throw new UnreadableException("a record of a response that is no HTTP response");
        var lines = Encoding.Latin1.GetString(head[..end]).Split('\n');
        var words = lines[0].Split(' ', 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length < 2 || !int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status))
            throw new UnreadableException("a record of a response without a status");
        var headers = new HeaderFields();
        foreach (var line in lines.Skip(1))
            headers.Add(line.TrimEnd('\r'));
        return new HttpResponse(status, headers, bytes[(end + gap)..]);
    }

    /// <summary>The body without what the transfer did to it.</summary>
    public ReadOnlyMemory<byte> Content(ReadLimits limits)
    {
        var body = Headers["Transfer-Encoding"]?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true ? Unchunked(Body) : Body;
        return ContentCoding.Decode(body, Headers["Content-Encoding"], limits);
    }

    /// <summary>The chunks joined. Many archives keep the header of a body that they have joined already: such a one is returned as it is.</summary>
    static ReadOnlyMemory<byte> Unchunked(ReadOnlyMemory<byte> body)
    {
        using var joined = new MemoryStream();
        for (var rest = body; ;)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = end < 0 ? [] : rest.Span[..Math.Min(end, 100)];
            var digits = line.IndexOfAnyExcept(HexDigits) is >= 0 and var other ? line[..other] : line;
            if (digits.Length is 0 or > 7)
                return joined.Length > 0 ? throw new UnreadableException("the chunks of the transfer are broken") : body;
            var size = int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            if (size == 0)
                return joined.ToArray();
            if (size > rest.Length - end - 1)
                throw new UnreadableException("the body is cut short: a chunk is larger than what is left");
            joined.Write(rest.Span.Slice(end + 1, size));
            rest = rest[(end + 1 + size)..];
            rest = rest.Span.StartsWith("\r\n"u8) ? rest[2..] : rest.Span.StartsWith("\n"u8) ? rest[1..] : rest;
        }
    }
}
