using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Demarche.Reading;

/// <summary>One text file as it is, in gzip, or alone in a zip: told by its first bytes, unpacked within the limits of every input.</summary>
public static class PackedText
{
    /// <summary>A reader of the unpacked text; closing it closes the stream.</summary>
    /// <exception cref="UnreadableException">The archive is broken or has more than one file; or, while it is read, too large.</exception>
    public static StreamReader Open(Stream stream)
    {
        var peek = new PeekStream(stream);
        var head = peek.Peek(4);
        if (head is [0x1F, 0x8B, ..])
            return new StreamReader(GzipSource.Open(peek, new ReadLimits()), Encoding.UTF8);
        if (head is not [0x50, 0x4B, 0x03, 0x04])
            return new StreamReader(peek, Encoding.UTF8);
        if (peek.Seekable() is not { } file)
            throw new UnreadableException("a zip archive must be a file");
        try
        {
            var archive = new ZipArchive(file, ZipArchiveMode.Read);
            if (archive.Entries is not [var entry])
                throw new UnreadableException(string.Create(CultureInfo.InvariantCulture, $"the archive has {archive.Entries.Count} files; one table is expected"));
            return new StreamReader(new BoundedStream(entry.Open(), () => entry.CompressedLength, new ReadLimits()), Encoding.UTF8);
        }
        catch (InvalidDataException problem)
        {
            throw new UnreadableException("the archive is broken: " + problem.Message);
        }
    }
}
