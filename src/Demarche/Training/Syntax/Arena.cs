namespace Demarche.Training;

/// <summary>Memory for one pass over a batch: taken piece by piece, given back all at once.</summary>
sealed class Arena
{
    float[] block = new float[1 << 20];
    int used;
    int wanted;

    public void Reset()
    {
        if (wanted > block.Length)
            block = new float[wanted + wanted / 4];
        used = wanted = 0;
    }

    /// <summary>Zeros.</summary>
    public Memory<float> Take(int size)
    {
        wanted += size;
        if (used + size > block.Length)
            return new float[size];
        var piece = block.AsMemory(used, size);
        used += size;
        piece.Span.Clear();
        return piece;
    }
}
