using Demarche.Language;

namespace Demarche.Training;

/// <summary>The dense matrices of a model, packed both ways for products; refreshed after every step.</summary>
sealed class PackedWeights
{
    readonly Dictionary<Weights, (PackedMatrix Plain, PackedMatrix Transposed)> packed = [];

    public PackedWeights(SyntaxModel model)
    {
        foreach (var weights in model.All)
            if (!weights.IsSparse)
                packed.Add(weights, (new PackedMatrix(), new PackedMatrix()));
        Refresh();
    }

    public PackedMatrix Plain(Weights weights) => packed[weights].Plain;

    public PackedMatrix Transposed(Weights weights) => packed[weights].Transposed;

    public void Refresh()
    {
        foreach (var (weights, (plain, transposed)) in packed)
        {
            plain.Fill(weights.Values, weights.Rows, weights.Columns, weights.Columns);
            transposed.FillTransposed(weights.Values, weights.Columns, weights.Rows, weights.Columns);
        }
    }
}
