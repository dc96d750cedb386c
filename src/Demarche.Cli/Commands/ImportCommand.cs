using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Demarche.Events;
using Demarche.Importing;
using Demarche.Knowledge;
using Demarche.Storage;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche import FILE --store S</c>: what people coded, as reviewed events.</summary>
static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A table with the columns of export --format csv, or PLOVER gold records in JSON." };
        var store = StoreOption.Create();
        var by = new Option<string>("--by") { Description = "Whose coding it is.", HelpName = "NAME", Required = true };
        var at = new Option<string?>("--at") { Description = "When it was coded, if not now: 2024-05-07.", HelpName = "DATE" };
        at.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var value }] && DayOption.Day(value) is null)
                result.AddError($"--at: '{value}' is not a date like 2024-05-07");
        });
        var command = new Command("import", """
            Takes events that people coded into a store, each as an accepted event on its own words. They are linked with what the machine coded;
            two rows of one table never are. Run again on the same file, it changes nothing; on a corrected file, it corrects. Rows that cannot be read are named, and the others taken.

            Examples:
              demarche import our-coding.csv --store news.db --by 'Ann Example'
              demarche import PLOVER_GSR_CAMEO.json --store news.db --by OEDA --at 2016-12-19
            """)
        { file, store, by, at };
        command.SetAction((options, stop) => Task.FromResult(Run(options.GetValue(file)!, options.GetValue(store)!, options.GetValue(by)!.Trim(),
            options.GetValue(at) is { } day ? new DateTimeOffset(DayOption.Day(day)!.Value, TimeOnly.MinValue, TimeSpan.Zero) : TimeProvider.System.GetUtcNow(), stop)));
        return command;
    }

    static int Run(string path, string place, string by, DateTimeOffset at, CancellationToken stop)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(path, "cannot be read: " + problem.Message, problem);
        }
        // The version is the file's content: the same file says nothing new, a corrected one is another coding of the same rows.
        var version = "import+" + Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 4));
        var ontology = new Ontology(InstalledData.Open());
        using var store = EventStore.OpenOrCreate(place);
        var keeper = ReviewOptions.Keeper(store);
        int taken = 0, known = 0, bad = 0;
        foreach (var (where, row, problem) in Rows(bytes, ontology))
        {
            stop.ThrowIfCancellationRequested();
            if (row is null)
            {
                Console.Error.WriteLine($"demarche: {path}: {where}: {problem}");
                bad++;
                continue;
            }
            var coded = row.ToArticle($"{path}: {where}", version, ontology);
            var kept = keeper.Keep([coded])[0];
            var report = coded.Events[0].Id;
            // A kill between the two steps leaves a row that is kept and not accepted: the next run accepts it.
            if (store.Find(store.EventOn(report)) is { Review: null } one)
                keeper.Decide(new Verdict { Kind = DecisionKind.Accept, Event = one.Id, By = by, At = at, Why = $"imported from {Path.GetFileName(path)}, {where}" });
            if (kept == KeptAs.Unchanged)
                known++;
            else
                taken++;
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rows: {taken} taken, {known} unchanged, {bad} not read"));
        return bad > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }

    static IEnumerable<ImportedRow> Rows(byte[] bytes, Ontology ontology)
    {
        var first = bytes.AsSpan().TrimStart("\uFEFF"u8).TrimStart(" \t\r\n"u8);
        return !first.IsEmpty && first[0] is (byte)'{' or (byte)'['
            ? new GoldRecords(ontology).Read(new MemoryStream(bytes))
            : new HumanTable(ontology).Read(new StreamReader(new MemoryStream(bytes)));
    }
}
