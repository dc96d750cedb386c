using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using Demarche.Coding;
using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche classify TABLE.tsv</c></summary>
static class ClassifyCommand
{
    static readonly Argument<string> Table = new("TABLE") { Description = "Tab-separated rows with the columns sentence, source and target, or marked_sentence with <s> and <t>." };

    static readonly Option<string> Book = new("--codebook")
    {
        Description = "Which reading where the codebook contradicts itself (data/ontology/choices.tsv): that of the published benchmarks, which follow CAMEO, or the manual's.",
        HelpName = "benchmark|manual",
        DefaultValueFactory = _ => "benchmark",
    };

    public static Command Create()
    {
        Book.AcceptOnlyFromAmong("benchmark", "manual");
        var command = new Command("classify", """
            Types the relation of two given parties in each row's sentence and writes a table.

            Examples:
              demarche classify sentences.tsv > relations.tsv
              demarche classify sentences.tsv --codebook manual
            """)
        { Table, Book };
        command.SetAction((options, stop) => Task.FromResult(Run(options, stop)));
        return command;
    }

    static int Run(ParseResult options, CancellationToken stop)
    {
        var path = options.GetValue(Table)!;
        var data = InstalledData.Open();
        List<MarkedSentence> rows;
        try
        {
            rows = MarkedSentence.ReadAll(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine($"demarche: {path}: {problem.Message}");
            return ExitCode.SomeFailed;
        }
        var parser = TextParser.Load(data, "en");
        var classifier = new RelationClassifier(data, options.GetValue(Book) == "manual" ? Codebook.Manual : Codebook.Benchmark);
        using var line = new ProgressLine(options, "rows");
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        output.WriteLine("row\troot\tpenta\tmode\tstatus\tscore\trule");
        var relations = InOrder.Select(rows, options.GetValue(GlobalOptions.Threads),
            row => classifier.Classify(parser.Parse(new Article { Id = new ArticleId("row"), Input = path, Language = "en", Text = row.Text }), row.Source, row.Target), stop);
        var number = 0;
        foreach (var relation in relations)
        {
            output.WriteLine(string.Join('\t', number.ToString(CultureInfo.InvariantCulture), EventTypes.Code(relation.Type), relation.Quad.ToString(CultureInfo.InvariantCulture), relation.Mode,
                relation.Status.ToString().ToLowerInvariant(), relation.Score.ToString("0.##", CultureInfo.InvariantCulture), relation.Rule));
            line.Report("classify", ++number, rows.Count);
        }
        return ExitCode.Done;
    }
}

/// <summary>A row of a benchmark table: the text without marks, and where the parties stand in it.</summary>
sealed record MarkedSentence(string Text, ImmutableArray<TextSpan> Source, ImmutableArray<TextSpan> Target)
{
    public static List<MarkedSentence> ReadAll(string path)
    {
        using var reader = path == "-" ? new StreamReader(Console.OpenStandardInput()) : new StreamReader(path);
        var header = reader.ReadLine()?.Split('\t') ?? throw new InvalidDataException("an empty table; expected a header row");
        int sentence = Array.IndexOf(header, "sentence"), source = Array.IndexOf(header, "source"), target = Array.IndexOf(header, "target"), marked = Array.IndexOf(header, "marked_sentence");
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
