namespace Demarche.Reading;

/// <summary>Decompressed bytes, until they grow out of all proportion to the compressed ones.</summary>
/// <param name="compressedBytes">How many compressed bytes have been used so far.</param>
/// <param name="isWhole">Asked at the end, with the number of bytes that came out, where the decompressor does not notice a cut.</param>
sealed class BoundedStream(Stream decompressed, Func<long> compressedBytes, ReadLimits limits, Func<long, bool>? isWhole = null) : ReadOnlyStream
{
    long total;

    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = decompressed.Read(buffer);
        }
        catch (InvalidDataException problem)
        {
            throw new UnreadableException("the compressed data is broken: " + problem.Message);
        }
        total += read;
        if (read == 0 && buffer.Length > 0 && isWhole?.Invoke(total) == false)
            throw new UnreadableException("the compressed data is cut short");
        if (total > 1 << 20 && total / limits.CompressionRatio > compressedBytes())
            throw new UnreadableException($"a decompression bomb: {total:N0} bytes out of {compressedBytes():N0}");
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            decompressed.Dispose();
        base.Dispose(disposing);
    }
}
