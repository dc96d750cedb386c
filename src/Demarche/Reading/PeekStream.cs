namespace Demarche.Reading;

/// <summary>A stream whose first bytes can be looked at before they are read.</summary>
sealed class PeekStream(Stream inner) : ReadOnlyStream
{
    byte[] head = [];
    int taken;
    bool isWhole;

    /// <summary>The first bytes, fewer than asked for only where the stream is shorter. Only before the first read.</summary>
    public ReadOnlySpan<byte> Peek(int length)
    {
        if (head.Length < length && !isWhole)
        {
            var longer = new byte[length];
            head.CopyTo(longer, 0);
            var read = head.Length + inner.ReadAtLeast(longer.AsSpan(head.Length), length - head.Length, throwOnEndOfStream: false);
            isWhole = read < length;
            head = longer[..read];
        }
        return head.AsSpan(0, Math.Min(length, head.Length));
    }

    public override int Read(Span<byte> buffer)
    {
        int read;
        if (taken < head.Length)
        {
            read = Math.Min(buffer.Length, head.Length - taken);
            head.AsSpan(taken, read).CopyTo(buffer);
            taken += read;
        }
        else
        {
            read = inner.Read(buffer);
        }
        return read;
    }

    /// <summary>The stream beneath, back at its start, where it can go back.</summary>
    public Stream? Seekable()
    {
        if (!inner.CanSeek)
            return null;
        inner.Position = 0;
        return inner;
    }

    /// <summary>The whole rest; throws <see cref="UnreadableException"/> beyond the limit.</summary>
    public byte[] ReadAll(long limit)
    {
        // Large arrays are dear: where the length is known, one is enough.
        var rest = inner.CanSeek ? inner.Length - inner.Position + head.Length - taken : 0;
        using var all = new MemoryStream(rest <= limit ? (int)rest : 0);
        Span<byte> buffer = stackalloc byte[1 << 13];
        while (Read(buffer) is > 0 and var read)
        {
            if (all.Length + read > limit)
                throw new UnreadableException($"larger than {limit:N0} bytes, the limit for one document");
            all.Write(buffer[..read]);
        }
        return all.Capacity == all.Length ? all.GetBuffer() : all.ToArray();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
