namespace Demarche.Training;

/// <summary>How word vectors are made. Chosen by the parser's scores on the development treebank.</summary>
sealed record WordVectorOptions
{
    public int Width { get; init; } = 128;

    /// <summary>A word has a vector when it stands in the text this often.</summary>
    public int FewestOccurrences { get; init; } = 3;

    /// <summary>So many of the most frequent words count as neighbours.</summary>
    public int Neighbours { get; init; } = 20000;

    /// <summary>Places to each side; every place is a neighbour of its own, so that the vectors tell what a word can govern and follow.</summary>
    public int Window { get; init; } = 2;

    public ulong Seed { get; init; } = 1;
}
