using System.Globalization;

namespace Demarche.Briefing.Charts;

/// <summary>One pair in a matrix: the sums of weights of cooperation and conflict from row to column.</summary>
public sealed record MatrixCell(string From, string To, double Cooperation, double Conflict, IReadOnlyList<string> Events);

/// <summary>Who does what to whom among many: rows act, columns receive; the square grows with the number of events and is split by cooperation and conflict.</summary>
public static class MatrixChart
{
    const double Cell = 46, Left = 64, Top = 92;

    /// <param name="order">Codes in the order of rows and columns: groups side by side.</param>
    public static string Draw(string id, string title, IReadOnlyList<string> order, IReadOnlyCollection<MatrixCell> cells)
    {
        var side = order.Count * Cell;
        var svg = new Svg(id, Math.Max(480, Left + side + 24), Top + side + 44, title, Describe(order, cells));
        var place = order.Select((code, i) => (code, i)).ToDictionary(pair => pair.code, pair => pair.i, StringComparer.Ordinal);
        svg.Rectangle(Left, 38, 11, 11, "q2");
        svg.Text(Left + 16, 48, "cooperation", "small");
        svg.Rectangle(Left + 100, 38, 11, 11, "q4");
        svg.Text(Left + 116, 48, "conflict", "small");
        svg.Text(Left + 180, 48, "rows act, columns receive", "soft small");
        for (var i = 0; i <= order.Count; i++)
        {
            svg.Line(Left, Top + (i * Cell), Left + side, Top + (i * Cell), "axis");
            svg.Line(Left + (i * Cell), Top, Left + (i * Cell), Top + side, "axis");
        }
        for (var i = 0; i < order.Count; i++)
        {
            svg.Text(Left - 8, Top + (i * Cell) + (Cell / 2) + 4, order[i], "", "end");
            svg.Text(Left + (i * Cell) + (Cell / 2), Top - 8, order[i], "", "middle");
        }
        var most = cells.Select(cell => cell.Cooperation + cell.Conflict).DefaultIfEmpty(1).Max();
        foreach (var cell in cells.Where(cell => place.ContainsKey(cell.From) && place.ContainsKey(cell.To)))
            Square(svg, cell, Left + (place[cell.To] * Cell), Top + (place[cell.From] * Cell), most);
        svg.Text(16, Top + side + 28, "Area of a square: number of counted events; left part cooperation, right part conflict.", "soft small");
        return svg.Finish();
    }

    static void Square(Svg svg, MatrixCell cell, double x, double y, double most)
    {
        var total = cell.Cooperation + cell.Conflict;
        if (total == 0)
            return;
        // By area, as the eye compares squares.
        var size = Math.Max(4, (Cell - 8) * Math.Sqrt(total / most));
        double left = x + ((Cell - size) / 2), top = y + ((Cell - size) / 2), share = cell.Cooperation / total;
        svg.Mark(cell.Events, string.Create(CultureInfo.InvariantCulture, $"{cell.From} → {cell.To}: {cell.Cooperation:0.##} cooperation, {cell.Conflict:0.##} conflict"));
        if (share > 0)
            svg.Rectangle(left, top, size * share, size, "q2");
        if (share < 1)
            svg.Rectangle(left + (size * share), top, size * (1 - share), size, "q4");
        svg.End();
    }

    static string Describe(IReadOnlyCollection<string> order, IReadOnlyCollection<MatrixCell> cells) => string.Create(CultureInfo.InvariantCulture,
        $"{order.Count} parties, {cells.Count} directed pairs with counted events; {cells.Sum(cell => cell.Cooperation):0.##} of cooperation, {cells.Sum(cell => cell.Conflict):0.##} of conflict.");
}
