using Demarche.Language;

namespace Demarche.Training;

/// <summary>Gradients of all matrices of a model; of tables only the rows that were touched.</summary>
sealed class Gradients
{
    readonly Dictionary<Weights, float[]> values = [];
    readonly Dictionary<Weights, (List<int> Rows, bool[] Seen)> touched = [];

    public Gradients(SyntaxModel model)
    {
        foreach (var weights in model.All)
        {
            values.Add(weights, new float[weights.Values.Length]);
            if (weights.IsSparse)
                touched.Add(weights, ([], new bool[weights.Rows]));
        }
    }

    public float[] Of(Weights weights) => values[weights];

    /// <summary>Rows of a table in the order they were first touched.</summary>
    public List<int> TouchedRows(Weights table) => touched[table].Rows;

    public void AddRow(Weights table, int row, ReadOnlySpan<float> gradient)
    {
        var (rows, seen) = touched[table];
        if (!seen[row])
        {
            seen[row] = true;
            rows.Add(row);
        }
        VectorMath.Add(gradient, values[table].AsSpan(row * table.Columns, table.Columns));
    }

    public void Add(Gradients other)
    {
        foreach (var (weights, gradient) in values)
            if (!weights.IsSparse)
                VectorMath.Add(other.values[weights], gradient);
            else
                foreach (var row in other.TouchedRows(weights))
                    AddRow(weights, row, other.values[weights].AsSpan(row * weights.Columns, weights.Columns));
    }

    public double SquaredNorm()
    {
        var sum = 0.0;
        foreach (var (weights, gradient) in values)
            foreach (var part in Parts(weights))
                sum += VectorMath.Dot(gradient.AsSpan(part), gradient.AsSpan(part));
        return sum;
    }

    /// <summary>The stretches of a matrix that have a gradient.</summary>
    public IEnumerable<Range> Parts(Weights weights) => weights.IsSparse
        ? touched[weights].Rows.Select(row => (row * weights.Columns)..((row + 1) * weights.Columns))
        : [Range.All];

    public void Clear()
    {
        foreach (var (weights, gradient) in values)
        {
            if (!weights.IsSparse)
            {
                Array.Clear(gradient);
                continue;
            }
            var (rows, seen) = touched[weights];
            foreach (var row in rows)
            {
                gradient.AsSpan(row * weights.Columns, weights.Columns).Clear();
                seen[row] = false;
            }
            rows.Clear();
        }
    }
}
