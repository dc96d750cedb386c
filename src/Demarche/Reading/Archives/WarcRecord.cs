namespace Demarche.Reading.Archives;

/// <summary>One record of a web archive.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Block">What the record holds; empty where it is of a type that is passed over.</param>
/// <param name="Problem">Why the record cannot be used, or null.</param>
sealed record WarcRecord(int Number, HeaderFields Headers, ReadOnlyMemory<byte> Block, string? Problem = null)
{
    public string Type => Headers["WARC-Type"]?.ToLowerInvariant() ?? "";

    /// <summary>Without the angle brackets that WARC 1.0 put around it.</summary>
    public string? Url => Headers["WARC-Target-URI"]?.Trim('<', '>');
}
