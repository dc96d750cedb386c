using Demarche.Events;
using Spectre.Console;

namespace Demarche.Cli;

/// <summary>
/// Events for reading: on a terminal two lines each, cut to its width; elsewhere one line with tabs and nothing cut.
/// </summary>
sealed class EventTable
{
    const int DateWidth = 17, StatusWidth = 14, DeedWidth = 22;

    readonly IAnsiConsole console;
    readonly TextWriter output;
    readonly int width;
    readonly DateOnly? asOf;
    bool isEmpty = true;

    public EventTable(TextWriter output, bool isTerminal, DateOnly? asOf)
    {
        this.asOf = asOf;
        this.output = output;
        IsTerminal = isTerminal;
        console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 })
            console.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
        width = isTerminal ? Math.Max(60, console.Profile.Width) : int.MaxValue;
    }

    public bool IsTerminal { get; }

    public void Write(Event one)
    {
        if (IsTerminal)
            WriteLines(one);
        else
            WriteRow(one);
        isEmpty = false;
    }

    void WriteLines(Event one)
    {
        var origins = (one.Origins == 1 ? "1 origin" : $"{one.Origins} origins") + (one.Copies.IsEmpty ? "" : one.Copies.Length == 1 ? ", 1 copy" : $", {one.Copies.Length} copies");
        var facts = one.Contradictions.Where(contradiction => contradiction.IsOfFact).Select(contradiction => contradiction.What).Distinct().ToList();
        var disputed = facts.Count == 0 ? "" : "  ! " + string.Join(", ", facts) + " disputed";
        if (IsUnconfirmed(one))
            disputed += "  ! unconfirmed";
        var rest = width - DateWidth - StatusWidth - DeedWidth - 6 - origins.Length - disputed.Length;
        console.Write(new Text(Fit(EventWords.Date(one), DateWidth) + "  "));
        console.Write(new Text(Fit($"{EventWords.Mark(one.Status)} {EventWords.Name(one.Status)}", StatusWidth) + "  ", Colour(one.Status)));
        console.Write(new Text(Fit(EventWords.Deed(one), DeedWidth) + "  ", new Style(decoration: Decoration.Bold)));
        console.Write(new Text(Cut(EventWords.Parties(one), Math.Max(12, rest)) + "  "));
        console.Write(new Text(origins, new Style(Color.Grey)));
        console.Write(new Text(disputed, new Style(Color.Yellow)));
        console.WriteLine();
        var holders = string.Join("; ", one.OriginHolders);
        console.Write(new Text(new string(' ', DateWidth + 2) + Cut($"{Cut(holders, 40)}: “{EventWords.Evidence(one)}”", width - DateWidth - 3), new Style(Color.Grey)));
        console.WriteLine();
    }

    void WriteRow(Event one)
    {
        if (isEmpty)
            output.WriteLine("date\tstatus\ttype\tmode\tparties\torigins\tsays\tcopied by\tdisputed\tsentence\tid");
        output.WriteLine(string.Join('\t', new[]
        {
            EventWords.Date(one),
            IsUnconfirmed(one) ? EventWords.Name(one.Status) + ", unconfirmed" : EventWords.Name(one.Status),
            one.Type.ToString().ToUpperInvariant(),
            string.Join('+', one.Modes),
            EventWords.Parties(one),
            $"{one.Origins}",
            string.Join("; ", one.OriginHolders),
            string.Join("; ", one.Copies.Select(EventWords.Source)),
            string.Join(", ", one.Contradictions.Select(contradiction => contradiction.What).Distinct()),
            EventWords.Evidence(one),
            one.Id.Value,
        }.Select(EventWords.Tame)));
    }

    bool IsUnconfirmed(Event one) => asOf is { } day && one.IsUnconfirmed(day);

    static Style Colour(EventStatus status) => status switch
    {
        EventStatus.Occurred => new Style(Color.Green),
        EventStatus.Ongoing => new Style(Color.Teal),
        EventStatus.Planned => new Style(Color.Blue),
        EventStatus.Alleged or EventStatus.Hypothetical => new Style(Color.Yellow),
        EventStatus.Denied or EventStatus.Negated or EventStatus.Cancelled => new Style(Color.Red),
        _ => Style.Plain,
    };

    static string Fit(string text, int width) => Cut(text, width).PadRight(width);

    static string Cut(string text, int width)
    {
        text = EventWords.Tame(text);
        return text.Length <= width ? text : string.Concat(text.AsSpan(0, Math.Max(0, width - 1)), "…");
    }
}
