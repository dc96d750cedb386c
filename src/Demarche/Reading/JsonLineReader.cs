using System.Text.Json;

namespace Demarche.Reading;

/// <summary>Lines of bytes, one at a time, however long the input; a line beyond the limit is passed over and said so.</summary>
sealed class JsonLineReader(PeekStream bytes, long limit)
{
    readonly byte[] buffer = new byte[1 << 16];
    int position, filled;
    (byte[] Line, bool TooLong)? next;

    /// <summary>Of the current line, counted from 1.</summary>
    public long Number { get; private set; }

    public byte[] Current { get; private set; } = [];

    public bool TooLong { get; private set; }

    public bool Read()
    {
        if ((next ?? Take()) is not { } taken)
            return false;
        (Current, TooLong) = taken;
        next = null;
        Number++;
        return true;
    }

    /// <summary>
    /// Whether the first line, now current, begins JSON Lines rather than one value that fills the file: it is an object with another
    /// line to come, or it is broken and the second is an object of its own.
    /// </summary>
    public bool LooksLikeLines()
    {
        next ??= Take();
        return next is { } second && !Trim(second.Line).IsEmpty && (TooLong || IsObject(Current) || IsObject(second.Line));
    }

    /// <summary>Everything from the current line on; throws <see cref="UnreadableException"/> beyond the limit.</summary>
    public byte[] Rest()
    {
        using var all = new MemoryStream();
        do
        {
            if (TooLong || all.Length + Current.Length > limit)
                throw new UnreadableException($"larger than {limit:N0} bytes, the limit for one document");
            all.Write(Current);
            all.WriteByte((byte)'\n');
        }
        while (Read());
        return all.ToArray();
    }

    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> line) => line.Trim("\uFEFF \t\r"u8);

    static bool IsObject(byte[] line)
    {
        if (Trim(line) is not [(byte)'{', ..] trimmed)
            return false;
        var reader = new Utf8JsonReader(trimmed);
        try
        {
            reader.Read();
            reader.Skip();
            return !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    (byte[] Line, bool TooLong)? Take()
    {
        using var line = new MemoryStream();
        var tooLong = false;
        while (true)
        {
            if (position == filled)
            {
                (position, filled) = (0, bytes.Read(buffer));
                if (filled == 0)
                    return line.Length > 0 || tooLong ? (line.ToArray(), tooLong) : null;
            }
            var rest = buffer.AsSpan(position, filled - position);
            var end = rest.IndexOf((byte)'\n');
            var part = end < 0 ? rest : rest[..end];
            tooLong |= line.Length + part.Length > limit;
            if (!tooLong)
                line.Write(part);
            position += end < 0 ? rest.Length : end + 1;
            if (end >= 0)
                return (line.ToArray(), tooLong);
        }
    }
}
