using System.Diagnostics;

namespace Demarche.SystemTests;

/// <summary>The built executable, run as a user would.</summary>
static class DemarcheProcess
{
    public static Process Start(params string[] arguments) => StartIn(Environment.CurrentDirectory, arguments);

    static Process StartIn(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "demarche.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    public static Task<(int ExitCode, string Output, string Errors)> Run(params string[] arguments) => RunWithInput("", arguments);

    /// <summary>Runs in a folder of its own.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunIn(string folder, params string[] arguments) => Run(StartIn(folder, arguments), "");

    /// <summary>Runs with a text on standard input.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunWithInput(string input, params string[] arguments) => Run(Start(arguments), input);

    static async Task<(int ExitCode, string Output, string Errors)> Run(Process started, string input)
    {
        using var process = started;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
