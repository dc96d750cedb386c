namespace Demarche.Cli;

/// <summary>How a run ended, as promised in docs/architecture.md.</summary>
static class ExitCode
{
    public const int Done = 0;

    /// <summary>Some inputs failed; each was named with its reason.</summary>
    public const int SomeFailed = 1;

    public const int WrongUsage = 2;

    /// <summary>The store or a data file cannot be used.</summary>
    public const int CannotUse = 3;

    /// <summary>Stopped by Ctrl-C, as shells number it.</summary>
    public const int Stopped = 130;
}
