using System.Collections.Immutable;
using System.Text;
using Demarche.Documents;

namespace Demarche.Coding;

/// <summary>A row of a benchmark table: the text without marks, and where the parties stand in it.</summary>
/// <param name="Type">What the table says of the relation, from a column <c>type</c> or <c>gold_root</c>; empty where it has neither.</param>
public sealed record MarkedSentence(string Text, ImmutableArray<TextSpan> Source, ImmutableArray<TextSpan> Target, string Type = "")
{
    /// <summary>Reads a table; one without the columns, or with a row too short, is an <see cref="InvalidDataException"/>.</summary>
    public static List<MarkedSentence> ReadAll(TextReader reader)
    {
        var header = reader.ReadLine()?.Split('\t') ?? throw new InvalidDataException("an empty table; expected a header row");
        int sentence = Array.IndexOf(header, "sentence"), source = Array.IndexOf(header, "source"), target = Array.IndexOf(header, "target"), marked = Array.IndexOf(header, "marked_sentence");
        var type = Array.IndexOf(header, "gold_root") is var gold and >= 0 ? gold : Array.IndexOf(header, "type");
        if (marked < 0 && (sentence < 0 || source < 0 || target < 0))
            throw new InvalidDataException("expected the columns sentence, source and target, or marked_sentence; the header has " + string.Join(", ", header));
        var rows = new List<MarkedSentence>();
        var number = 1;
        while (reader.ReadLine() is { } line)
        {
            number++;
            var cells = line.Split('\t');
            if (cells.Length < header.Length)
                throw new InvalidDataException($"line {number}: expected {header.Length} cells, found {cells.Length}");
            var row = marked >= 0 ? OfMarks(cells[marked]) : new MarkedSentence(cells[sentence], [], []);
            rows.Add(row with
            {
                Source = row.Source.IsEmpty && source >= 0 ? Find(row.Text, cells[source]) : row.Source,
                Target = row.Target.IsEmpty && target >= 0 ? Find(row.Text, cells[target]) : row.Target,
                Type = type >= 0 ? cells[type] : "",
            });
        }
        return rows;
    }

    static ImmutableArray<TextSpan> Find(string text, string words)
    {
        var at = words.Length == 0 ? -1 : text.IndexOf(words, StringComparison.Ordinal);
        return at < 0 ? [] : [new TextSpan(at, at + words.Length)];
    }

    /// <summary>Takes <c>&lt;s&gt;</c> and <c>&lt;t&gt;</c> out of a sentence and keeps where they stood.</summary>
    public static MarkedSentence OfMarks(string marked)
    {
        var text = new StringBuilder(marked.Length);
        var spans = new Dictionary<string, List<TextSpan>> { ["s"] = [], ["t"] = [] };
        var open = new Dictionary<string, int>();
        for (var at = 0; at < marked.Length;)
        {
            var mark = marked.AsSpan(at);
            if (mark.StartsWith("<s>") || mark.StartsWith("<t>"))
            {
                open[mark[1..2].ToString()] = text.Length;
                at += 3;
            }
            else if (mark.StartsWith("</s>") || mark.StartsWith("</t>"))
            {
                var kind = mark[2..3].ToString();
                if (open.Remove(kind, out var start) && start < text.Length)
                    spans[kind].Add(new TextSpan(start, text.Length));
                at += 4;
            }
            else
            {
                text.Append(marked[at++]);
            }
        }
        return new MarkedSentence(text.ToString(), [.. spans["s"]], [.. spans["t"]]);
    }
}
