using System.Collections.Immutable;
using System.Globalization;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Analysis.Alerts;

/// <summary>What somebody wants to be told of: a dyad, or the events of a query, that lie far from their normal.</summary>
/// <param name="Dyad">Null where a query is watched.</param>
/// <param name="Query">Events it may be about; for a dyad, those of the two.</param>
/// <param name="About">The dyad or the query in words.</param>
/// <param name="Quads">Only these are counted; empty for all.</param>
/// <param name="Webhook">Who is told of its alerts by a POST of JSON; null for nobody.</param>
/// <param name="Threshold">Deviations from the median that are worth an alert; null for the setting of the measures.</param>
public sealed record WatchRule(string Name, Dyad? Dyad, EventQuery Query, string About, ImmutableArray<int> Quads, PeriodLength Period, double? Threshold, Uri? Webhook = null)
{
    static readonly string[] Keys = ["name", "dyad", "actor", "type", "text", "quads", "period", "threshold", "webhook"];

    /// <summary>Reads records of name, dyad (or actor, type, text), quads, period, threshold.</summary>
    /// <exception cref="DataFileException">A record is not as docs/briefs.md says.</exception>
    public static ImmutableArray<WatchRule> Load(Stream stream, string path)
    {
        var rules = ImmutableArray.CreateBuilder<WatchRule>();
        foreach (var record in RecordFile.Read(stream, path))
        {
            foreach (var field in record.Fields.Where(field => !Keys.Contains(field.Key)))
                throw new DataFileException(path, field.Line, $"no key '{field.Key}'; a watch has {string.Join(", ", Keys)}");
            var rule = Of(record);
            if (rules.Any(other => other.Name == rule.Name))
                throw new DataFileException(path, record.Line, $"two watches are named '{rule.Name}'");
            rules.Add(rule);
        }
        return rules.Count > 0 ? rules.ToImmutable() : throw new DataFileException(path, 1, "no watch: expected records of 'name: ...' and 'dyad: CHN,RUS'");
    }

    static WatchRule Of(DataRecord record)
    {
        DataFileException Wrong(string reason) => new(record.Path, record.Line, reason);
        string? actor = record.Single("actor"), type = record.Single("type"), text = record.Single("text");
        var dyad = record.Single("dyad") is { } pair
            ? pair.ToUpperInvariant().Split(',', StringSplitOptions.TrimEntries) is [{ Length: > 0 } one, { Length: > 0 } other] && one != other ? new Dyad(one, other)
                : throw Wrong($"dyad: '{pair}' is not two different codes with a comma between: CHN,RUS")
            : (Dyad?)null;
        if (dyad is null == (actor ?? type ?? text) is null)
            throw Wrong("a watch has a dyad, or else a query of actor, type or text");
        var types = (type ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(name => EventTypes.Parse(name.ToUpperInvariant()) ?? throw Wrong($"type: '{name}' is no event type")).ToImmutableArray();
        var quads = (record.Single("quads") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(quad => quad is "1" or "2" or "3" or "4" ? quad[0] - '0' : throw Wrong($"quads: '{quad}' is not 1, 2, 3 or 4")).ToImmutableArray();
        var length = record.Single("period") switch
        {
            "week" => PeriodLength.Week,
            null or "month" => PeriodLength.Month,
            "quarter" => PeriodLength.Quarter,
            var told => throw Wrong($"period: '{told}' is not week, month or quarter"),
        };
        double? threshold = record.Single("threshold") is { } given
            ? double.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1000 ? number
                : throw Wrong($"threshold: '{given}' is not a number of deviations such as 3")
            : null;
        var webhook = record.Single("webhook") is { } hook
            ? Uri.TryCreate(hook, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : throw Wrong($"webhook: '{hook}' is no address such as https://desk.example/alerts")
            : null;
        var about = dyad?.ToString() ?? string.Join("; ", new[] { ("actor", actor), ("type", type), ("text", text) }.Where(part => part.Item2 is not null).Select(part => $"{part.Item1} {part.Item2}"));
        return new WatchRule(
            record.Single("name") is { Length: > 0 } name ? name : throw Wrong("a watch needs a name"),
            dyad, new EventQuery { Actor = actor, Types = types, Text = text }, about, quads, length, threshold, webhook);
    }
}
