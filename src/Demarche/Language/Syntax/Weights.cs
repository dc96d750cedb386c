namespace Demarche.Language;

/// <summary>One matrix of a network, row by row.</summary>
/// <param name="sparse">A table of which one sentence uses few rows.</param>
sealed class Weights(string name, int rows, int columns, bool sparse)
{
    public string Name => name;

    public int Rows => rows;

    public int Columns => columns;

    public bool IsSparse => sparse;

    public float[] Values { get; } = new float[rows * columns];

    public ReadOnlySpan<float> Row(int row) => Values.AsSpan(row * columns, columns);

    public PackedMatrix Pack() => PackedMatrix.Of(Values, rows, columns);

    public PackedMatrix PackTransposed()
    {
        var packed = new PackedMatrix();
        packed.FillTransposed(Values, columns, rows, columns);
        return packed;
    }
}
