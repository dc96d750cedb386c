using System.Globalization;

namespace Demarche.Reading.Archives;

/// <summary>
/// Records of a web archive (WARC 0.17 to 1.1, ISO 28500), one at a time, however long the archive. A record with a broken header is
/// told, and the next one that begins like a record is looked for.
/// </summary>
sealed class WarcRecords(Stream bytes, ReadLimits limits)
{
    const int LongestLine = 1 << 16;
    const int MostFields = 200;

    readonly ByteLines lines = new(bytes);
    int number;

    public IEnumerable<WarcRecord> Read()
    {
        // Said once for all lines that are passed over.
        var lost = false;
        while (lines.ReadLine(LongestLine) is { } line)
        {
            if (line.Length == 0)
                continue;
            if (!line.StartsWith("WARC/", StringComparison.Ordinal))
            {
                if (!lost)
                    yield return Broken("its record does not begin where the one before ends");
                lost = true;
                continue;
            }
            lost = false;
            number++;
            yield return ReadRecord();
        }
    }

    WarcRecord ReadRecord()
    {
        var headers = new HeaderFields();
        for (var count = 0; ; count++)
        {
            if (lines.ReadLine(LongestLine) is not { } line)
                return Broken("the archive is cut short in the header of a record");
            if (line.Length == 0)
                break;
            if (count == MostFields || !headers.Add(line))
                return Broken("a broken header");
        }
        if (!long.TryParse(headers["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            return Broken("no usable Content-Length");
        var record = new WarcRecord(number, headers, default);
        if (record.Type is not ("response" or "resource" or "conversion"))
            return lines.Skip(length) ? record : Broken("the archive is cut short in this record");
        if (length > limits.DocumentBytes)
            return lines.Skip(length) ? record with { Problem = $"larger than {limits.DocumentBytes:N0} bytes, the limit for one document" } : Broken("the archive is cut short in this record");
        // Not allocated by what the header claims: a lie would cost as much as the truth.
        using var block = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (block.Length < length)
        {
            var read = lines.Read(buffer.AsSpan(0, (int)Math.Min(buffer.Length, length - block.Length)));
            if (read == 0)
                return record with { Problem = "the archive is cut short in this record" };
            block.Write(buffer, 0, read);
        }
        return record with { Block = block.ToArray() };
    }

    WarcRecord Broken(string problem) => new(number, new HeaderFields(), default, problem);
}
