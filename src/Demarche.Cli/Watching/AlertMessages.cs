using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Demarche.Analysis.Alerts;
using Demarche.Events;
using Demarche.Reading.Fetching;
using Demarche.Storage;

namespace Demarche.Cli.Watching;

/// <summary>Tells the webhooks of watches of their alerts. A webhook that fails is told again in the next runs, and harms no run.</summary>
static class AlertMessages
{
    const int MostAttempts = 5;

    public static async Task Send(EventStore store, ImmutableArray<WatchRule> rules, FetchSettings settings, TimeProvider clock, CancellationToken stop)
    {
        var addresses = rules.Where(rule => rule.Webhook is not null).ToDictionary(rule => rule.Name, rule => rule.Webhook!, StringComparer.Ordinal);
        if (addresses.Count == 0)
            return;
        using var webhook = new Webhook(settings, clock);
        foreach (var delivery in store.Deliveries().Where(one => !one.IsDelivered && one.Attempts < MostAttempts))
        {
            if (!addresses.TryGetValue(delivery.Alert.Watch, out var address))
                continue;
            var problem = await webhook.Tell(address, Message(delivery.Alert), delivery.Alert.Id, stop);
            store.KeepDelivery(delivery.Alert.Id, clock.GetUtcNow(), problem);
            if (problem is not null)
                await Console.Error.WriteLineAsync(EventWords.Tame(string.Create(CultureInfo.InvariantCulture,
                    $"demarche: webhook of watch '{delivery.Alert.Watch}': {problem}; {(delivery.Attempts + 1 < MostAttempts ? "the alert is told again with the next run" : $"given up after {MostAttempts} attempts")}")));
        }
    }

    static byte[] Message(RaisedAlert alert)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("kind", "alert");
            json.WriteString("id", alert.Id);
            json.WriteString("watch", alert.Watch);
            json.WriteString("about", alert.About);
            json.WriteString("period", alert.Period);
            json.WriteString("by", alert.Kind.ToLowerInvariant());
            json.WriteString("direction", alert.IsRise ? "rise" : "fall");
            json.WriteNumber("events", alert.Count);
            json.WriteNumber("events_normally", alert.Median);
            if (alert.Z is { } z)
                json.WriteNumber("z", Math.Round(z, 9));
            if (alert.Tail is { } tail)
                json.WriteNumber("poisson_tail", Math.Round(tail, 9));
            if (alert.Documents is { } documents)
                json.WriteNumber("documents", documents);
            if (alert.DocumentsMedian is { } normally)
                json.WriteNumber("documents_normally", normally);
            json.WriteStartArray("drivers");
            foreach (var id in alert.Drivers)
                json.WriteStringValue(id.Value);
            json.WriteEndArray();
            json.WriteString("as_of", alert.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("text", WatchesOption.Line(Alert.Of(alert)));
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }
}
