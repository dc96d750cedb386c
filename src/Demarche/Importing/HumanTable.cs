using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Knowledge.Places;

namespace Demarche.Importing;

/// <summary>
/// A table with the columns of <c>demarche export --format csv</c>, in any order, set off by commas, semicolons or tabs; <c>id</c>,
/// <c>type</c> and <c>sentence</c> must be there, all others may be left out.
/// </summary>
public sealed class HumanTable(Ontology ontology, Gazetteer gazetteer)
{
    static readonly string[] Needed = ["id", "type", "sentence"];

    static readonly string[] Known =
    [
        .. Needed, "mode", "contexts", "underlying", "quad", "score", "cameo", "status", "date_start", "date_end", "date_precision",
        "actor_codes", "actor_sectors", "actor_names", "actor_other_sectors", "actor_offices", "recipient_codes", "recipient_sectors", "recipient_names", "recipient_other_sectors", "recipient_offices",
        "place", "country", "latitude", "longitude", "place_kind", "geonames", "origin_holders", "confidence", "review", "grade",
    ];

    // Of events alone; what people coded has them anew.
    static readonly string[] PassedOver = ["origins", "reports", "documents", "contradictions", "version", "copies"];

    static readonly char[] Separators = [',', ';', '\t'];

    readonly HumanWords words = new(ontology, gazetteer);

    /// <summary>The rows in their order. A table without the needed columns gives a single row that says so.</summary>
    public IEnumerable<ImportedRow> Read(TextReader input)
    {
        var text = input.ReadToEnd();
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var heading = (end < 0 ? text : text[..end]).TrimStart('\uFEFF').TrimEnd('\r');
        var separator = Separators.MaxBy(sign => heading.Count(letter => letter == sign));
        var columns = heading.Split(separator).Select(column => column.Trim().Trim('"').Trim().ToLowerInvariant()).ToList();
        if (ProblemOf(heading, columns) is { } problem)
        {
            yield return new ImportedRow("line 1", null, problem);
            yield break;
        }
        foreach (var column in columns.Except(Known).Except(PassedOver))
            yield return new ImportedRow("line 1", null, null, $"the column '{column}' is not known and passed over{NearMiss.Hint(column, Known)}");
        var seen = new HashSet<string>();
        foreach (var (line, cells, broken) in Records(text, end < 0 ? text.Length : end + 1, 2, separator))
            yield return One(line, cells, broken, columns, seen);
    }

    static string? ProblemOf(string heading, List<string> columns) =>
        heading.Length == 0 ? "the table is empty"
        : Needed.FirstOrDefault(column => !columns.Contains(column)) is { } missing ? $"no column '{missing}'{NearMiss.Hint(missing, columns)}; a human-coded table has at least {string.Join(", ", Needed)}"
        : columns.GroupBy(column => column).FirstOrDefault(same => same.Count() > 1) is { } twice ? $"the column '{twice.Key}' stands here twice"
        : null;

    ImportedRow One(int line, string[] cells, string? broken, List<string> columns, HashSet<string> seen)
    {
        var where = string.Create(CultureInfo.InvariantCulture, $"line {line}");
        try
        {
            if (broken is not null)
                throw new FormatException(broken);
            if (Array.Exists(cells, cell => cell.Contains('\0', StringComparison.Ordinal)))
                throw new FormatException("a NUL character stands in it, which not every store can keep");
            if (cells.Length > columns.Count)
                throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{cells.Length} cells under {columns.Count} columns: a cell with the separator in it stands between double quotes"));
            var (row, note) = Row(column => columns.IndexOf(column) is >= 0 and var at && at < cells.Length ? cells[at].Trim() : "");
            return seen.Add(row.Id) ? new ImportedRow(where, row, null, note) : throw new FormatException($"the id '{row.Id}' stands in the table twice");
        }
        catch (FormatException wrong)
        {
            return new ImportedRow(where, null, wrong.Message);
        }
    }

