using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Demarche.Briefing.Lint;
using Demarche.Cli.Inputs;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;
using Demarche.Reading;
using Demarche.Storage;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche lint</c>: whether a brief keeps to its sources, and where a report loses its hedges.</summary>
static class LintCommand
{
    public static Command Create()
    {
        var inputs = new InputOptions();
        var store = StoreOption.Create();
        store.Required = false;
        store.Description = "The store the brief was made of: an SQLite file, or postgres://user@host:port/database. Without it the inputs are reports, which cite nothing.";
        var command = new Command("lint", """
            Checks briefs and reports. With a store, a Markdown brief with our citations: sentences without source, told more strongly than the cited words, quotes that are not verbatim, plans whose day has passed, words off the scale of likelihood. Without one, a report of anybody: forecasts that nobody is named for, hedges lost on the way. Ends with 1 where anything was found.

            Examples:
              demarche lint brief.md --store news.db
              demarche lint report.txt
            """)
        { store };
        inputs.AddTo(command);
        command.SetAction((options, stop) => Task.FromResult(options.GetValue(store) is null ? Reports(inputs, options, stop) : Briefs(inputs, options, store)));
        return command;
    }

    static int Reports(InputOptions inputs, ParseResult options, CancellationToken stop)
    {
        var data = InstalledData.Open();
        var parser = InstalledData.Parser(data);
        var coder = InstalledData.Coder(data, null);
        var found = 0;
        var failed = false;
        foreach (var outcome in inputs.Read(options, ArticleReader.Load(data), stop))
        {
            if (outcome.Failure is { } failure)
            {
                failed = true;
                Console.Error.WriteLine($"demarche: {failure.Input}: {failure.Reason}");
            }
            if (outcome.Article is not { } article)
                continue;
            var document = parser.Parse(article);
            var coded = coder.Code(document);
            found += Print(article.Input, ReportLint.Check(document, coded.Events, coded.Claims));
        }
        return found > 0 || failed ? ExitCode.SomeFailed : ExitCode.Done;
    }

    static int Briefs(InputOptions inputs, ParseResult options, Option<string> storeOption)
    {
        var data = InstalledData.Open();
        var holders = new OfficeHolders(data);
        var lint = new BriefLint(LintWords.Load(data), (name, _, day) =>
            holders.Find(name, null) is null ? null : holders.Find(name, day.DayNumber) is not null);
        using var store = StoreOption.OpenExisting(options, storeOption);
        var found = 0;
        var failed = false;
        foreach (var path in inputs.Inputs(options))
        {
            if (!File.Exists(path))
            {
                failed = true;
                Console.Error.WriteLine($"demarche: {path}: no such file; a brief is a Markdown file");
                continue;
            }
            var brief = new CitedMarkdown(File.ReadAllText(path));
            var evidence = brief.Citations.DistinctBy(citation => citation.Number).ToDictionary(citation => citation.Number, citation => Evidence(store, citation));
            found += Print(path, lint.Check(brief, evidence));
        }
        return found > 0 || failed ? ExitCode.SomeFailed : ExitCode.Done;
    }

    static LintEvidence Evidence(EventStore store, ListedCitation citation)
    {
        var article = store.Article(citation.Document);
        if (article is null || !article.Sha256.StartsWith(citation.TextSha256, StringComparison.Ordinal) || citation.Span.End > article.Text.Length || citation.Span.Start >= citation.Span.End)
            return new LintEvidence(citation.Number, citation.Document, citation.Span, null, null, [], []);
        return new LintEvidence(citation.Number, citation.Document, citation.Span, citation.Span.Of(article.Text), article.Text,
            [.. store.Reports(citation.Document).Where(report => report.Evidence.Overlaps(citation.Span))],
            [.. store.Claims(citation.Document).Where(claim => claim.Evidence.Overlaps(citation.Span))]);
    }

    static int Print(string input, IEnumerable<LintFinding> findings)
    {
        var number = 0;
        foreach (var finding in findings)
        {
            number++;
            Console.Out.WriteLine($"{input}:{finding.Line}: {finding.Rule}: {EventWords.Tame(finding.Message)}");
        }
        Console.Error.WriteLine(number == 0 ? $"{input}: nothing found." : $"{input}: {number} found.");
        return number;
    }
}
