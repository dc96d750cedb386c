using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Demarche.Knowledge;

namespace Demarche.Language;

/// <summary>
/// The container of a trained model: the magic "DEMARCHE", the kind ("tagger"), the version of its layout, the payload and the
/// SHA-256 of all that. Numbers are little-endian. Nothing in it depends on when or where it was written.
/// </summary>
public static class ModelFile
{
    const int ChecksumLength = 32;

    static ReadOnlySpan<byte> Magic => "DEMARCHE"u8;

    /// <summary>Opens a model for reading its payload; a missing, damaged or other model is a <see cref="DataFileException"/>.</summary>
    /// <param name="name">The path below the data folder ("models/en/tagger.model").</param>
    public static BinaryReader Read(DataFolder folder, string name, string kind, int version)
    {
        byte[] bytes;
        using (var stream = folder.Open(name))
        {
            bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
        }
        var header = Magic.Length + sizeof(int) + kind.Length + sizeof(int);
        if (bytes.Length < Magic.Length || !bytes.AsSpan(0, Magic.Length).SequenceEqual(Magic))
            throw Unusable("is not a model of Demarche");
        var content = bytes.AsSpan(0, Math.Max(0, bytes.Length - ChecksumLength));
        if (content.Length < header || !SHA256.HashData(content).AsSpan().SequenceEqual(bytes.AsSpan(content.Length)))
            throw Unusable("is damaged: its checksum does not match");
        var kindLength = BinaryPrimitives.ReadInt32LittleEndian(content[Magic.Length..]);
        if (kindLength != kind.Length || Encoding.ASCII.GetString(content.Slice(Magic.Length + sizeof(int), kindLength)) != kind)
            throw Unusable($"is not a {kind} model");
        var found = BinaryPrimitives.ReadInt32LittleEndian(content[(header - sizeof(int))..]);
        if (found != version)
            throw Unusable($"has version {found} of the {kind} layout, this program reads version {version}");
        return new BinaryReader(new MemoryStream(bytes, header, content.Length - header, writable: false));

        DataFileException Unusable(string reason) =>
            new(name, $"{reason}; bring back the file of this release, or make it again with 'demarche train {kind}'");
    }

    /// <summary>Writes a model in one go: the file is either the old one or the whole new one.</summary>
    public static void Write(string path, string kind, int version, Action<BinaryWriter> payload)
    {
        using var buffer = new MemoryStream();
        using (var writer = new BinaryWriter(buffer, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(kind.Length);
            writer.Write(Encoding.ASCII.GetBytes(kind));
            writer.Write(version);
            payload(writer);
        }
        buffer.Write(SHA256.HashData(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)));
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        var temporary = path + ".new";
        File.WriteAllBytes(temporary, buffer.ToArray());
        File.Move(temporary, path, overwrite: true);
    }
}
