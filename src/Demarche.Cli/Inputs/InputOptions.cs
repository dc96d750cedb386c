using System.CommandLine;
using Demarche.Documents;
using Demarche.Reading;
using Demarche.Reading.Fetching;

namespace Demarche.Cli.Inputs;

/// <summary>The inputs of a command that reads, and what the user says for texts that do not say it themselves. One per command.</summary>
sealed class InputOptions
{
    readonly Argument<string[]> inputs = new("input")
    {
        Description = "Files, folders (with all below), patterns such as 'news/*.html', addresses (https://...), or - for standard input. "
            + "Kinds are told by content: HTML, plain text, RSS, Atom, JSON Feed, news sitemaps, JSON, JSON Lines, CSV, TSV, PDF, web archives (WARC); any of them in gzip or zip.",
        Arity = ArgumentArity.OneOrMore,
    };

    readonly Option<string?> published = new("--published") { Description = "Publication date of texts that carry none: 2024-03-01, or 2024-03-01T09:30:00Z.", HelpName = "DATE" };

    readonly Option<string?> outlet = new("--outlet") { Description = "Outlet of texts that name none.", HelpName = "NAME" };

    readonly Option<string?> language = new("--language") { Description = "Language of the texts, as a code: en, ru, zh. Without it, the text tells.", HelpName = "xx" };

    readonly Option<bool> split = new("--split") { Description = "Makes articles of their own of the posts of live blogs, of briefs, and of the news feeds that stand on pages." };

    readonly FetchOptions fetch = new();

    public void AddTo(Command command)
    {
        fetch.AddTo(command);
        command.Arguments.Add(inputs);
        command.Options.Add(published);
        command.Options.Add(outlet);
        command.Options.Add(language);
        command.Options.Add(split);
        published.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } value && DateParser.Parse(value, DateBasis.User).Basis == DateBasis.None)
                result.AddError($"--published: '{value}' is no date; expected one like 2024-03-01");
        });
        language.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } value && !(value.Length is 2 or 3 && value.All(char.IsAsciiLetter)))
                result.AddError($"--language: '{value}' is no language code; expected one like en");
        });
    }

    public FetchSettings Fetching(ParseResult result) => fetch.Settings(result);

    public IReadOnlyList<string> Inputs(ParseResult result) => result.GetValue(inputs) ?? [];

    public ReadOptions ReadOptions(ParseResult result) => new()
    {
        Published = result.GetValue(published) is { } date ? DateParser.Parse(date, DateBasis.User) : default,
        Outlet = result.GetValue(outlet),
        Split = result.GetValue(split),
        Language = result.GetValue(language)?.ToLowerInvariant(),
    };

    /// <summary>Every article and every failure of every input, lazily and in order.</summary>
    public IEnumerable<ReadOutcome> Read(ParseResult result, ArticleReader reader, CancellationToken stop) =>
        Read(result, reader, ReadOptions(result), stop);

    public IEnumerable<ReadOutcome> Read(ParseResult result, ArticleReader reader, ReadOptions options, CancellationToken stop)
    {
        using var web = new WebFetcher(fetch.Settings(result), TimeProvider.System);
        foreach (var source in InputFinder.Find(Inputs(result)))
            foreach (var outcome in Read(source, reader, web, options, stop))
            {
                stop.ThrowIfCancellationRequested();
                yield return outcome;
            }
    }

    /// <summary>The inputs still to be read, for a pipeline that reads several at once.</summary>
    public IEnumerable<PipelineInput> Unread(ParseResult result, ArticleReader reader, CancellationToken stop)
    {
        var options = ReadOptions(result);
        using var web = new WebFetcher(fetch.Settings(result), TimeProvider.System);
        foreach (var source in InputFinder.Find(Inputs(result)))
            yield return new PipelineInput(IsSmall(source), () => Read(source, reader, web, options, stop));
    }

    static IEnumerable<ReadOutcome> Read(InputSource source, ArticleReader reader, WebFetcher web, ReadOptions options, CancellationToken stop)
    {
        if (source.IsOnWeb)
        {
            var fetched = web.Fetch(source.Name, obeyRobots: false, stop: stop).GetAwaiter().GetResult();
            foreach (var outcome in fetched.Document is { } document ? reader.Read(document, options) : [ReadOutcome.Failed(source.Name, "cannot be fetched: " + fetched.Reason)])
                yield return outcome;
            yield break;
        }
        if (Open(source, out var problem) is not { } stream)
        {
            yield return ReadOutcome.Failed(source.Name, problem);
            yield break;
        }
        using (stream)
            foreach (var outcome in reader.Read(source.Name, stream, options))
                yield return outcome;
    }

    // A page, not an archive of pages.
    static bool IsSmall(InputSource source) =>
        !source.IsOnWeb && source.Name != "-" && new FileInfo(source.Name) is { Exists: true, Length: < 1 << 19 };

    static Stream? Open(InputSource source, out string problem)
    {
        problem = source.Problem ?? "";
        try
        {
            return source.Open?.Invoke();
        }
        catch (UnauthorizedAccessException)
        {
            problem = "may not be read: permission denied";
            return null;
        }
        catch (IOException failure)
        {
            problem = "cannot be opened: " + failure.Message;
            return null;
        }
    }
}
