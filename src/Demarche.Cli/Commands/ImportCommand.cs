using System.Buffers;
using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Demarche.Importing;
using Demarche.Knowledge;
using Demarche.Knowledge.Places;
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
            Takes events that people coded into a store, each as an accepted event on its own words (one that the column 'review' calls rejected as a rejected one).
            They are linked with what the machine coded; two rows of one table never are. Run again on the same file, it changes nothing; on a corrected file of the
            same name, it corrects the rows of the same ids. Rows that cannot be read are named, with what would be right, and the others taken.

            The table needs the columns id, type and sentence; all others of export --format csv may be left out. It is set off by commas, semicolons or tabs, in UTF-8.

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
        var bytes = Bytes(path);
        var text = Decoded(path, bytes);
        var data = InstalledData.Open();
        var ontology = new Ontology(data);
        using var store = EventStore.OpenOrCreate(place);
        // The version is the file's content: the same file says nothing new, a corrected one is another coding of the same rows.
        var import = new HumanImport(store, ReviewOptions.Keeper(store), ontology, path, "import+" + Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 4)), by, at);
        int taken = 0, known = 0, bad = 0;
        foreach (var (where, row, wrong, note) in Rows(text, ontology, new Gazetteer(data)))
        {
            stop.ThrowIfCancellationRequested();
            if (note is not null)
                Console.Error.WriteLine($"demarche: {path}: {where}: {note}");
            var (kept, refused) = row is null ? (default, wrong) : import.Keep(row, where);
            if (refused is not null)
            {
                Console.Error.WriteLine($"demarche: {path}: {where}: {refused}");
                bad++;
            }
            else if (row is not null)
            {
                _ = kept == KeptAs.Unchanged ? known++ : taken++;
            }
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rows: {taken} taken, {known} unchanged, {bad} not read"));
        return bad > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }

    static byte[] Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(path, "cannot be read: " + problem.Message, problem);
        }
    }

    // Words that were guessed from the wrong encoding would be kept for ever.
    static string Decoded(string path, byte[] bytes)
    {
        try
        {
            using var reader = new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            var line = 1 + bytes.AsSpan(0, FirstInvalid(bytes)).Count((byte)'\n');
            throw new DataFileException(path, line, "is not in UTF-8; save it as 'CSV UTF-8', or convert it with iconv");
        }
    }

    static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == OperationStatus.Done)
            at += length;
        return at;
    }

    static IEnumerable<ImportedRow> Rows(string text, Ontology ontology, Gazetteer gazetteer) => text.AsSpan().TrimStart() is ['{' or '[', ..]
        ? new GoldRecords(ontology, gazetteer).Read(new MemoryStream(Encoding.UTF8.GetBytes(text)))
        : new HumanTable(ontology, gazetteer).Read(new StringReader(text));
}
