using System.Buffers.Binary;
using System.IO.Compression;

namespace Demarche.Reading;

/// <summary>
/// Compressed bytes on their way to <see cref="GZipStream"/>, which takes a stream that breaks off for one that
/// ends: this remembers what a whole one must end with.
/// </summary>
sealed class GzipSource(PeekStream inner) : ReadOnlyStream
{
    readonly byte[] tail = new byte[4];
    uint window;
    int members;

    public long Count { get; private set; }

    /// <summary>What comes out, which ends with <see cref="UnreadableException"/> where the compressed bytes break off or burst.</summary>
    public static Stream Open(PeekStream compressed, ReadLimits limits)
    {
        var source = new GzipSource(compressed);
        return new BoundedStream(new GZipStream(source, CompressionMode.Decompress, leaveOpen: true), () => source.Count, limits, source.EndsWith);
    }

    /// <summary>
    /// Whether the bytes so far end as gzip does: with the length of what the last member decompressed to, or, where there are several,
    /// with one that is not larger than all.
    /// </summary>
    public bool EndsWith(long decompressed)
    {
        var length = BinaryPrimitives.ReadUInt32LittleEndian(tail);
        return length == (uint)decompressed || (members > 1 && length < decompressed);
    }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Count += read;
        foreach (var b in buffer[..read])
        {
            window = (window << 8) | b;
            // 1F 8B 08 and a byte of flags begin a member; elsewhere they stand once in a billion bytes.
            members += (window >> 8) == 0x1F8B08 && (window & 0xFF) < 0x20 ? 1 : 0;
        }
        BinaryPrimitives.WriteUInt32BigEndian(tail, window);
        return read;
    }
}
