using System.IO.Compression;

namespace Demarche.Reading.Archives;

/// <summary>Undoes the compression of a transfer (HTTP Content-Encoding), within the limits for one document.</summary>
static class ContentCoding
{
    // Nobody compresses twice; a header that lists ten codings is an attack.
    const int MostCodings = 2;

    public static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> body, string? codings, ReadLimits limits)
    {
        var names = (codings ?? "").ToLowerInvariant().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Length > MostCodings)
            throw new UnreadableException($"compressed {names.Length} times over");
        var decoded = body;
        foreach (var name in names.Reverse())
            decoded = DecodeOne(decoded, name, limits);
        // Where compressed data breaks off at once, nothing comes out and nobody complains.
        return decoded.IsEmpty && !body.IsEmpty ? throw new UnreadableException("the compressed data is broken or cut short") : decoded;
    }

    static ReadOnlyMemory<byte> DecodeOne(ReadOnlyMemory<byte> body, string name, ReadLimits limits)
    {
        var source = new PeekStream(new MemoryStream(body.ToArray(), writable: false));
        switch (name)
        {
            // Servers and archives leave the header on bodies that are not, or no longer, compressed.
            case "identity":
            case "gzip" or "x-gzip" when body.Span is not [0x1F, 0x8B, ..]:
                return body;
            case "gzip" or "x-gzip":
                return new PeekStream(GzipSource.Open(source, limits)).ReadAll(limits.DocumentBytes);
            case "deflate":
                // The standard means zlib; servers that read it literally send the bare stream.
                Stream inflate = body.Span is [var first, var second, ..] && (first & 0x0F) == 8 && ((first << 8) | second) % 31 == 0
                    ? new ZLibStream(source, CompressionMode.Decompress)
                    : new DeflateStream(source, CompressionMode.Decompress);
                return new PeekStream(new BoundedStream(inflate, () => body.Length, limits)).ReadAll(limits.DocumentBytes);
            case "br":
                return new PeekStream(new BoundedStream(new BrotliStream(source, CompressionMode.Decompress), () => body.Length, limits)).ReadAll(limits.DocumentBytes);
            default:
                throw new UnreadableException($"compressed as '{(name.Length > 20 ? name[..20] : name)}', which is not known here");
        }
    }
}
