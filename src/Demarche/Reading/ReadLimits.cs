namespace Demarche.Reading;

/// <summary>
/// Bounds on what one document may cost. News stays far below them: the largest of 566 development pages has 1.4 MB and nests 60 deep.
/// </summary>
public sealed record ReadLimits
{
    /// <summary>Bytes of one document (a page, a feed, a line of JSON Lines), decompressed.</summary>
    public long DocumentBytes { get; init; } = 32L << 20;

    /// <summary>Characters of one article.</summary>
    public int ArticleCharacters { get; init; } = 4_000_000;

    /// <summary>Letters in a row. No language has such words; a later stage would choke on them.</summary>
    public int WordCharacters { get; init; } = 100_000;

    /// <summary>Elements inside each other, give or take a few. Browsers stop nesting at 512.</summary>
    public int Depth { get; init; } = 512;

    /// <summary>Elements of one page.</summary>
    public int Elements { get; init; } = 300_000;

    /// <summary>Bytes that the tree of a page may take while it is built, besides 32 for each character. A news page takes 20 a character in all.</summary>
    public long PageBytes { get; init; } = 128L << 20;

    /// <summary>Bytes out per byte in of compressed data, once more than a megabyte came out. Text reaches 30, a bomb 1,000.</summary>
    public int CompressionRatio { get; init; } = 200;

    /// <summary>Bytes of a zip archive that comes through a pipe or lies in another archive; one in a file has no such limit.</summary>
    public long ArchiveBytes { get; init; } = 256L << 20;

    /// <summary>Archives within archives.</summary>
    public int ArchiveDepth { get; init; } = 3;
}
