using Demarche.Storage;
using Demarche.Tests.Linking;
using Microsoft.Data.Sqlite;

namespace Demarche.SystemTests.Storage;

public sealed class SqliteStoreTests : StoreSuite
{
    readonly string folder = Directory.CreateTempSubdirectory("demarche-store-").FullName;

    protected override string PlaceOf(string name) => Path.Combine(folder, name + ".db");

    protected override string WithoutGuards => "drop trigger article_stays;";

    protected override string WithoutReferences => "pragma foreign_keys = off;";

    protected override string WithoutWords => "insert into report_text (report_text, rowid, sentence) select 'delete', report, sentence from report";

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        File.WriteAllText(Place, string.Concat(Enumerable.Repeat("These are my notes. ", 300)));

        Assert.Contains("not a Demarche store", Assert.Throws<StoreException>(() => EventStore.OpenOrCreate(Place)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_database_of_another_program_is_refused_and_left_as_it_is()
    {
        Tamper("create table mine (x)");
        var before = File.ReadAllBytes(Place);

        Assert.Contains("not a Demarche store", Assert.Throws<StoreException>(() => EventStore.OpenOrCreate(Place)).Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Place));
    }

    [Fact]
    public void A_damaged_store_is_refused_or_found_out()
    {
        using (Keep(News.Doubtful(new Random(3), 30)))
        {
        }
        var bytes = File.ReadAllBytes(Place);
        bytes.AsSpan(4096, bytes.Length - 4096).Reverse();
        File.WriteAllBytes(Place, bytes);

        Assert.Throws<StoreException>(() =>
        {
            using var store = EventStore.OpenExisting(Place);
            if (store.Check().Any())
                throw new StoreException(Place, "found out");
        });
    }

    [Fact]
    public void A_store_of_the_first_schema_is_not_changed_unasked()
    {
        var first = File.ReadAllText(Path.Combine(Demarche.Tests.Repository.Root, "src", "Demarche.Storage", "Schema", "sqlite", "0001-start.sql"));
        Tamper(first + "; pragma application_id = 0x44656d72; pragma user_version = 1");

        Assert.Contains("store upgrade", Assert.Throws<StoreException>(() => EventStore.OpenOrCreate(Place)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public void No_two_steps_of_the_schema_have_one_number(string dialect)
    {
        var numbers = Migrator.Known(dialect).Select(step => step.Number).ToList();

        Assert.Equal(numbers.Distinct(), numbers);
    }

    protected override void Tamper(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Place};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public override void Dispose()
    {
        base.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
