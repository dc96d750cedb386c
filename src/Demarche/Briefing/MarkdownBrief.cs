using System.Globalization;
using System.Text;

namespace Demarche.Briefing;

/// <summary>A brief as Markdown: citations as [1], sentences that only count as [M], slots between marks; charts stand in the HTML.</summary>
public static class MarkdownBrief
{
    /// <summary>What stands in place of the list where there is nothing to cite.</summary>
    public const string NoCitations = "None: no event of these states is stored for the period.";

    public static string Write(Brief brief)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(Plain(brief.Title)).Append("\n\n");
        foreach (var section in brief.Sections)
        {
            text.Append("## ").Append(section.Heading).Append("\n\n");
            var isInList = false;
            foreach (var block in section.Blocks)
            {
                // A list ends before what is no item of it.
                if (isInList && block is not Statement)
                    text.Append('\n');
                isInList = block is Statement;
                Write(text, block);
            }
            if (isInList)
                text.Append('\n');
        }
        text.Append("## Citations\n\n");
        foreach (var citation in brief.Citations)
            text.Append(CultureInfo.InvariantCulture,
                $"{citation.Number}. {Plain(citation.Outlet)}{(citation.Published is { } day ? $", {EventDays.Of(day)}" : "")}: “{Plain(citation.Quote.Trim())}” (`{citation.Document.Value}`, characters {citation.Span.Start} to {citation.Span.End}, text {citation.TextSha256[..12]})\n");
        if (brief.Citations.IsEmpty)
            text.Append(NoCitations).Append('\n');
        text.Append("\n[M]: counted or computed from the cited events as the method note says.\n");
        return text.ToString();
    }

    static void Write(StringBuilder text, BriefBlock block)
    {
        switch (block)
        {
            case SubHeading heading:
                text.Append("### ").Append(Plain(heading.Text)).Append("\n\n");
                break;
            case Statement statement:
                var cites = statement.Cites.IsEmpty ? "[M]" : string.Concat(statement.Cites.Select(number => $"[{number}]"));
                text.Append("- ").Append(statement.Lead is { } lead ? $"*{Plain(lead)}*: " : "").Append(Plain(statement.Text)).Append(' ').Append(cites).Append('\n');
                break;
            case AnalystSlot slot:
                text.Append(AnalystSlots.Begin).Append(slot.Id).Append(AnalystSlots.Close).Append('\n')
                    .Append(slot.Text ?? AnalystSlots.Label(slot)).Append('\n').Append(AnalystSlots.End).Append("\n\n");
                break;
            case BriefTable table:
                text.Append(Plain(table.Caption)).Append(": [M]\n\n| ").Append(string.Join(" | ", table.Header.Select(Cell))).Append(" |\n|").Append(string.Concat(table.Header.Select(_ => " --- |"))).Append('\n');
                foreach (var row in table.Rows)
                    text.Append("| ").Append(string.Join(" | ", row.Select((cell, i) => table.Header[i] == "cites" ? cell : Cell(cell)))).Append(" |\n");
                text.Append('\n');
                break;
            case BriefChart:
                break;
        }
    }

    static string Cell(string text) => Plain(text).Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>Words of a text as words: on one line, and with what Markdown or HTML would read as a mark escaped.</summary>
    static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
            if (letter is '*' or '_' or '`' or '[' or ']' or '<' or '>' or '\\' or '#')
                plain.Append('\\').Append(letter);
            else
                plain.Append(char.IsWhiteSpace(letter) || char.IsControl(letter) ? ' ' : letter);
        return plain.ToString();
    }
}
