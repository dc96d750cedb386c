using System.CommandLine;
using System.Text;
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

    static readonly DictionaryOptions Dictionaries = new();

    static readonly Option<bool> Explain = new("--explain") { Description = "Tell events as text with the reasons of every decision instead of JSON." };

    public static Command Create()
    {
        InputKind.AcceptOnlyFromAmong("conllu");
        var inputs = new InputOptions();
        var command = new Command("code", """
            Codes texts: reported events, and claims apart from them, one JSON object a line.

            Examples:
              demarche code page.html
              demarche code feed.xml archive/ --events > events.jsonl
              demarche code --explain page.html
              demarche parse --input conllu given.conllu | demarche code --input conllu -
              demarche code page.html --actors Phoenix.Countries.actors.txt --actors Phoenix.agents.txt
              demarche code page.html --verbs CAMEO.2.0.txt --discards Phoenix.discards.txt
            """)
        { InputKind, OnlyEvents, OnlyClaims, Explain };
        Dictionaries.AddTo(command);
        inputs.AddTo(command);
        command.SetAction((options, stop) => Task.FromResult(Run(inputs, options, stop)));
        return command;
    }

    static int Run(InputOptions inputs, ParseResult options, CancellationToken stop)
    {
        var data = InstalledData.Open();
        var coder = InstalledData.Coder(data, Dictionaries.Of(options));
        var threads = options.GetValue(GlobalOptions.Threads);
        using var line = new ProgressLine(options, "documents");
        var failed = false;
        var done = 0;
        if (options.GetValue(Explain))
        {
            using var text = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };
            foreach (var (document, events) in Each(document => (document, coder.Explain(document))))
            {
                Explanation.Write(text, document, events);
                line.Report("code", ++done, 0);
            }
        }
        else
        {
            using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
            using var json = new JsonLines(output);
            foreach (var (document, found) in Each(document => (document, coder.Code(document))))
            {
                Write(json, options, document, found);
                line.Report("code", ++done, 0);
            }
        }
        return failed ? ExitCode.SomeFailed : ExitCode.Done;

        IEnumerable<T> Each<T>(Func<Document, T> code) => options.GetValue(InputKind) == "conllu"
            ? InOrder.Select(ConlluFiles.Read(inputs.Inputs(options), "en", Fail), threads, code, stop)
            : InOrder.Select(Articles(inputs, options, data, Fail, stop), threads, Parsed(data, code), stop);

        void Fail(string input, string reason)
        {
            failed = true;
            line.Say($"demarche: {input}: {reason}");
        }
    }

    static void Write(JsonLines json, ParseResult options, Document document, CodedDocument found)
    {
        if (!options.GetValue(OnlyClaims))
            foreach (var one in found.Events)
                json.Write(writer => EventJson.Write(writer, one, document.Article.Text));
        if (!options.GetValue(OnlyEvents))
            foreach (var claim in found.Claims)
                json.Write(writer => EventJson.Write(writer, claim));
    }

    static Func<Article, T> Parsed<T>(DataFolder data, Func<Document, T> code)
    {
        var parser = InstalledData.Parser(data);
        return article => code(parser.Parse(article));
    }

    static IEnumerable<Article> Articles(InputOptions inputs, ParseResult options, DataFolder data, Action<string, string> fail, CancellationToken stop)
    {
        foreach (var outcome in inputs.Read(options, ArticleReader.Load(data), stop))
            if (outcome.Failure is { } failure)
                fail(failure.Input, failure.Reason);
            else if (outcome.Article is { Language: not ("en" or "und") } foreign)
                fail(foreign.Input, $"is in a language that is not coded yet ('{foreign.Language}'{(LanguageIdentifier.Load(data).NameOf(foreign.Language) is { } name ? $", {name}" : "")})");
            else if (outcome.Article is { } article)
                yield return article;
    }
}
