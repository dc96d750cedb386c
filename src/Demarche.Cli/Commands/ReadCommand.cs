using System.CommandLine;
using Demarche.Cli.Inputs;
using Demarche.Knowledge;
using Demarche.Reading;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche read</c>: pages, feeds and texts as clean articles.</summary>
static class ReadCommand
{
    public static Command Create()
    {
        var options = new InputOptions();
        var command = new Command(
            "read",
            """
            Reads pages, feeds, tables and texts into articles, one JSON object a line.

            Examples:
              demarche read page.html
              demarche read https://example.org/news/story.html
              demarche read live.html --split
              demarche read crawl.warc.gz --language en
              demarche read saved-pages/ feed.xml 'archive/*.jsonl.gz' > articles.jsonl
              pdftotext report.pdf - | demarche read - --published 2024-03-01 --outlet 'Institute'
            """);
        options.AddTo(command);
        command.SetAction((result, stop) => Task.FromResult(Run(options, result, stop)));
        return command;
    }

    static int Run(InputOptions options, ParseResult result, CancellationToken stop)
    {
        var reader = ArticleReader.Load(new DataFolder(AppContext.BaseDirectory));
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        using var json = new ArticleJson(output);
        var failed = false;
        foreach (var outcome in options.Read(result, reader, stop))
        {
            if (outcome.Article is { } article)
                json.Write(article);
            else
                Console.Error.WriteLine($"demarche: {outcome.Failure}");
            failed |= outcome.Failure is not null;
        }
        return failed ? ExitCode.SomeFailed : ExitCode.Done;
    }
}
