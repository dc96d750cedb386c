using System.Text;
using Demarche.Events;

namespace Demarche.Cli;

/// <summary>Events in one of the formats for machines.</summary>
static class EventFiles
{
    public static void Write(IEnumerable<Event> events, string format, Stream output, CancellationToken stop, DateOnly? asOf = null)
    {
        switch (format)
        {
            case "jsonl":
                using (var lines = new JsonLines(output))
                    foreach (var one in Until(events, stop))
                        lines.Write(json => EventJson.Write(json, one, asOf));
                break;
            case "csv":
                using (var writer = new StreamWriter(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true))
                using (var csv = new EventCsv(writer))
                    foreach (var one in Until(events, stop))
                        csv.Write(one);
                break;
            default:
                throw new ArgumentException($"no format '{format}'", nameof(format));
        }
    }

    static IEnumerable<Event> Until(IEnumerable<Event> events, CancellationToken stop)
    {
        foreach (var one in events)
        {
            stop.ThrowIfCancellationRequested();
            yield return one;
        }
    }
}
