using System.Text.Json;
using Demarche.Events;
using Demarche.Storage;
using Demarche.Tests.Linking;

namespace Demarche.SystemTests.Storage;

public abstract partial class StoreSuite
{
    readonly string files = Directory.CreateTempSubdirectory("demarche-copies-").FullName;

    [Fact]
    public void A_backup_is_a_store_and_restored_it_goes_on()
    {
        var articles = News.Doubtful(new Random(3), 30);
        using var store = Keep(articles);
        Decide(store, Verdict(store.Events(new EventQuery()).First(), DecisionKind.Reject));
        string backup = Path.Combine(files, "backup.db"), restored = PlaceOf("restored");

        StoreCopy.Make(Place, backup, default);
        StoreCopy.Make(backup, restored, default);

        using var copy = EventStore.OpenExisting(backup);
        using var again = EventStore.OpenExisting(restored);
        Assert.Empty(copy.Check());
        Assert.Equal(Everything(store), Everything(copy));
        var more = News.Article("more", "2024-05-09", Strike);
        new EventKeeper(News.Linker, store).Keep([more]);
        new EventKeeper(News.Linker, again).Keep([more]);
        Assert.Equal(Everything(store), Everything(again));
        Assert.Single(again.Events(new EventQuery { ArticleText = "\"dock workers\"" }));
        Assert.Single(again.Decisions());
        Assert.Empty(again.Check());
    }

    [Fact]
    public void A_copy_never_takes_the_place_of_anything()
    {
        using var store = Keep(News.Article("a", "2024-05-07", Strike));
        var backup = Path.Combine(files, "backup.db");
        StoreCopy.Make(Place, backup, default);

        Assert.Contains("already", Assert.Throws<StoreException>(() => StoreCopy.Make(Place, backup, default)).Message, StringComparison.Ordinal);
        Assert.Contains("already", Assert.Throws<StoreException>(() => StoreCopy.Make(backup, Place, default)).Message, StringComparison.Ordinal);
        Assert.Equal([backup], Directory.GetFiles(files));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_told()
    {
        using (Keep(News.Article("a", "2024-05-07", Strike)))
        {
        }

        foreach (var file in new[] { Path.Combine(files, "nowhere", "backup.db"), files })
            Assert.StartsWith(file + ": ", Assert.Throws<StoreException>(() => StoreCopy.Make(Place, file, CancellationToken.None)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_older_store_is_brought_up_to_date_after_a_backup()
    {
        var older = new HashSet<int> { 1, 2 };
        using (var database = Database.At(Place))
        using (var statements = new Statements(database, database.Connect(create: true)))
        {
            Migrator.Run(database, statements, older);
            statements.Execute("insert into article (id, sha256, input, authors, published_precision, published_basis, language, text, blocks) values ('a', 'b', 'c', '[]', 'Day', 'User', 'en', 'old', '[]')");
        }
        Assert.Contains("store upgrade", Assert.Throws<StoreException>(() => EventStore.OpenOrCreate(Place)).Message, StringComparison.Ordinal);
        var backup = Path.Combine(files, "before.db");

        var (migrations, made) = StoreUpgrade.Run(Place, backup, default);

        Assert.Equal((backup, "0003-kept-by-triggers"), (made, migrations[0]));
        using var store = EventStore.OpenExisting(Place);
        Assert.Contains(("articles", 1L), store.Stats());
        Assert.Empty(StoreUpgrade.Run(Place, null, default).Migrations);
        using var kept = Database.At(backup);
        using var reading = new Statements(kept, kept.Connect());
        Assert.Equal(older, kept.Applied(reading));
        Assert.Equal("old", reading.Scalar("select text from article"));
    }

    static string Everything(EventStore store) => JsonSerializer.Serialize(store.Events(new EventQuery { Reviews = ["accepted", "edited", "rejected", "unreviewed"] }));
}
