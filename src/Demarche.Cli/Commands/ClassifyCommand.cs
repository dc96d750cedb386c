using System.CommandLine;
using System.Globalization;
using System.Text;
using Demarche.Coding;
using Demarche.Documents;
using Demarche.Knowledge;

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

    static readonly Option<bool> RulesAlone = new("--rules-alone") { Description = "Leave out the learned scorer, which otherwise chooses among the rules' proposals and types what no rule covers." };

    static readonly Option<bool> Explain = new("--explain") { Description = "A further column: what spoke for the type where the learned scorer decided, the strongest first." };

    public static Command Create()
    {
        Book.AcceptOnly("benchmark", "manual");
        var command = new Command("classify", """
            Types the relation of two given parties in each row's sentence and writes a table.

            Examples:
              demarche classify sentences.tsv > relations.tsv
              demarche classify sentences.tsv --explain
              demarche classify sentences.tsv --codebook manual
            """)
        { Table, Book, RulesAlone, Explain };
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
            using var reader = path == "-" ? new StreamReader(Console.OpenStandardInput()) : new StreamReader(path);
            rows = MarkedSentence.ReadAll(reader);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine($"demarche: {path}: {problem.Message}");
            return ExitCode.SomeFailed;
        }
        var parser = InstalledData.Parser(data);
        var classifier = new RelationClassifier(data, options.GetValue(Book) == "manual" ? Codebook.Manual : Codebook.Benchmark, options.GetValue(RulesAlone));
        using var line = new ProgressLine(options, "rows");
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        var explained = options.GetValue(Explain);
        output.WriteLine("row\troot\tpenta\tmode\tstatus\tscore\trule" + (explained ? "\treasons" : ""));
        var relations = InOrder.Select(rows, options.GetValue(GlobalOptions.Threads),
            row => classifier.Classify(parser.Parse(new Article { Id = new ArticleId("row"), Input = path, Language = "en", Text = row.Text }), row.Source, row.Target), stop);
        var number = 0;
        foreach (var relation in relations)
        {
            output.WriteLine(string.Join('\t', number.ToString(CultureInfo.InvariantCulture), EventTypes.Code(relation.Type), relation.Quad.ToString(CultureInfo.InvariantCulture), relation.Mode,
                relation.Status.ToString().ToLowerInvariant(), relation.Score.ToString("0.##", CultureInfo.InvariantCulture), relation.Rule)
                + (explained ? "\t" + string.Join(" | ", relation.Reasons) : ""));
            line.Report("classify", ++number, rows.Count);
        }
        return ExitCode.Done;
    }
}
