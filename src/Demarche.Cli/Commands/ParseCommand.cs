using System.CommandLine;
using System.Text;
using Demarche.Documents;
using Demarche.Language;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche parse INPUT...</c></summary>
static class ParseCommand
{
    static readonly Argument<string[]> Inputs = new("INPUT") { Description = "Files, folders, or - for standard input.", Arity = ArgumentArity.OneOrMore };

    static readonly Option<string> InputKind = new("--input")
    {
        Description = "conllu: keep the given words and sentences, and replace everything else.",
        HelpName = "conllu",
        Required = true,
    };

    public static Command Create()
    {
        InputKind.AcceptOnlyFromAmong("conllu");
        var command = new Command("parse", """
            Parses texts and writes CoNLL-U: words, lemmas, tags, dependencies, and names as NER=B-PER in the last column.

            Examples:
              demarche parse --input conllu treebank.conllu.gz > parsed.conllu
            """)
        { Inputs, InputKind };
        command.SetAction((options, stop) => Task.FromResult(Run(options, stop)));
        return command;
    }

    static int Run(ParseResult options, CancellationToken stop)
    {
        var parser = TextParser.Load(InstalledData.Open(), "en");
        using var line = new ProgressLine(options, "documents");
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
        var failures = 0;
        var done = 0;
        var given = ConlluFiles.Read(options.GetValue(Inputs)!, "en", (input, reason) =>
        {
            failures++;
            line.Say($"demarche: {input}: {reason}");
        });
        foreach (var document in InOrder.Select(given, options.GetValue(GlobalOptions.Threads), parser.Reparse, stop))
        {
            ConlluWriter.Write(output, document);
            line.Report("parse", ++done, 0);
        }
        return failures > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }
}
