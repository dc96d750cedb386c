using System.Collections.Immutable;

namespace Demarche.Knowledge;

/// <summary>
/// Walks one table for a validator: every row must have the header's cells, rows must be sorted by the key columns, in ordinal
/// order, and no key may stand twice. What the cells mean is the caller's.
/// </summary>
sealed class TableCheck(DataFolder data, string path, string[] key, ImmutableArray<TableProblem>.Builder problems)
{
    TsvFile? table;

    public string this[string column] => table![table.Column(column)];

    public IEnumerable<string> List(string column) => table!.List(table.Column(column));

    public int Line => table!.Line;

    public void Say(string reason) => problems.Add(new TableProblem(path, Line, reason));

    /// <summary>Says that a value is none of the valid ones; empty values are passed over.</summary>
    public void OneOf(string column, string value, IReadOnlySet<string> valid)
    {
        if (value.Length > 0 && !valid.Contains(value))
            Say($"'{value}' is no {column}{NearMiss.Hint(value, valid)}");
    }

    public void Rows(string[] columns, Action<TableCheck> row)
    {
        try
        {
            using var reading = new TsvFile(data.Open(path), path, [.. key, .. columns]);
            table = reading;
            string[]? last = null;
            while (reading.Read())
            {
                var current = Array.ConvertAll(key, column => this[column]);
                if (last is not null && Compare(last, current) is var order and >= 0)
                    Say(order == 0 ? $"'{string.Join(", ", current)}' stands twice" : $"not sorted by {string.Join(", ", key)}: '{string.Join(", ", current)}' belongs before '{string.Join(", ", last)}'");
                last = current;
                row(this);
            }
        }
        catch (DataFileException problem)
        {
            // The message starts with the place; the line is in it.
            problems.Add(new TableProblem(path, table?.Line ?? 1, problem.Message[(problem.Message.IndexOf(": ", StringComparison.Ordinal) + 2)..]));
        }
    }

    static int Compare(string[] a, string[] b)
    {
        for (var i = 0; i < a.Length; i++)
            if (string.CompareOrdinal(a[i], b[i]) is not 0 and var order)
                return order;
        return 0;
    }
}
