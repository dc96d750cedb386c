using System.Collections.Immutable;
using Demarche.Events;

namespace Demarche.Exporting;

/// <summary>A dataset's form of a table: tab-separated, without quoting.</summary>
/// <param name="Name">As <c>--format</c> has it.</param>
/// <param name="HasHeader">Whether the first line names the columns.</param>
/// <param name="Missing">What stands in a cell without a value.</param>
/// <param name="Columns">Names, in file order.</param>
/// <param name="Rows">The rows an event makes, cell by cell; none where the format cannot hold it.</param>
public sealed record TableFormat(string Name, bool HasHeader, string Missing, ImmutableArray<string> Columns, Func<Event, IEnumerable<string?[]>> Rows)
{
    /// <summary>What becomes of the rows of all events before they are written; null where they are written as they are.</summary>
    public Func<IEnumerable<string?[]>, IEnumerable<string?[]>>? Filter { get; init; }

    /// <summary>Writes the events in their order, and tells how many stood in some row.</summary>
    public ExportCount Write(IEnumerable<Event> events, TextWriter output, CancellationToken stop)
    {
        if (HasHeader)
            output.Write(string.Join('\t', Columns) + "\n");
        int read = 0, written = 0, rows = 0;
        foreach (var cells in Filter is null ? Made() : Filter(Made()))
        {
            output.Write(string.Join('\t', cells.Select(Cell)) + "\n");
            rows++;
        }
        return new ExportCount(read, written, rows);

        IEnumerable<string?[]> Made()
        {
            foreach (var one in events)
            {
                stop.ThrowIfCancellationRequested();
                read++;
                var isWritten = false;
                foreach (var cells in Rows(one))
                {
                    isWritten = true;
                    yield return cells;
                }
                written += isWritten ? 1 : 0;
            }
        }
    }

    // Nothing is quoted in these formats, so what would end a cell or a line becomes a space.
    string Cell(string? value) => value is not { Length: > 0 } ? Missing : string.Create(value.Length, value, static (cell, from) =>
    {
        for (var i = 0; i < cell.Length; i++)
            cell[i] = char.IsControl(from[i]) || from[i] is '\u2028' or '\u2029' ? ' ' : from[i];
    });

    /// <summary>The cells of one row.</summary>
    public static string?[] Cells<T>(ImmutableArray<Column<T>> columns, T row) => [.. columns.Select(column => column.Value(row))];
}

/// <summary>What became of the events handed to an export.</summary>
/// <param name="Read">How many were handed over.</param>
/// <param name="Written">How many stand in some row.</param>
/// <param name="Rows">How many rows there are.</param>
public readonly record struct ExportCount(int Read, int Written, int Rows);