    /// <summary>
    /// The records of a text from a place on, with the line each begins on. One with a quote that is not closed takes the lines behind it
    /// along: it is broken, and they are read again by themselves.
    /// </summary>
    static IEnumerable<(int Line, string[] Cells, string? Broken)> Records(string text, int begin, int line, char separator)
    {
        while (begin < text.Length)
        {
            var isBad = false;
            using var csv = new CsvParser(new TextFrom(text, begin), new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = separator.ToString(),
                // A cell that does not begin with a quote may hold some.
                BadDataFound = found => isBad |= found.Field.StartsWith('"'),
                IgnoreBlankLines = false,
            });
            while (!isBad && csv.Read())
            {
                // Only now the parser looks at the quotes.
                var cells = csv.Record!;
                var raw = csv.RawRecord;
                if (isBad)
                    yield return (line, [], "a double quote is not closed, or one inside a cell is not written twice");
                else if (raw.AsSpan().Trim().Length > 0)
                    yield return (line, cells, null);
                var read = isBad ? raw.IndexOf('\n', StringComparison.Ordinal) + 1 : raw.Length;
                if (read == 0)
                    yield break;
                begin += read;
                line += isBad ? 1 : raw.Count(letter => letter == '\n');
            }
            if (!isBad)
                yield break;
        }
    }

    /// <summary>A text from a place on, without a copy.</summary>
    sealed class TextFrom(string text, int next) : TextReader
    {
        int next = next;

        public override int Peek() => next < text.Length ? text[next] : -1;

        public override int Read() => next < text.Length ? text[next++] : -1;

        public override int Read(char[] buffer, int index, int count)
        {
            var read = Math.Min(count, text.Length - next);
            text.CopyTo(next, buffer, index, read);
            next += read;
            return read;
        }
    }

    (HumanRow Row, string? Note) Row(Func<string, string> cell)
    {
        // What a dictionary of the user's codes, and PLOVER has no type for.
        var type = cell("type") == "NONE" && cell("cameo").Length > 0 ? EventType.None : HumanWords.Type(cell("type"));
        var text = Unguarded(cell("sentence"));
        var (place, note) = words.Place(Unguarded(cell("place")), cell("country"), cell("latitude"), cell("longitude"), cell("place_kind"), cell("geonames"));
        return (new HumanRow
        {
            Id = cell("id") is { Length: > 0 } id ? id : throw new FormatException("the row has no id"),
            Type = type,
            Modes = words.Modes(type, List(cell("mode"))),
            Contexts = words.Contexts(List(cell("contexts"))),
            Underlying = cell("underlying").Length == 0 ? EventType.None : HumanWords.Type(cell("underlying")),
            Status = HumanWords.Status(cell("status")),
            Date = HumanWords.Date(cell("date_start"), cell("date_end"), cell("date_precision")),
            Actors = Parties(cell, "actor"),
            Recipients = Parties(cell, "recipient"),
            Place = place,
            Text = text.Length > 0 ? text : throw new FormatException("the row has no sentence: an event stands on words"),
            Outlet = Unguarded(cell("origin_holders")) is { Length: > 0 } holders ? holders.Split('|')[0] : null,
            Confidence = cell("confidence") is { Length: > 0 } confidence ? HumanWords.Number(confidence, 0, 1) : 1,
            Own = (HumanWords.Quad(cell("quad")), cell("score") is { Length: > 0 } score ? HumanWords.Number(score, -10, 10) : null,
                cell("cameo") is { Length: > 0 } cameo ? cameo : null),
            IsRejected = HumanWords.IsRejected(cell("review")),
            Grade = HumanWords.Grade(cell("grade")),
        }, note);
    }

    ImmutableArray<Party> Parties(Func<string, string> cell, string side)
    {
        string[] codes = Cells(cell(side + "_codes")), sectors = Cells(cell(side + "_sectors")), names = Cells(Unguarded(cell(side + "_names"))),
            others = Cells(cell(side + "_other_sectors")), offices = Cells(Unguarded(cell(side + "_offices")));
        return
        [
            .. Enumerable.Range(0, new[] { codes, sectors, names, others, offices }.Max(list => list.Length)).Select(i => new Party
            {
                Code = HumanWords.Code(At(codes, i)),
                Sector = words.Sector(At(sectors, i)),
                OtherSectors = [.. (At(others, i) ?? "").Split('+', StringSplitOptions.RemoveEmptyEntries).Select(sector => words.Sector(sector)!)],
                Name = At(names, i),
                Text = At(names, i),
                Office = At(offices, i),
            }),
        ];

        static string? At(string[] cells, int i) => i < cells.Length && cells[i].Length > 0 ? cells[i] : null;
    }

    static string[] Cells(string cell) => cell.Length == 0 ? [] : cell.Split('|', StringSplitOptions.TrimEntries);

    static string[] List(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // Exported tables guard words that a spreadsheet would take for a formula.
    static string Unguarded(string cell) => cell is ['\'', '=' or '+' or '-' or '@', ..] ? cell[1..] : cell;
}
