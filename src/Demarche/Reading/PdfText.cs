using System.ComponentModel;
using System.Diagnostics;

namespace Demarche.Reading;

/// <summary>The text of a PDF, by <c>pdftotext</c> of poppler where it is installed.</summary>
static class PdfText
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static string Extract(byte[] pdf)
    {
        var start = new ProcessStartInfo("pdftotext") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (ReadOnlySpan<string>)["-enc", "UTF-8", "-nopgbrk", "-", "-"])
            start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            Feed(process, pdf);
            if (!process.WaitForExit(Patience))
            {
                process.Kill();
                throw new UnreadableException($"pdftotext did not end within {Patience.TotalSeconds:N0} s");
            }
            if (process.ExitCode != 0)
                throw new UnreadableException("pdftotext: " + errors.Result.Trim().ReplaceLineEndings("; "));
            return output.Result;
        }
        catch (Win32Exception)
        {
            throw new UnreadableException("a PDF, and pdftotext is not installed (Debian: apt-get install poppler-utils)");
        }
    }

    static void Feed(Process process, byte[] pdf)
    {
        try
        {
            using var input = process.StandardInput.BaseStream;
            input.Write(pdf);
        }
        catch (IOException)
        {
            // It gave up before the end; its exit code and message say why.
        }
    }
}
