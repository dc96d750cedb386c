using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Demarche.Analysis;
using Demarche.Analysis.Alerts;
using Demarche.Cli.Watching;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;
using Demarche.Reading.Fetching;
using Demarche.Storage;

namespace Demarche.Cli;

/// <summary><c>--watches FILE</c>: alerts that are raised and kept when a run is done.</summary>
static class WatchesOption
{
    public static Option<string?> Create() => new("--watches")
    {
        Description = "Watches on dyads or queries (records of name, dyad, period, threshold: docs/briefs.md); alerts that are new are printed and kept.",
        HelpName = "FILE",
    };

    public static ImmutableArray<WatchRule> Load(ParseResult options, Option<string?> option)
    {
        if (options.GetValue(option) is not { } path)
            return [];
        try
        {
            using var stream = File.OpenRead(path);
            return WatchRule.Load(stream, path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(path, "cannot be read: " + problem.Message);
        }
    }

    /// <summary>Prints and keeps what is new, and tells the webhooks of it.</summary>
    public static async Task Raise(EventStore store, DataFolder data, ImmutableArray<WatchRule> rules, FetchSettings settings, CancellationToken stop)
    {
        var told = rules.Where(rule => rule.Webhook is not null).Select(rule => rule.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var alert in Find(store, data, rules, null))
        {
            var isNew = false;
            store.InOneStep(() =>
            {
                isNew = store.Keep(alert.Raised);
                if (isNew && told.Contains(alert.Watch))
                    store.AskDelivery(alert.Id);
            });
            if (isNew)
                await Console.Out.WriteLineAsync(Line(alert));
        }
        await AlertMessages.Send(store, rules, settings, TimeProvider.System, stop);
    }

    /// <param name="asOf">The last day that counts; the last day of publication if null.</param>
    public static ImmutableArray<Alert> Find(EventStore store, DataFolder data, ImmutableArray<WatchRule> rules, DateOnly? asOf)
    {
        if (rules.IsEmpty || store.PublishedDays() is not (var covered, var last) || asOf < covered)
            return [];
        var settings = MeasureSettings.Load(data);
        var study = new AlertStudy(settings, new Counting(settings, new Ontology(data)));
        var names = new StateNames(data);
        return
        [
            .. rules.SelectMany(rule => study.Find(rule, rule.Dyad is { } dyad ? store.Outlines(dyad.One, dyad.Other) : store.Events(rule.Query).Select(EventOutline.Of), covered, asOf ?? last, Documents(rule)))
                .OrderBy(alert => alert.Period.First).ThenBy(alert => alert.Watch, StringComparer.Ordinal).ThenBy(alert => alert.Kind),
        ];

        IReadOnlyList<DateOnly>? Documents(WatchRule rule) => rule.Dyad is { } dyad && names.OfCode(dyad.One) is not null && names.OfCode(dyad.Other) is not null
            ? store.DaysNaming(names.NamesOf(dyad.One), names.NamesOf(dyad.Other))
            : null;
    }

    /// <summary>"ALERT border (IND,PAK), 2024-05: rise to 14 counted events, 3 normally; Z +6.7; 21 documents name both, 6 normally; driven by e-..., e-...".</summary>
    public static string Line(Alert alert)
    {
        var far = alert switch
        {
            { Normal.Z: { } z } => string.Create(CultureInfo.InvariantCulture, $"Z {z:+0.0;-0.0;0.0}"),
            { Normal.Tail: { } tail } => string.Create(CultureInfo.InvariantCulture, $"Poisson p {tail:0.0000}"),
            _ => "",
        };
        var sum = alert.Kind == AlertKind.Cusum ? ", running sum over its threshold" : "";
        var drivers = alert.Drivers.IsEmpty ? "" : $"; {(alert.IsRise ? "driven by" : "the period before had")} {string.Join(", ", alert.Drivers.Select(id => id.Value))}";
        var coverage = alert is { Documents: { } documents, DocumentsMedian: { } normally }
            ? string.Create(CultureInfo.InvariantCulture, $"; {documents} document{(documents == 1 ? " names" : "s name")} both, {normally:0.#} normally") : "";
        return EventWords.Tame(string.Create(CultureInfo.InvariantCulture,
            $"ALERT {alert.Watch} ({alert.About}), {alert.Period}: {(alert.IsRise ? "rise" : "fall")} to {alert.Count} counted events, {alert.Median:0.#} normally; {far}{sum}{coverage}{drivers}"));
    }
}
