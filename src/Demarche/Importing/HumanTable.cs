using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Importing;

/// <summary>
/// A table of comma-separated values with the columns of <c>demarche export --format csv</c>, in any order; <c>id</c>, <c>type</c> and
/// <c>sentence</c> must be there, all others may be left out.
/// </summary>
public sealed class HumanTable(Ontology ontology)
{
    static readonly string[] Needed = ["id", "type", "sentence"];

    readonly HumanWords words = new(ontology);

    /// <summary>The rows in their order. A table without the needed columns gives a single row that says so.</summary>
    public IEnumerable<ImportedRow> Read(TextReader input)
    {
        using var csv = new CsvReader(input, new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, MissingFieldFound = null });
        if (!csv.Read() || !csv.ReadHeader())
        {
            yield return new ImportedRow("line 1", null, "the table is empty");
            yield break;
        }
        var columns = csv.HeaderRecord!;
        if (Needed.FirstOrDefault(column => !columns.Contains(column)) is { } missing)
        {
            yield return new ImportedRow("line 1", null, $"no column '{missing}'; a human-coded table has at least {string.Join(", ", Needed)}");
            yield break;
        }
        var seen = new HashSet<string>();
        while (csv.Read())
        {
            var where = string.Create(CultureInfo.InvariantCulture, $"line {csv.Parser.RawRow}");
            HumanRow? row = null;
            string? problem = null;
            try
            {
                var read = Row(column => columns.Contains(column) ? csv.GetField(column)?.Trim() ?? "" : "");
                if (seen.Add(read.Id))
                    row = read;
                else
                    problem = $"the id '{read.Id}' stands in the table twice";
            }
            catch (FormatException wrong)
            {
                problem = wrong.Message;
            }
            yield return new ImportedRow(where, row, problem);
        }
    }

    HumanRow Row(Func<string, string> cell)
    {
        var type = HumanWords.Type(cell("type"));
        var text = Unguarded(cell("sentence"));
        return new HumanRow
        {
            Id = cell("id") is { Length: > 0 } id ? id : throw new FormatException("the row has no id"),
            Type = type,
            Modes = words.Modes(type, List(cell("mode"))),
            Contexts = words.Contexts(List(cell("contexts"))),
            Underlying = cell("underlying").Length == 0 ? EventType.None : HumanWords.Type(cell("underlying")),
            Status = HumanWords.Status(cell("status")),
            Date = HumanWords.Date(cell("date_start"), cell("date_end"), cell("date_precision")),
            Actors = Parties(cell("actor_codes"), cell("actor_sectors"), cell("actor_names")),
            Recipients = Parties(cell("recipient_codes"), cell("recipient_sectors"), cell("recipient_names")),
            Place = HumanWords.Place(Unguarded(cell("place")), cell("country"), cell("latitude"), cell("longitude"), cell("place_kind"), cell("geonames")),
            Text = text.Length > 0 ? text : throw new FormatException("the row has no sentence: an event stands on words"),
            Outlet = Unguarded(cell("origin_holders")) is { Length: > 0 } holders ? holders.Split('|')[0] : null,
            Confidence = cell("confidence") is { Length: > 0 } confidence ? HumanWords.Number(confidence) : 1,
            Own = (cell("quad") is { Length: > 0 } quad ? (int)HumanWords.Number(quad) : null,
                cell("score") is { Length: > 0 } score ? HumanWords.Number(score) : null,
                cell("cameo") is { Length: > 0 } cameo ? cameo : null),
        };
    }

    ImmutableArray<Party> Parties(string codes, string sectors, string names)
    {
        string[] code = Cells(codes), sector = Cells(sectors), name = Cells(Unguarded(names));
        var count = new[] { code.Length, sector.Length, name.Length }.Max();
        return
        [
            .. Enumerable.Range(0, count).Select(i => new Party
            {
                Code = HumanWords.Code(At(code, i)),
                Sector = words.Sector(At(sector, i)),
                Name = At(name, i) is { Length: > 0 } known ? known : null,
                Text = At(name, i) is { Length: > 0 } told ? told : null,
            }),
        ];

        static string? At(string[] cells, int i) => i < cells.Length ? cells[i] : null;
    }

    static string[] Cells(string cell) => cell.Length == 0 ? [] : cell.Split('|', StringSplitOptions.TrimEntries);

    static string[] List(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // Exported tables guard words that a spreadsheet would take for a formula.
    static string Unguarded(string cell) => cell is ['\'', '=' or '+' or '-' or '@', ..] ? cell[1..] : cell;
}
