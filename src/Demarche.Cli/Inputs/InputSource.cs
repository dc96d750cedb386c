namespace Demarche.Cli.Inputs;

/// <summary>One input to be read, or why it is none.</summary>
/// <param name="Name">As the user may recognise it: the path as found, or <c>-</c>.</param>
/// <param name="Open">Opens it; null where <paramref name="Problem"/> says why not.</param>
sealed record InputSource(string Name, Func<Stream>? Open, string? Problem = null)
{
    /// <summary>Whether the name is an address on the web, to be fetched where a command can do so.</summary>
    public bool IsOnWeb { get; init; }
}
