using System.Collections.Immutable;
using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Demarche.Cli.Evaluation;
using Demarche.Events;
using Demarche.Exporting;
using Demarche.Knowledge;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche export --store S --format F</c>: the events as a file for other programs.</summary>
static class ExportCommand
{
    static readonly EventStatus[] Real = [.. Enum.GetValues<EventStatus>().Where(status => status.IsReal())];

    public static Command Create()
    {
        var store = StoreOption.Create();
        var filter = new EventFilter();
        var format = new Option<string>("--format") { Description = string.Join(", ", ExportFormats.Names) + ".", HelpName = "FORMAT", Required = true };
        format.AcceptOnly([.. ExportFormats.Names]);
        var output = new Option<string?>("--output", "-o") { Description = "The file to write, with FILE.manifest.json beside it; standard output, without a manifest, if not given.", HelpName = "FILE" };
        var manifest = new Option<string?>("--manifest") { Description = "Where to write the manifest instead.", HelpName = "FILE" };
        var command = new Command("export", """
            Writes the events of a store in a format that other programs read: sorted, and byte for byte the same for the same articles.

            gdelt1, gdelt2, gdelt2-mentions, icews, polecat, phoenix and phoenix-daily have no column for the status: only acts that occurred or are going on are written there.
            The manifest beside the file tells version, codebook, rules, filters, how many events did not fit, and how far the coding was measured.

            Examples:
              demarche export --store news.db --format jsonl > events.jsonl
              demarche export --store news.db --format csv --from 2023-08-01 -o august.csv
              demarche export --store news.db --format gdelt2 --dyad CHN,RUS -o china-russia.export.CSV
              demarche export --store news.db --format polecat --type assault,protest --min-origins 2 -o violence.tsv
              demarche export --store news.db --format graphml --status occurred,planned -o graph.graphml
              demarche export --store news.db --format geojson --review accepted,edited --manifest reviewed.json > reviewed.geojson
            """)
        { store, format, output, manifest };
        filter.AddTo(command);
        command.SetAction((options, stop) => Task.FromResult(Run(options, store, filter, options.GetValue(format)!, options.GetValue(output), options.GetValue(manifest), stop)));
        return command;
    }

    static int Run(ParseResult options, Option<string> storeOption, EventFilter filter, string format, string? path, string? manifestPath, CancellationToken stop)
    {
        var query = filter.Query(options);
        if (!ExportFormats.SaysStatus(format))
        {
            if (query.Statuses.Where(status => !status.IsReal()).ToList() is [var unreal, ..])
            {
                Console.Error.WriteLine($"demarche: --status {EventWords.Name(unreal)}: {format} has no column for the status, whatever stands there counts as done; use jsonl, csv, graphml or geojson");
                return ExitCode.WrongUsage;
            }
            if (query.Statuses.IsEmpty)
                query = query with { Statuses = [.. Real] };
        }
        // Its filter holds no more than a day of rows.
        if (format == "phoenix-daily" && query.Order != EventOrder.Date)
        {
            Console.Error.WriteLine("demarche: --sort: phoenix-daily goes by date and takes one event a day and pair; leave it out, or use phoenix");
            return ExitCode.WrongUsage;
        }
        var data = InstalledData.Open();
        var words = new ExportWords(data);
        using var store = StoreOption.OpenExisting(options, storeOption);
        ExportCount count;
        if (path is null)
        {
            using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
            count = ExportFormats.Write(format, store.Events(query), store, words, output, stop);
        }
        else
        {
            count = default;
            WriteWhole(path, file => count = ExportFormats.Write(format, store.Events(query), store, words, file, stop));
            manifestPath ??= path + ".manifest.json";
        }
        if (manifestPath is not null)
            WriteWhole(manifestPath, new Manifest
            {
                Format = format,
                Columns = ExportFormats.ColumnsOf(format, words),
                Version = InstalledData.VersionOf(data),
                Rules = HashOf(Path.Combine(data.Root, "data", "rules")),
                Filters = [.. filter.Given(options)],
                Statuses = [.. (query.Statuses.IsEmpty ? Enum.GetValues<EventStatus>() : [.. query.Statuses]).Select(EventWords.Name)],
                SaysStatus = ExportFormats.SaysStatus(format),
                Count = count,
                Measured = Measured(data),
            }.Write);
        if (count.Written < count.Read)
            Console.Error.WriteLine($"demarche: {count.Read - count.Written} of {count.Read} events do not fit {format}: no coded party on a side it needs, no day, or no CAMEO code");
        return ExitCode.Done;
    }

    // A file stands there whole or not at all.
    static void WriteWhole(string path, Action<Stream> write)
    {
        var unfinished = path + ".part";
        try
        {
            using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
                write(file);
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(path, "cannot be written: " + problem.Message, problem);
        }
        finally
        {
            if (File.Exists(unfinished))
                File.Delete(unfinished);
        }
    }

    static string HashOf(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, path).Replace('\\', '/')));
            hash.AppendData(File.ReadAllBytes(path));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // What releases are held to: tests/floors.tsv, shipped with the program.
    static ImmutableArray<(string, string, double)> Measured(DataFolder data)
    {
        var path = Path.Combine(data.Root, "floors.tsv");
        return File.Exists(path)
            ? [.. FloorTable.Load(path).All.Where(floor => floor.Task == "events").Select(floor => (floor.Data, floor.Measure, floor.Value))]
            : [];
    }
}
