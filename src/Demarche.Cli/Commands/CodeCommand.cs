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
    static readonly Option<string?> InputKind = new("--input")
    {
        Description = "conllu: the inputs are parses; they are coded as they are. petrarch: they are validation records of PETRARCH (XML), whose texts are coded.",
        HelpName = "conllu|petrarch",
    };

    static readonly Option<bool> OnlyEvents = new("--events") { Description = "Write events only." };

    static readonly Option<bool> OnlyClaims = new("--claims") { Description = "Write claims only." };

    static readonly Option<bool> Acts = new("--acts") { Description = "Write the acts between two named parties as coders of CAMEO do, a table with id, code, source and target, instead of JSON." };

    static readonly DictionaryOptions Dictionaries = new();

    static readonly Option<bool> Explain = new("--explain") { Description = "Tell events as text with the reasons of every decision instead of JSON." };

    public static Command Create()
    {
        InputKind.AcceptOnly("conllu", "petrarch");
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
              demarche code news.jsonl --acts > acts.tsv
              demarche code --input petrarch PETR2_GSR_validation.xml --acts > acts.tsv
            """)
        { InputKind, OnlyEvents, OnlyClaims, Explain, Acts };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Acts) && (result.GetValue(Explain) || result.GetValue(OnlyClaims)))
                result.AddError("--acts is a table of acts: it goes neither with --explain nor with --claims");
        });
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
        else if (options.GetValue(Acts))
        {
            var ontology = new Ontology(data);
            using var table = new ActTable(Console.OpenStandardOutput());
            foreach (var (document, found) in Each(document => (document, coder.Code(document))))
            {
                table.Write(document.Article.Id.Value, found.Events.SelectMany(one => CameoActs.Of(one, ontology)));
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

        IEnumerable<T> Each<T>(Func<Document, T> code) => options.GetValue(InputKind) switch
        {
            "conllu" => InOrder.Select(ConlluFiles.Read(inputs.Inputs(options), "en", Fail), threads, code, (document, problem) => Broken(document.Article, problem), stop),
            "petrarch" => InOrder.Select(PetrarchFiles.Read(inputs.Inputs(options), Fail), threads, Parsed(data, code), Broken, stop),
            _ => InOrder.Select(Articles(inputs, options, data, Fail, stop), threads, Parsed(data, code), Broken, stop),
        };

        void Broken(Article article, Exception problem) => Fail(article.Input, $"{problem.GetType().Name} while working on it: {problem.Message}");

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
