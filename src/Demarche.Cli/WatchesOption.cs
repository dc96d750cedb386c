using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Demarche.Analysis;
using Demarche.Analysis.Alerts;
using Demarche.Events;
using Demarche.Knowledge;
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

    /// <summary>Prints and keeps what is new.</summary>
    public static void Raise(EventStore store, DataFolder data, ImmutableArray<WatchRule> rules)
    {
        foreach (var alert in Find(store, data, rules, null).Where(alert => store.Keep(alert.Raised)))
            Console.Out.WriteLine(Line(alert));
    }

    /// <param name="asOf">The last day that counts; the last day of publication if null.</param>
    public static ImmutableArray<Alert> Find(EventStore store, DataFolder data, ImmutableArray<WatchRule> rules, DateOnly? asOf)
    {
        if (rules.IsEmpty || store.PublishedDays() is not (var covered, var last) || asOf < covered)
            return [];
        var settings = MeasureSettings.Load(data);
        var study = new AlertStudy(settings, new Counting(settings, new Ontology(data)));
        return
        [
            .. rules.SelectMany(rule => study.Find(rule, rule.Dyad is { } dyad ? store.Outlines(dyad.One, dyad.Other) : store.Events(rule.Query).Select(EventOutline.Of), covered, asOf ?? last))
                .OrderBy(alert => alert.Period.First).ThenBy(alert => alert.Watch, StringComparer.Ordinal).ThenBy(alert => alert.Kind),
        ];
    }

    /// <summary>"ALERT border (IND,PAK), 2024-05: rise to 14 counted events, 3 normally; Z +6.7; driven by e-..., e-...".</summary>
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
        return EventWords.Tame(string.Create(CultureInfo.InvariantCulture,
            $"ALERT {alert.Watch} ({alert.About}), {alert.Period}: {(alert.IsRise ? "rise" : "fall")} to {alert.Count} counted events, {alert.Median:0.#} normally; {far}{sum}{drivers}"));
    }
}
