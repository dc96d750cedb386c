using System.CommandLine;
using System.Diagnostics;
using System.Text;
using Demarche.Cli.Inputs;
using Demarche.Cli.Watching;
using Demarche.Reading;
using Demarche.Reading.Feeds;
using Demarche.Reading.Fetching;
using Demarche.Storage;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche watch FEEDS --store S</c>: polls feeds and takes in what they point to.</summary>
static class WatchCommand
{
    sealed record Options
    {
        public Argument<string[]> Feeds { get; } = new("feeds") { Description = "Lists of feeds (OPML, or an address a line), or addresses of feeds and sitemaps.", Arity = ArgumentArity.OneOrMore };

        public Option<string> Store { get; } = StoreOption.Create();

        public Option<bool> Once { get; } = new("--once") { Description = "Asks every feed once, fetches what waits, and ends: for cron." };

        public Option<double> Interval { get; } = new("--interval") { Description = "Minutes between two visits to a feed.", HelpName = "MINUTES", DefaultValueFactory = _ => 15 };

        public Option<double> Delay { get; } = new("--delay") { Description = "Seconds between two requests to one host; robots.txt may ask for more.", HelpName = "SECONDS", DefaultValueFactory = _ => 2 };

        public Option<bool> Entries { get; } = new("--entries-only") { Description = "Keeps the entries of feeds as they are and fetches no page." };

        public Option<string?> Contact { get; } = new("--contact") { Description = "An address that is told to servers, for those who want to reach you.", HelpName = "ADDRESS" };

        public Option<string?> Opml { get; } = new("--export-opml") { Description = "Writes the feeds as OPML, with the titles they give themselves, when a round is done.", HelpName = "FILE" };

        public Option<string?> Watches { get; } = WatchesOption.Create();

        public FetchOptions Fetch { get; } = new();
    }

    public static Command Create()
    {
        var options = new Options();
        var command = new Command("watch", """
            Asks feeds for news and takes the pages they point to into a store, as 'ingest' does. It obeys robots.txt, asks for what has changed,
            one request at a time to a host, and asks again later, and later each time, where something fails. The queue is in the store:
            stopped or killed, it goes on where it was.

            Examples:
              demarche watch feeds.opml --store news.db
              demarche watch https://example.org/rss.xml --store news.db --once
              demarche watch feeds.txt --store news.db --interval 60 --contact press@example.org
              demarche watch feeds.txt --store news.db --once --export-opml feeds.opml
              demarche watch feeds.txt --store news.db --watches desk.watches.txt
            """)
        { options.Feeds, options.Store, options.Once, options.Interval, options.Delay, options.Entries, options.Contact, options.Opml, options.Watches };
        options.Fetch.AddTo(command);
        options.Interval.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 1 and <= 10_080))
                result.AddError("--interval: expected minutes between 1 and 10080 (a week)");
        });
        options.Delay.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0 and <= 3600))
                result.AddError("--delay: expected seconds between 0 and 3600");
        });
        options.Contact.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } contact && (contact.Length > 200 || contact.Any(c => !char.IsAscii(c) || char.IsControl(c) || c is '(' or ')')))
                result.AddError("--contact: expected an address of mail or of a page");
        });
        command.SetAction((result, stop) => Run(result, options, stop));
        return command;
    }

    static async Task<int> Run(ParseResult result, Options options, CancellationToken stop)
    {
        if (!TryList(result.GetValue(options.Feeds)!, out var feeds))
            return ExitCode.WrongUsage;
        var rules = WatchesOption.Load(result, options.Watches);
        var watch = Stopwatch.StartNew();
        var settings = options.Fetch.Settings(result) with { Delay = TimeSpan.FromSeconds(result.GetValue(options.Delay)) };
        if (result.GetValue(options.Contact) is { } contact)
            settings = settings with { UserAgent = settings.UserAgent.Replace("(news reader)", $"(news reader; {contact})", StringComparison.Ordinal) };
        using var store = EventStore.OpenOrCreate(result.GetValue(options.Store)!);
        using var progress = new ProgressLine(result, "articles");
        using var fetcher = new WebFetcher(settings, TimeProvider.System);
        var data = InstalledData.Open();
        var summary = new IngestSummary();
        var round = new FeedWatch(
            store, fetcher, ArticleReader.Load(data), InstalledData.Pipeline(data, store, result.GetValue(GlobalOptions.Threads)),
            new WatchSettings { Interval = TimeSpan.FromMinutes(result.GetValue(options.Interval)), EntriesOnly = result.GetValue(options.Entries) },
            TimeProvider.System, Random.Shared)
        {
            Tell = outcome =>
            {
                summary.Count(outcome);
                if (outcome.Result == IngestResult.Failed)
                    progress.Say($"demarche: {outcome.Input}: {outcome.Reason}");
                progress.Report("watch", summary.Articles, 0);
            },
            Say = problem => progress.Say("demarche: " + problem),
        };
        var addresses = feeds.Select(feed => feed.Address).ToList();
        for (var once = result.GetValue(options.Once); ;)
        {
            await round.Round(addresses, once, stop);
            await WatchesOption.Raise(store, data, rules, settings, stop);
            if (result.GetValue(options.Opml) is { } path && !TryWrite(path, FeedList.Write(feeds.Select(feed => feed with { Title = feed.Title ?? store.Feed(feed.Address).Title }))))
                return ExitCode.WrongUsage;
            if (once)
                break;
            if (round.Next(addresses) - DateTimeOffset.UtcNow is { Ticks: > 0 } pause)
                await Task.Delay(pause < TimeSpan.FromMinutes(1) ? pause : TimeSpan.FromMinutes(1), stop);
        }
        if (!result.GetValue(GlobalOptions.Quiet))
            foreach (var line in summary.Lines(store, watch.Elapsed).Prepend(round.Count.ToString()))
                progress.Say(line);
        return summary.Failed + round.Count.FeedsFailed + round.Count.PagesFailed > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }

    static bool TryWrite(string path, string list)
    {
        try
        {
            File.WriteAllText(path, list, new UTF8Encoding(false));
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"demarche: {path}: cannot be written: {problem.Message}");
            return false;
        }
    }

    static bool TryList(IEnumerable<string> named, out List<FeedOutline> feeds)
    {
        feeds = [];
        foreach (var name in named)
        {
            try
            {
                if (WebAddress.IsWeb(name))
                    feeds.Add(new FeedOutline(name, null, ""));
                else if (WebAddress.Refusal(name) is { } refusal)
                    throw new UnreadableException(refusal);
                else
                    feeds.AddRange(FeedList.Read(File.ReadAllText(name)));
            }
            catch (Exception problem) when (problem is UnreadableException or IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"demarche: {name}: {problem.Message}");
                return false;
            }
        }
        feeds = [.. feeds.DistinctBy(feed => feed.Address)];
        return true;
    }
}
