using System.Diagnostics;

namespace Demarche.SystemTests;

/// <summary>The built executable, run as a user would.</summary>
static class DemarcheProcess
{
    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "demarche.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    public static Task<(int ExitCode, string Output, string Errors)> Run(params string[] arguments) => RunWithInput("", arguments);

    /// <summary>Runs with a text on standard input.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunWithInput(string input, params string[] arguments)
    {
        using var process = Start(arguments);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
