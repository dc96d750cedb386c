using Demarche.Events;
using Demarche.Storage;
using Demarche.Tests.Linking;

namespace Demarche.SystemTests;

/// <summary><c>demarche import</c>: people's coding in the same store, and out again.</summary>
public sealed class ImportTests : IDisposable
{
    // What the second store makes anew: names of its own.
    static readonly string[] Own = ["id", "documents", "version"];

    readonly string folder = Directory.CreateTempSubdirectory("demarche-import-").FullName;

    [Fact]
    public async Task What_was_exported_imported_and_exported_says_the_same()
    {
        using (var made = EventStore.OpenOrCreate(Path.Combine(folder, "news.db")))
            new EventKeeper(News.Linker, made).Keep(
            [
                News.Article("ledger", "2024-05-07", "The Ledger", new Report(Demarche.Knowledge.EventType.Assault, "Dravian artillery *shelled* the harbour.") { Actors = "DRA", Recipients = "NIV", On = "2024-05-06" }),
                News.Article("post", "2024-05-04", "The Post", new Report(Demarche.Knowledge.EventType.Consult, "=The ministers *met* in Lisbon.") { Actors = "DRA ORL", On = "2024-05-04", City = "Lisbon" }),
            ]);
        var first = await Export("news.db");
        await File.WriteAllTextAsync(Path.Combine(folder, "table.csv"), first);

        var taken = await Import("table.csv", "team.db");
        var again = await Import("table.csv", "team.db");
        var second = await Export("team.db");
        await File.WriteAllTextAsync(Path.Combine(folder, "second.csv"), second);
        await Import("second.csv", "third.db");

        Assert.Equal("rows: 2 taken, 0 unchanged, 0 not read\n", taken);
        Assert.Equal("rows: 0 taken, 2 unchanged, 0 not read\n", again);
        Assert.Equal(Coded(first, "review", "quad", "score", "cameo"), Coded(second, "review", "quad", "score", "cameo"));
        Assert.Equal(Coded(second), Coded(await Export("third.db")));
        Assert.All(Coded(second), row => Assert.Contains("review=accepted", row));
    }

    [Fact]
    public async Task Rows_that_cannot_be_read_are_named_and_the_others_taken()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "bad.csv"), "id,type,sentence\nx1,ASSULT,Troops shelled.\nx2,ASSAULT,Troops shelled Darat.\n");

        var (exitCode, output, errors) = await DemarcheProcess.Run("import", Path.Combine(folder, "bad.csv"), "--store", Path.Combine(folder, "team.db"), "--by", "Ann");

        Assert.Equal((1, "rows: 1 taken, 0 unchanged, 1 not read\n"), (exitCode, output));
        Assert.Contains("bad.csv: line 2: 'ASSULT' is not an event type (did you mean 'ASSAULT'?)", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrected_file_takes_the_place_of_its_rows_and_a_file_of_another_name_stands_beside()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "table.csv"), "id,type,sentence\n1,CONSULT,They met in Lisbom.\n2,CONSULT,They met in Porto.\n");
        await Import("table.csv", "team.db");
        await File.WriteAllTextAsync(Path.Combine(folder, "table.csv"), "id,type,sentence\n1,CONSULT,They met in Lisbon.\n2,ASSAULT,They met in Porto.\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "other.csv"), "id,type,sentence\n1,PROTEST,Crowds marched.\n");

        Assert.Equal("rows: 2 taken, 0 unchanged, 0 not read\n", await Import("table.csv", "team.db"));
        await Import("other.csv", "team.db");

        using var store = EventStore.OpenExisting(Path.Combine(folder, "team.db"));
        Assert.Equal(["ASSAULT They met in Porto.", "CONSULT They met in Lisbon.", "PROTEST Crowds marched."],
            store.Events(new EventQuery()).Select(one => $"{one.Type.ToString().ToUpperInvariant()} {one.Reports.Single().Sentence}").Order(StringComparer.Ordinal));
        Assert.All(store.Events(new EventQuery()), one => Assert.Equal("accepted", one.Review));
        Assert.Empty(store.Check());
    }

    [Fact]
    public async Task What_was_decided_about_events_goes_with_their_table()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "table.csv"),
            "id,type,sentence,actor_codes,actor_other_sectors,actor_offices,grade,review\n1,CONSULT,They met.,CHN,MIL,defence minister,B2,edited\n2,ASSAULT,A film.,RUS,,,,rejected\n");
        await Import("table.csv", "team.db");
        await File.WriteAllTextAsync(Path.Combine(folder, "second.csv"), (await DemarcheProcess.Run("export", "--store", Path.Combine(folder, "team.db"), "--format", "csv", "--review", "accepted,edited,rejected")).Output);
        await Import("second.csv", "third.db");

        foreach (var name in new[] { "team.db", "third.db" })
        {
            using var store = EventStore.OpenExisting(Path.Combine(folder, name));
            var one = Assert.Single(store.Events(new EventQuery()));
            Assert.Equal(("accepted", "B2", "defence minister", "MIL"), (one.Review, one.Grade, one.Actors[0].Office, one.Actors[0].OtherSectors.Single()));
            Assert.Single(store.Events(new EventQuery { Reviews = ["rejected"] }));
        }
    }

    [Fact]
    public async Task A_sentence_comes_out_of_a_table_as_it_went_in()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "table.csv"), "id,type,sentence\n1,CONSULT,Porto | They met.\n");
        await Import("table.csv", "team.db");

        Assert.Contains(",Porto | They met.,", (await DemarcheProcess.Run("export", "--store", Path.Combine(folder, "team.db"), "--format", "csv")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_refused_before_anything_is_kept()
    {
        await File.WriteAllBytesAsync(Path.Combine(folder, "latin.csv"), System.Text.Encoding.Latin1.GetBytes("id,type,sentence\n1,CONSULT,They met.\n2,CONSULT,Señor Müller came.\n"));

        var (exitCode, _, errors) = await DemarcheProcess.Run("import", Path.Combine(folder, "latin.csv"), "--store", Path.Combine(folder, "team.db"), "--by", "Ann");

        Assert.Equal(3, exitCode);
        Assert.Contains("latin.csv:3: is not in UTF-8", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "team.db")));
    }

    async Task<string> Export(string store) => (await DemarcheProcess.Run("export", "--store", Path.Combine(folder, store), "--format", "csv")).Output;

    async Task<string> Import(string table, string store)
    {
        var (exitCode, output, errors) = await DemarcheProcess.Run("import", Path.Combine(folder, table), "--store", Path.Combine(folder, store), "--by", "Ann");
        Assert.Equal((0, ""), (exitCode, errors));
        return output;
    }

    static List<string> Coded(string csv, params string[] without)
    {
        var lines = csv.TrimEnd('\n').Split('\n').Select(line => line.Split(',')).ToList();
        return [.. lines.Skip(1).Select(cells => string.Join(';', lines[0].Zip(cells, (column, cell) => $"{column}={cell}").Where(cell => !Own.Concat(without).Contains(cell.Split('=')[0])))).Order(StringComparer.Ordinal)];
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
