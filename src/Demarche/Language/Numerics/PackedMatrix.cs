namespace Demarche.Language;

/// <summary>The right side of a matrix product, cut into panels of 32 columns; each panel is stored row by row.</summary>
sealed class PackedMatrix
{
    public const int PanelWidth = 32;

    public int Rows { get; private set; }

    public int Columns { get; private set; }

    public float[] Panels { get; private set; } = [];

    public static PackedMatrix Of(ReadOnlySpan<float> source, int rows, int columns)
    {
        var matrix = new PackedMatrix();
        matrix.Fill(source, rows, columns, columns);
        return matrix;
    }

    /// <summary>Takes rows x columns from a source that is stored row by row, <paramref name="stride"/> apart.</summary>
    public void Fill(ReadOnlySpan<float> source, int rows, int columns, int stride)
    {
        for (var panel = 0; panel < Resize(rows, columns); panel++)
        {
            var first = panel * PanelWidth;
            var width = Math.Min(PanelWidth, columns - first);
            var target = Panels.AsSpan(panel * rows * PanelWidth, rows * PanelWidth);
            if (width < PanelWidth)
                target.Clear();
            for (var row = 0; row < rows; row++)
                source.Slice(row * stride + first, width).CopyTo(target[(row * PanelWidth)..]);
        }
    }

    /// <summary>Takes rows x columns from a source that is stored column by column, <paramref name="stride"/> apart.</summary>
    public void FillTransposed(ReadOnlySpan<float> source, int rows, int columns, int stride)
    {
        for (var panel = 0; panel < Resize(rows, columns); panel++)
        {
            var first = panel * PanelWidth;
            var width = Math.Min(PanelWidth, columns - first);
            var target = Panels.AsSpan(panel * rows * PanelWidth, rows * PanelWidth);
            if (width < PanelWidth)
                target.Clear();
            for (var column = 0; column < width; column++)
            {
                var values = source.Slice((first + column) * stride, rows);
                for (var row = 0; row < values.Length; row++)
                    target[row * PanelWidth + column] = values[row];
            }
        }
    }

    /// <summary>Makes room; returns the number of panels.</summary>
    int Resize(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
        var panels = (columns + PanelWidth - 1) / PanelWidth;
        if (Panels.Length < panels * rows * PanelWidth)
            Panels = new float[panels * rows * PanelWidth];
        return panels;
    }
}
