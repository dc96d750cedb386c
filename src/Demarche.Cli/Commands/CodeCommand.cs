using System.CommandLine;
using Demarche.Cli.Inputs;
using Demarche.Coding;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Language;
using Demarche.Reading;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche code INPUT...</c></summary>
static class CodeCommand
{
    static readonly Option<string?> InputKind = new("--input") { Description = "conllu: the inputs are parses; they are coded as they are.", HelpName = "conllu" };

    static readonly Option<bool> OnlyEvents = new("--events") { Description = "Write events only." };

    static readonly Option<bool> OnlyClaims = new("--claims") { Description = "Write claims only." };

    static readonly Option<string[]> Actors = ActorsOption.Create();

    public static Command Create()
    {
        InputKind.AcceptOnlyFromAmong("conllu");
        var inputs = new InputOptions();
        var command = new Command("code", """
            Codes texts: reported events, and claims apart from them, one JSON object a line.

            Examples:
              demarche code page.html
              demarche code feed.xml archive/ --events > events.jsonl
              demarche parse --input conllu given.conllu | demarche code --input conllu -
              demarche code page.html --actors Phoenix.Countries.actors.txt --actors Phoenix.agents.txt
            """)
        { InputKind, OnlyEvents, OnlyClaims, Actors };
        inputs.AddTo(command);
        command.SetAction((options, stop) => Task.FromResult(Run(inputs, options, stop)));
        return command;
    }

    static int Run(InputOptions inputs, ParseResult options, CancellationToken stop)
    {
        var data = InstalledData.Open();
        var coder = InstalledData.Coder(data, options.GetValue(Actors));
        var threads = options.GetValue(GlobalOptions.Threads);
        using var line = new ProgressLine(options, "documents");
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        using var json = new JsonLines(output);
        var failed = false;
        var done = 0;
        var coded = options.GetValue(InputKind) == "conllu"
            ? InOrder.Select(ConlluFiles.Read(inputs.Inputs(options), "en", Fail), threads, document => (document, coder.Code(document)), stop)
            : InOrder.Select(Articles(inputs, options, data, Fail, stop), threads, Parsed(data, coder), stop);
        foreach (var (document, found) in coded)
        {
            if (!options.GetValue(OnlyClaims))
                foreach (var one in found.Events)
                    json.Write(writer => EventJson.Write(writer, one, document.Article.Text));
            if (!options.GetValue(OnlyEvents))
                foreach (var claim in found.Claims)
                    json.Write(writer => EventJson.Write(writer, claim));
            line.Report("code", ++done, 0);
        }
        return failed ? ExitCode.SomeFailed : ExitCode.Done;

        void Fail(string input, string reason)
        {
            failed = true;
            line.Say($"demarche: {input}: {reason}");
        }
    }

    static Func<Article, (Document, CodedDocument)> Parsed(DataFolder data, Coder coder)
    {
        var parser = TextParser.Load(data, "en");
        return article =>
        {
            var document = parser.Parse(article);
            return (document, coder.Code(document));
        };
    }

    static IEnumerable<Article> Articles(InputOptions inputs, ParseResult options, DataFolder data, Action<string, string> fail, CancellationToken stop)
    {
        foreach (var outcome in inputs.Read(options, ArticleReader.Load(data), stop))
            if (outcome.Failure is { } failure)
                fail(failure.Input, failure.Reason);
            else if (outcome.Article is { Language: not ("en" or "und") } foreign)
                fail(foreign.Input, $"is in a language that is not coded yet ('{foreign.Language}')");
            else if (outcome.Article is { } article)
                yield return article;
    }
}
