namespace Demarche.Cli.Watching;

/// <summary>What a round of watching met.</summary>
sealed record WatchCount
{
    public int Feeds { get; set; }

    public int FeedsUnchanged { get; set; }

    public int FeedsFailed { get; set; }

    public int PagesFound { get; set; }

    public int PagesFetched { get; set; }

    public int PagesKeptOut { get; set; }

    public int PagesPutOff { get; set; }

    public int PagesFailed { get; set; }

    public override string ToString() =>
        $"feeds: {Feeds} asked, {FeedsUnchanged} unchanged, {FeedsFailed} failed; pages: {PagesFound} found, {PagesFetched} fetched, {PagesKeptOut} kept out by robots.txt, {PagesPutOff} put off, {PagesFailed} failed";
}
