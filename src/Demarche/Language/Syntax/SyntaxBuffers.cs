namespace Demarche.Language;

/// <summary>Memory of one run of a <see cref="SyntaxNetwork"/>, kept for the next; it grows to the largest batch.</summary>
sealed class SyntaxBuffers
{
    float[] gates = [];
    float[] lower = [];
    float[] upper = [];
    float[] cells = [];
    float[] inputs = [];
    float[] projection = [];
    float[] queries = [];
    float[] distances = [];
    float[] arcs = [];
    float[] scores = [];

    public List<int> RareRows { get; } = [];

    /// <summary>The heads of one sentence, as the right side of the product that scores arcs.</summary>
    public PackedMatrix Heads { get; } = new();

    public Span<float> Gates(int size) => Take(ref gates, size);

    public Span<float> Lower(int size) => Take(ref lower, size);

    public Span<float> Upper(int size) => Take(ref upper, size);

    public Span<float> Cells(int size) => Take(ref cells, size);

    public Span<float> Inputs(int size) => Take(ref inputs, size);

    public Span<float> Projection(int size) => Take(ref projection, size);

    public Span<float> Queries(int size) => Take(ref queries, size);

    public Span<float> Distances(int size) => Take(ref distances, size);

    public Span<float> Arcs(int size) => Take(ref arcs, size);

    public Span<float> Scores(int size) => Take(ref scores, size);

    static Span<float> Take(ref float[] buffer, int size)
    {
        if (buffer.Length < size)
            buffer = new float[size + size / 4];
        return buffer.AsSpan(0, size);
    }
}
