using System.Collections.Immutable;
using System.Text;
using Demarche.Events;
using Demarche.Exporting;
using Demarche.Storage;

namespace Demarche.Cli;

/// <summary>The formats of <c>demarche export</c>, and what each can say.</summary>
static class ExportFormats
{
    public static readonly ImmutableArray<string> Names =
        ["jsonl", "csv", "gdelt1", "gdelt2", "gdelt2-mentions", "icews", "polecat", "phoenix", "phoenix-daily", "graphml", "geojson"];

    /// <summary>Whether each event stands there with its status; all other formats count whatever stands in them as done.</summary>
    public static bool SaysStatus(string format) => format is "jsonl" or "csv" or "graphml" or "geojson";

    /// <summary>Writes the events and tells what became of them.</summary>
    public static ExportCount Write(string format, IEnumerable<Event> events, EventStore store, ExportWords words, Stream output, CancellationToken stop)
    {
        switch (format)
        {
            case "graphml":
                return GraphMl.Write(events, words, output, stop);
            case "geojson":
                return GeoJson.Write(events, output, stop);
            case "jsonl" or "csv":
                var count = 0;
                EventFiles.Write(events.Select(one => (++count, one).one), format, output, stop);
                return new ExportCount(count, count, count);
            default:
                using (var writer = new StreamWriter(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true))
                    return Table(format, words, store.SourceOf).Write(events, writer, stop);
        }
    }

    /// <summary>The columns of a format in file order; empty where it is no table.</summary>
    public static ImmutableArray<string> ColumnsOf(string format, ExportWords words) => format switch
    {
        "csv" => EventCsv.Columns,
        "jsonl" or "graphml" or "geojson" => [],
        _ => Table(format, words, _ => throw new InvalidOperationException()).Columns,
    };

    static TableFormat Table(string format, ExportWords words, Func<ReportedEvent, TextSource> sourceOf) => format switch
    {
        "gdelt1" => GdeltEvents.Of(words, sourceOf, second: false),
        "gdelt2" => GdeltEvents.Of(words, sourceOf, second: true),
        "gdelt2-mentions" => GdeltMentions.Of(words, sourceOf),
        "icews" => Icews.Of(words, sourceOf),
        "polecat" => Polecat.Of(words, sourceOf),
        "phoenix" => Phoenix.Of(words, sourceOf),
        "phoenix-daily" => Phoenix.OneADayOf(words, sourceOf),
        _ => throw new ArgumentException($"no format '{format}'", nameof(format)),
    };
}
