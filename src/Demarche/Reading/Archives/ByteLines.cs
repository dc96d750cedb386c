using System.Text;

namespace Demarche.Reading.Archives;

/// <summary>Bytes that are lines in one place and a counted stretch in the next.</summary>
sealed class ByteLines(Stream bytes)
{
    readonly byte[] buffer = new byte[1 << 16];
    int position, filled;

    /// <summary>The next line without its end, cut at the limit; null at the end of the stream.</summary>
    public string? ReadLine(int limit)
    {
        var line = new StringBuilder();
        var any = false;
        while (Fill())
        {
            any = true;
            var rest = buffer.AsSpan(position, filled - position);
            var end = rest.IndexOf((byte)'\n');
            var part = end < 0 ? rest : rest[..end];
            line.Append(Encoding.UTF8.GetString(part[..Math.Min(part.Length, Math.Max(0, limit - line.Length))]));
            position += end < 0 ? rest.Length : end + 1;
            if (end >= 0)
                break;
        }
        return any ? line.ToString().TrimEnd('\r') : null;
    }

    /// <summary>Fills the target as far as there are bytes, and says how far.</summary>
    public int Read(Span<byte> target)
    {
        var total = 0;
        while (total < target.Length && Fill())
        {
            var count = Math.Min(target.Length - total, filled - position);
            buffer.AsSpan(position, count).CopyTo(target[total..]);
            position += count;
            total += count;
        }
        return total;
    }

    /// <summary>Passes over bytes; false where there are fewer.</summary>
    public bool Skip(long count)
    {
        while (count > 0 && Fill())
        {
            var step = (int)Math.Min(count, filled - position);
            position += step;
            count -= step;
        }
        return count == 0;
    }

    bool Fill()
    {
        if (position == filled)
            (position, filled) = (0, bytes.Read(buffer));
        return position < filled;
    }
}
