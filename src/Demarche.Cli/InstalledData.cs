using Demarche.Knowledge;

namespace Demarche.Cli;

/// <summary>The data and models that stand beside the executable.</summary>
static class InstalledData
{
    public static DataFolder Open() => new(AppContext.BaseDirectory);

    /// <summary>The folder of the corpora for training and measuring: <c>--data</c>, else DEMARCHE_DATA, else beside the repository.</summary>
    public static string CorporaPath(string? option) =>
        option ?? (Environment.GetEnvironmentVariable("DEMARCHE_DATA") is { Length: > 0 } named ? named : Path.Combine("..", "shared", "data"));
}
