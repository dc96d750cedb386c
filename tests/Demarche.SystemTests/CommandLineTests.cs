using System.Diagnostics;

namespace Demarche.SystemTests;

public class CommandLineTests
{
    [Fact]
    public async Task Wrong_usage_ends_with_exit_code_2_and_names_the_help()
    {
        var (exitCode, _, errors) = await Run("no-such-command");

        Assert.Equal(2, exitCode);
        Assert.Contains("--help", errors, StringComparison.Ordinal);
    }

    /// <summary>Runs the built executable as a user would.</summary>
    static async Task<(int ExitCode, string Output, string Errors)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "demarche.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
