using System.ComponentModel;
using System.Diagnostics;

namespace Demarche.Cli;

/// <summary>Prints a page to PDF by the Chromium that is installed.</summary>
static class PdfPrinter
{
    static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Null where it went well, else why not.</summary>
    public static string? Print(string html, string path)
    {
        var folder = Directory.CreateTempSubdirectory("demarche-pdf-");
        try
        {
            var page = Path.Combine(folder.FullName, "brief.html");
            File.WriteAllText(page, html);
            foreach (var name in Names)
                if (Start(name, page, Path.GetFullPath(path), folder.FullName) is { } process)
                    using (process)
                        return Finished(process, path);
            return $"{path}: PDF needs Chromium (Debian package 'chromium'); or write .html and print it";
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static Process? Start(string name, string page, string path, string folder)
    {
        var start = new ProcessStartInfo(name) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            $"--user-data-dir={Path.Combine(folder, "profile")}", "--no-pdf-header-footer", $"--print-to-pdf={path}", new Uri(page).AbsoluteUri,
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    static string? Finished(Process process, string path)
    {
        // Both pipes are read, so that a talkative browser does not wait for us.
        var said = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            return $"{path}: Chromium did not print the brief within {Patience.TotalMinutes:0} minutes";
        }
        return File.Exists(path) ? null : $"{path}: Chromium did not print the brief: {said.Result.Trim().Split('\n')[^1]}";
    }
}
