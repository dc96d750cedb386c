using System.Globalization;
using System.Text;

namespace Demarche.Analysis.Datasets;

/// <summary>A file of GDELT 1.0 or 2.0 events, ICEWS or POLECAT, unpacked. Read row by row, however long.</summary>
public sealed class DatasetFile : IDisposable
{
    // The longest rows, POLECAT's with the lists of all a story names, have some 20,000.
    const int LineCharacters = 1 << 20;

    static readonly string[] DayForms = ["yyyyMMdd", "yyyy-MM-dd", "M/d/yyyy"];

    static readonly string[] Missing = ["", "None", "NULL", "NA"];

    readonly TextReader reader;
    readonly DatasetColumns columns;
    readonly string first;
    int line = 1;

    DatasetFile(TextReader reader, DatasetColumns columns, string first)
    {
        this.reader = reader;
        this.columns = columns;
        this.first = first;
    }

    /// <summary>"GDELT 2.0" and so on.</summary>
    public string Name => columns.Name;

    /// <summary>Rows read so far, of whatever parties.</summary>
    public long Read { get; private set; }

    /// <summary>Looks at the first line; the reader is closed with this, or at once where it is none of these tables.</summary>
    /// <exception cref="InvalidDataException">It is none of these tables.</exception>
    public static DatasetFile Open(TextReader reader, DatasetWords words)
    {
        try
        {
            var beginning = Line(reader) ?? throw new InvalidDataException("the file is empty");
            var told = DatasetColumns.Of(beginning.TrimStart('\uFEFF').Split('\t'), words) ?? throw new InvalidDataException(
                "line 1 begins none of the tables that can be compared: GDELT 1.0 or 2.0 events (58 or 61 columns without a header), ICEWS and POLECAT (with their headers), all set off by tabs");
            return new DatasetFile(reader, told, beginning);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>The rows that have one of the two as actor and the other as recipient, and those that break off before they name theirs.</summary>
    public IEnumerable<DatasetRow> Rows(Dyad dyad)
    {
        for (var text = columns.HasHeader ? Next() : first; text is not null; text = Next())
        {
            if (text.Length == 0)
                continue;
            Read++;
            var cells = text.Split('\t');
            if (cells.Length < columns.Needed)
                yield return new DatasetRow(line, null, 0, null, string.Create(CultureInfo.InvariantCulture, $"{cells.Length} cells where {columns.Name} has {columns.Needed} at least"));
            else if (IsOf(dyad, cells[columns.Actor], cells[columns.Recipient]))
                yield return Row(cells);
        }
    }

    string? Next()
    {
        line++;
        return Line(reader);
    }

    DatasetRow Row(string[] cells)
    {
        var (day, score) = (Cell(cells, columns.Day), Cell(cells, columns.Score));
        var known = DateOnly.TryParseExact(day, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed);
        if (!known && !Missing.Contains(day))
            return new DatasetRow(line, null, 0, null, $"'{Shown(day)}' is no day");
        double? number = null;
        if (!Missing.Contains(score))
        {
            if (!double.TryParse(score, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || value is not (>= -10 and <= 10))
                return new DatasetRow(line, null, 0, null, $"'{Shown(score)}' is no score from -10 to 10");
            number = value;
        }
        return new DatasetRow(line, known ? parsed : null, columns.Quad(cells), number, null);
    }

    static string Cell(string[] cells, int column) => column >= 0 && column < cells.Length ? cells[column].Trim() : "";

    static string Shown(string cell) => cell.Length > 40 ? cell[..40] + "..." : cell;

    bool IsOf(Dyad dyad, string actor, string recipient) => actor.Length > 0 && recipient.Length > 0
        && ((columns.Names(actor, dyad.One) && columns.Names(recipient, dyad.Other)) || (columns.Names(actor, dyad.Other) && columns.Names(recipient, dyad.One)));

    static string? Line(TextReader reader)
    {
        var text = new StringBuilder();
        for (int next; (next = reader.Read()) >= 0;)
        {
            if (next == '\n')
                return text.Length > 0 && text[^1] == '\r' ? text.ToString(0, text.Length - 1) : text.ToString();
            if (text.Length == LineCharacters)
                throw new InvalidDataException("a line of more than 1,048,576 characters: this is no table of events");
            text.Append((char)next);
        }
        return text.Length > 0 ? text.ToString() : null;
    }

    public void Dispose() => reader.Dispose();
}
