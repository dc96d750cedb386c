using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Demarche.Reading;

/// <summary>A table with a header row, set off by commas, semicolons or tabs, read a row at a time.</summary>
sealed class RecordTable : IDisposable, IRecordFields
{
    readonly CsvReader csv;
    readonly Dictionary<string, int> columns = new(StringComparer.OrdinalIgnoreCase);

    public RecordTable(PeekStream bytes, long fieldLimit)
    {
        // More than tells the kind: the first letter beyond ASCII may stand far down.
        var start = bytes.Peek(1 << 18);
        var encoding = TextDecoder.EncodingOf(start);
        var head = encoding.GetString(start[..Math.Min(start.Length, InputKinds.PeekBytes)]);
        var headerLine = head.TrimStart('\uFEFF').Split('\n', 2)[0];
        csv = new CsvReader(new StreamReader(bytes, encoding, detectEncodingFromByteOrderMarks: true, 1 << 16), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Delimiter(headerLine).ToString(),
            // Tabs need no quotes, and a tab-separated text may hold a lone one.
            Mode = Delimiter(headerLine) == '\t' && !headerLine.Contains('"', StringComparison.Ordinal) ? CsvMode.NoEscape : CsvMode.RFC4180,
            BadDataFound = null,
            MissingFieldFound = null,
            MaxFieldSize = fieldLimit,
            DetectColumnCountChanges = false,
        });
        csv.Read();
        csv.ReadHeader();
        for (var i = 0; i < csv.HeaderRecord!.Length; i++)
            columns.TryAdd(csv.HeaderRecord[i].Trim(), i);
    }

    /// <summary>Where the current row starts.</summary>
    public int Line { get; private set; }

    public IRecordFields Fields => this;

    public string? Problem => null;

    /// <summary>Whether a first line is the header of a table with texts in it.</summary>
    public static bool HasHeader(ReadOnlySpan<char> line)
    {
        if (line.Length > 4096)
            return false;
        var names = line.ToString().Split(Delimiter(line));
        return names.Length > 1 && names.Any(name => ArticleRecord.IsTextField(name.Trim(' ', '"', '\uFEFF')))
            && names.All(name => name.Length < 64);
    }

    public bool Read()
    {
        Line = csv.Parser.RawRow + 1;
        return csv.Read();
    }

    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (columns.TryGetValue(name, out var column) && csv.TryGetField<string>(column, out var value) && !string.IsNullOrWhiteSpace(value))
                return value.Trim();
        return null;
    }

    public ImmutableArray<string> List(params ReadOnlySpan<string> names) =>
        First(names) is { } value ? [.. value.Split(['|', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)] : [];

    public void Dispose() => csv.Dispose();

    static char Delimiter(ReadOnlySpan<char> line)
    {
        var best = ',';
        foreach (var candidate in "\t;")
            if (line.Count(candidate) > line.Count(best))
                best = candidate;
        return best;
    }
}
