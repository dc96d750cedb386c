using System.Text.Json;
using Demarche.Events;
using Demarche.Storage;
using Demarche.Tests.Linking;
using Npgsql;

namespace Demarche.SystemTests.Storage;

public sealed class PostgresStoreTests(PostgresServer server) : StoreSuite
{
    readonly string id = Guid.NewGuid().ToString("n");

    protected override string PlaceOf(string name) => server.AddressOf($"{name}_{id}");

    protected override string WithoutGuards => "drop trigger article_stays on article;";

    protected override string WithoutReferences => "set session_replication_role = replica;";

    // As after a dump that was loaded with another meaning of the words.
    protected override string WithoutWords => "alter table report alter column words drop expression; update report set words = ''";

    [Fact]
    public void Both_databases_give_the_same_events_byte_for_byte()
    {
        var random = new Random(5);
        var articles = News.Doubtful(random, 40);
        using var store = Keep(articles);
        var path = Path.Combine(Directory.CreateTempSubdirectory("demarche-both-").FullName, "news.db");
        using var file = EventStore.OpenOrCreate(path);
        random.Shuffle(articles);
        new EventKeeper(News.Linker, file).Keep(articles);

        Assert.Equal(JsonSerializer.Serialize(file.Events(new EventQuery())), JsonSerializer.Serialize(store.Events(new EventQuery())));
    }

    [Fact]
    public void A_schema_of_another_program_is_refused()
    {
        Tamper($"create schema news_{id}; create table news_{id}.mine (x integer)");

        Assert.Contains("something else", Assert.Throws<StoreException>(() => EventStore.OpenOrCreate(Place)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgres://", "form")]
    [InlineData("postgres://127.0.0.1:1/none", "no connection")]
    [InlineData("postgres://user:secret@127.0.0.1:1/none?colour=red", "colour")]
    [InlineData("postgres://127.0.0.1/none?schema=a;drop", "name for a schema")]
    public void An_address_that_leads_nowhere_is_told(string address, string reason)
    {
        var message = Assert.Throws<StoreException>(() => EventStore.OpenExisting(address)).Message;

        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_the_database_cannot_keep_fails_alone()
    {
        var nul = News.Article("nul", "2024-05-07", Strike with { City = "Port\0Nivel" });
        using var store = Keep(News.Article("a", "2024-05-07", Talks));

        Assert.Throws<ArgumentException>(() => new EventKeeper(News.Linker, store).Keep([nul with { Article = nul.Article with { Title = "a\0b" } }]));

        Assert.Single(store.Events(new EventQuery()));
        Assert.Empty(store.Check());
    }

    protected override void Tamper(string sql)
    {
        using var connection = new NpgsqlConnection($"{server.Settings};Search Path=news_{id}");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
