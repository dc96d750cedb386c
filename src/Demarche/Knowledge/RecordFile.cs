using System.Collections.Immutable;
using System.Text;

namespace Demarche.Knowledge;

/// <summary>One <c>key: value</c> line of a record with its line number, counted from 1.</summary>
public readonly record struct RecordField(string Key, string Value, int Line);

/// <summary>A record: fields in file order. Keys may repeat.</summary>
public sealed record DataRecord(string Path, int Line, ImmutableArray<RecordField> Fields)
{
    /// <summary>The only value of a key, or null; two are a <see cref="DataFileException"/>.</summary>
    public string? Single(string key)
    {
        string? found = null;
        foreach (var field in Fields)
            if (field.Key == key)
                found = found is null ? field.Value : throw new DataFileException(Path, field.Line, $"'{key}' may stand only once in a record");
        return found;
    }

    public IEnumerable<RecordField> All(string key) => Fields.Where(field => field.Key == key);
}

/// <summary>
/// The format of data that people write (docs/data-formats.md): <c>key: value</c> lines, a blank line between records,
/// <c>#</c> comments at the start of a line, keys may repeat, nothing nests, every value is text.
/// </summary>
public static class RecordFile
{
    /// <summary>Reads all records. <paramref name="path"/> is the name used in messages.</summary>
    public static ImmutableArray<DataRecord> Read(Stream stream, string path)
    {
        var records = ImmutableArray.CreateBuilder<DataRecord>();
        var fields = ImmutableArray.CreateBuilder<RecordField>();
        using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: false));
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.StartsWith('#'))
                continue;
            if (string.IsNullOrWhiteSpace(line))
            {
                Close();
                continue;
            }
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
                throw new DataFileException(path, number, "expected 'key: value'");
            fields.Add(new RecordField(line[..colon].Trim(), line[(colon + 1)..].Trim(), number));
        }
        Close();
        return records.ToImmutable();

        void Close()
        {
            if (fields.Count == 0)
                return;
            records.Add(new DataRecord(path, fields[0].Line, fields.ToImmutable()));
            fields.Clear();
        }
    }
}
