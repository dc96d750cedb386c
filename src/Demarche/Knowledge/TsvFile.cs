using System.Text;

namespace Demarche.Knowledge;

/// <summary>
/// Tab-separated tables with a header row (docs/data-formats.md): UTF-8, no quoting, every row as many cells as the header.
/// Rows are read one at a time; a row is valid until the next is read.
/// </summary>
public sealed class TsvFile : IDisposable
{
    readonly StreamReader reader;
    readonly string path;
    readonly string[] header;
    string[] cells = [];

    /// <summary>Reads the header. <paramref name="path"/> is the name used in messages; <paramref name="columns"/> must all be there.</summary>
    public TsvFile(Stream stream, string path, params ReadOnlySpan<string> columns)
    {
        reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1 << 16);
        this.path = path;
        header = reader.ReadLine()?.Split('\t') ?? throw new DataFileException(path, 1, "expected a header row, found an empty file");
        Line = 1;
        foreach (var column in columns)
            if (Array.IndexOf(header, column) < 0)
                throw new DataFileException(path, 1, $"expected a column '{column}'; the header has {string.Join(", ", header)}");
    }

    /// <summary>Line of the current row, counted from 1 (the header's).</summary>
    public int Line { get; private set; }

    /// <summary>Position of a column, to be looked up once; -1 where the table has none.</summary>
    public int Column(string name) => Array.IndexOf(header, name);

    public string this[int column] => column < 0 ? "" : cells[column];

    /// <summary>The cells of a list column, set off by '|'; empty for an empty cell.</summary>
    public string[] List(int column) => this[column] is { Length: > 0 } value ? value.Split('|') : [];

    /// <summary>Goes to the next row; blank lines and lines that start with '#' are passed over.</summary>
    public bool Read()
    {
        while (reader.ReadLine() is { } line)
        {
            Line++;
            if (line.Length == 0 || line[0] == '#')
                continue;
            cells = line.Split('\t');
            if (cells.Length != header.Length)
                throw new DataFileException(path, Line, $"expected {header.Length} cells, found {cells.Length}");
            return true;
        }
        return false;
    }

    public DataFileException Problem(string reason) => new(path, Line, reason);

    public void Dispose() => reader.Dispose();
}
