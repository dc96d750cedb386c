using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace Demarche.Cli;

/// <summary>
/// How far a long command is, on stderr: one line that is drawn anew on a terminal, with rate and time left; a plain line now and
/// then where the output is kept. Safe for many threads.
/// </summary>
sealed class ProgressLine : IDisposable
{
    readonly Lock gate = new();
    readonly Stopwatch clock = Stopwatch.StartNew();
    readonly bool isQuiet;
    readonly bool isTerminal = !Console.IsErrorRedirected;
    readonly string unit;
    TimeSpan next;
    int drawn;

    /// <param name="unit">What is counted: "articles".</param>
    public ProgressLine(ParseResult options, string unit)
    {
        isQuiet = options.GetValue(GlobalOptions.Quiet);
        this.unit = unit;
        next = isTerminal ? TimeSpan.FromSeconds(0.5) : TimeSpan.FromSeconds(10);
    }

    /// <param name="total">0 where nobody knows.</param>
    public void Report(string what, long done, long total)
    {
        if (isQuiet)
            return;
        lock (gate)
        {
            if (clock.Elapsed < next)
                return;
            next = clock.Elapsed + TimeSpan.FromSeconds(isTerminal ? 0.1 : 10);
            Draw(Text(what, done, total));
        }
    }

    /// <summary>Writes a line of its own, above the progress.</summary>
    public void Say(string line)
    {
        lock (gate)
        {
            Clear();
            Console.Error.WriteLine(line);
        }
    }

    string Text(string what, long done, long total)
    {
        var rate = done / Math.Max(0.001, clock.Elapsed.TotalSeconds);
        var text = total > 0 ? $"{what}: {done}/{total} {unit}" : $"{what}: {done} {unit}";
        if (done > 0)
            text += string.Create(CultureInfo.InvariantCulture, $", {rate:0.#}/s");
        if (done > 0 && total > done)
            text += string.Create(CultureInfo.InvariantCulture, $", {TimeSpan.FromSeconds((total - done) / rate):h\\:mm\\:ss} left");
        return text;
    }

    void Draw(string text)
    {
        if (!isTerminal)
        {
            Console.Error.WriteLine(text);
            return;
        }
        Console.Error.Write("\r" + text + new string(' ', Math.Max(0, drawn - text.Length)));
        drawn = text.Length;
    }

    void Clear()
    {
        if (drawn > 0)
            Console.Error.Write("\r" + new string(' ', drawn) + "\r");
        drawn = 0;
    }

    public void Dispose()
    {
        lock (gate)
            Clear();
    }
}
