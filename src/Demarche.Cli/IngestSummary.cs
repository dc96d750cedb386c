using System.Globalization;
using Demarche.Storage;

namespace Demarche.Cli;

/// <summary>What a run of <c>ingest</c> did, counted as it went.</summary>
sealed class IngestSummary
{
    readonly int[] results = new int[Enum.GetValues<IngestResult>().Length];
    readonly SortedDictionary<string, int> notCoded = new(StringComparer.Ordinal);
    int reports, claims;

    public int Articles => results.Sum();

    public int Failed => Of(IngestResult.Failed);

    public void Count(IngestOutcome outcome)
    {
        results[(int)outcome.Result]++;
        reports += outcome.Reports;
        claims += outcome.Claims;
        if (outcome.Result == IngestResult.NotCoded)
            notCoded[outcome.Reason!] = notCoded.GetValueOrDefault(outcome.Reason!) + 1;
    }

    /// <summary>For people: what came, what was made of it, what the store holds now, how long it took.</summary>
    public IEnumerable<string> Lines(EventStore store, TimeSpan time)
    {
        var changed = Of(IngestResult.New) + Of(IngestResult.Recoded) + Of(IngestResult.NotCoded) + Of(IngestResult.Duplicate);
        yield return $"articles: {Of(IngestResult.New)} new, {Of(IngestResult.Recoded)} coded anew, {Of(IngestResult.Unchanged)} unchanged, {Of(IngestResult.Duplicate)} duplicates, {Of(IngestResult.NotCoded)} not coded, {Failed} failed";
        foreach (var (reason, count) in notCoded)
            yield return $"  not coded: {reason}: {count}";
        if (changed == 0 && Failed == 0)
            yield return "Nothing has changed.";
        else
            yield return $"found: {reports} reported events, {claims} claims";
        var held = store.Stats().ToDictionary(count => count.What, count => count.Count);
        yield return $"the store holds {held["articles"]} articles, {held["reported events"]} reported events, {held["events"]} events";
        yield return string.Create(CultureInfo.InvariantCulture, $"time: {time.TotalSeconds:0.0} s, {Articles / Math.Max(0.001, time.TotalSeconds):0.0} articles/s");
    }

    public static string Name(IngestResult result) => result switch
    {
        IngestResult.New => "new",
        IngestResult.Recoded => "recoded",
        IngestResult.Unchanged => "unchanged",
        IngestResult.Duplicate => "duplicate",
        IngestResult.NotCoded => "not-coded",
        IngestResult.Failed => "failed",
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    int Of(IngestResult result) => results[(int)result];
}
