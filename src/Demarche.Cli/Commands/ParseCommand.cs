using System.CommandLine;
using System.Text;
using Demarche.Cli.Inputs;
using Demarche.Documents;
using Demarche.Language;
using Demarche.Reading;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche parse INPUT...</c></summary>
static class ParseCommand
{
    static readonly InputOptions Inputs = new();

    static readonly Option<string?> InputKind = new("--input")
    {
        Description = "conllu: inputs are CoNLL-U; their words and sentences are kept, everything else is replaced.",
        HelpName = "KIND",
    };

    static readonly Option<bool> BodyOnly = new("--body") { Description = "Leave out what is not body (menus, teasers, biographies) from plain texts too." };

    /// <summary>A parse, or why there is none.</summary>
    readonly record struct Outcome(Document? Document, string? Failure);

    public static Command Create()
    {
        InputKind.AcceptOnly("conllu");
        var command = new Command("parse", """
            Parses texts and writes CoNLL-U: words, lemmas, tags, dependencies, and names as NER=B-PER in the last column.
            Of pages the body is parsed; plain texts are parsed whole, unless --body asks for their body alone.

            Examples:
              demarche parse article.html > article.conllu
              demarche parse --input conllu treebank.conllu.gz > parsed.conllu
            """)
        { InputKind, BodyOnly };
        Inputs.AddTo(command);
        command.SetAction((options, stop) => Task.FromResult(Run(options, stop)));
        return command;
    }

    static int Run(ParseResult options, CancellationToken stop)
    {
        var data = InstalledData.Open();
        var parser = InstalledData.Parser(data);
        var threads = options.GetValue(GlobalOptions.Threads);
        using var line = new ProgressLine(options, "documents");
        var (done, failed) = (0, false);
        var outcomes = options.GetValue(InputKind) == "conllu"
            ? InOrder.Select(Given(options), threads, outcome => outcome.Document is { } given ? new Outcome(parser.Reparse(given), null) : outcome, (outcome, problem) => Broken(outcome.Document!.Article, problem), stop)
            : InOrder.Select(Inputs.Read(options, ArticleReader.Load(data), Inputs.ReadOptions(options) with { WholeTexts = !options.GetValue(BodyOnly) }, stop), threads, outcome => Parse(parser, outcome), (outcome, problem) => Broken(outcome.Article!, problem), stop);

        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
        foreach (var outcome in outcomes)
        {
            if (outcome.Document is not null)
                ConlluWriter.Write(output, outcome.Document);
            else
                line.Say("demarche: " + outcome.Failure);
            failed |= outcome.Failure is not null;
            line.Report("parse", ++done, 0);
        }
        return failed ? ExitCode.SomeFailed : ExitCode.Done;

        void Broken(Article article, Exception problem)
        {
            failed = true;
            line.Say($"demarche: {article.Input}: {problem.GetType().Name} while working on it: {problem.Message}");
        }
    }

    static IEnumerable<Outcome> Given(ParseResult options)
    {
        var failures = new Queue<string>();
        var language = Inputs.ReadOptions(options).Language ?? "en";
        foreach (var document in ConlluFiles.Read(Inputs.Inputs(options), language, (input, reason) => failures.Enqueue($"{input}: {reason}")))
        {
            while (failures.TryDequeue(out var failure))
                yield return new Outcome(null, failure);
            yield return new Outcome(document, null);
        }
        while (failures.TryDequeue(out var failure))
            yield return new Outcome(null, failure);
    }

    static Outcome Parse(TextParser parser, ReadOutcome outcome) => outcome switch
    {
        { Article: null } => new Outcome(null, outcome.Failure!.ToString()),
        { Article.Language: not ("en" or "und") } => new Outcome(null, $"{outcome.Article.Input}: not parsed: language {outcome.Article.Language}; there are models for en"),
        _ => new Outcome(parser.Parse(outcome.Article), null),
    };
}
