using System.IO.Compression;

namespace Demarche.Reading.Archives;

/// <summary>Files in a zip archive, and those among them that are refused.</summary>
static class ZipMembers
{
    /// <summary>Opens the archive; throws <see cref="UnreadableException"/> for one that is built to hold more than it has bytes for.</summary>
    public static ZipArchive Open(PeekStream bytes, ReadLimits limits)
    {
        // The directory of a zip stands at its end: a pipe is read whole, a file is not.
        var stream = bytes.Seekable() ?? new MemoryStream(bytes.ReadAll(limits.ArchiveBytes));
        var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        // Members that share their bytes make a bomb whose parts are all harmless (Fifield, WOOT 2019).
        if (archive.Entries.Sum(entry => (decimal)entry.CompressedLength) > stream.Length)
        {
            archive.Dispose();
            throw new UnreadableException("a decompression bomb: its members lie over each other");
        }
        return archive;
    }

    /// <summary>Why a member is not read, or null.</summary>
    public static string? Problem(ZipArchiveEntry member)
    {
        if (member.IsEncrypted)
            return "is encrypted";
        var name = member.FullName;
        return name.Split('/', '\\').Contains("..") || name.StartsWith('/') || name.StartsWith('\\') || (name.Length > 1 && name[1] == ':')
            ? "its name leads out of the archive, as only attacks do"
            : null;
    }
}
