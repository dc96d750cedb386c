using System.Collections.Immutable;
using System.Text.Json;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Storage;
using Demarche.Tests.Linking;
using Microsoft.Data.Sqlite;

namespace Demarche.SystemTests.Storage;

public sealed class StoreTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("demarche-store-").FullName;

    string StorePath => Path.Combine(folder, "news.db");

    static readonly Report Strike = new(EventType.Assault, "Dravian artillery *shelled* the harbour of Port Nivel on Monday, killing dock workers.")
    {
        Actors = "DRA",
        Recipients = "NIV",
        Mode = "heavy-weapons",
        On = "2024-05-06",
        City = "Port Nivel",
        Holder = "Nivel Radio",
        Dead = 5,
    };

    static readonly Report Talks = new(EventType.Consult, "The foreign ministers of Dravia and Orlia *met* in Lisbon.")
    {
        Actors = "DRA ORL",
        On = "2024-05-04",
        City = "Lisbon",
    };

    [Fact]
    public void A_report_comes_back_as_it_was_kept()
    {
        var kept = News.Article("a", "2024-05-07", Strike, Talks);
        using var store = Keep(kept);

        foreach (var report in kept.Events)
            Assert.Equal(JsonSerializer.Serialize(report), JsonSerializer.Serialize(Reopened(store).Telling(report.Id).Report));
    }

    [Fact]
    public void An_event_comes_back_as_linking_made_it()
    {
        CodedArticle[] articles = News.Doubtful(new Random(7), 40);
        using var store = Keep(articles);

        Assert.Equal(
            JsonSerializer.Serialize(News.EventsOf(articles)),
            JsonSerializer.Serialize(store.Events(new EventQuery()).OrderBy(one => one.Id.Value, StringComparer.Ordinal)));
    }

    [Fact]
    public void Order_batches_and_restarts_change_no_event()
    {
        var random = new Random(11);
        var articles = News.Doubtful(random, 50);
        using var expected = Keep(articles);

        var shuffled = articles.ToArray();
        random.Shuffle(shuffled);
        var other = Path.Combine(folder, "other.db");
        foreach (var batch in shuffled.Chunk(9))
            using (var store = SqliteStore.OpenOrCreate(other))
                new EventKeeper(News.Linker, store).Keep(batch);

        using var restarted = SqliteStore.OpenExisting(other);
        Assert.Equal(JsonSerializer.Serialize(expected.Events(new EventQuery())), JsonSerializer.Serialize(restarted.Events(new EventQuery())));
        Assert.Empty(restarted.Check());
    }

    [Fact]
    public void The_same_article_again_changes_nothing()
    {
        var article = News.Article("a", "2024-05-07", Strike);
        using var store = Keep(article);
        var before = store.Stats();

        Assert.Equal([KeptAs.Unchanged], new EventKeeper(News.Linker, store).Keep([article]));
        Assert.True(store.Holds(article.Article, News.Version));
        Assert.Equal(before, store.Stats());
    }

    [Fact]
    public void A_newer_coding_takes_the_place_of_the_older_and_leaves_it_beside()
    {
        var neighbour = News.Article("b", "2024-05-07", Strike);
        var older = News.Article("a", "2024-05-07", Strike, Talks);
        using var store = Keep(neighbour, older);

        var newer = older with { Version = "test-2", Events = [older.Events[1] with { Version = "test-2" }] };
        Assert.Equal([KeptAs.Recoded], new EventKeeper(News.Linker, store).Keep([newer]));

        var events = store.Events(new EventQuery()).ToList();
        Assert.Equal(["b"], events.Single(one => one.Type == EventType.Assault).Reports.Select(report => report.Document.Value));
        Assert.Equal(["test-2"], events.Single(one => one.Type == EventType.Consult).Reports.Select(report => report.Version));
        Assert.Contains(("codings by older versions", 1L), store.Stats());
        Assert.Empty(store.Check());
    }

    [Fact]
    public void A_date_that_the_user_gives_later_replaces_the_one_found()
    {
        var article = News.Article("a", "2024-05-07", Strike with { On = null });
        using var store = Keep(article);
        var dated = article with { Article = article.Article with { Published = PublicationDate.OfDay(News.Day("2024-05-17"), DateBasis.User) } };

        Assert.False(store.Holds(dated.Article, News.Version));
        new EventKeeper(News.Linker, store).Keep([dated]);

        Assert.Equal(News.Day("2024-05-17"), Assert.Single(store.Events(new EventQuery())).StatusHistory[0].AsOf);
        Assert.True(store.Holds(dated.Article, News.Version));
        Assert.Empty(store.Check());
    }

    [Fact]
    public void An_article_that_cannot_be_coded_is_kept_with_the_reason()
    {
        var foreign = News.Article("zh", "2024-05-07") with { NotCoded = "language zh" };
        using var store = Keep(foreign);

        Assert.Contains(("not coded: language zh", 1L), store.Stats());
        Assert.True(store.Holds(foreign.Article, News.Version));
    }

    public static TheoryData<string, EventQuery, int> Queries() => new()
    {
        { "all", new EventQuery(), 2 },
        { "code", new EventQuery { Actor = "niv" }, 1 },
        { "dyad, either way round", new EventQuery { Dyad = ("NIV", "DRA") }, 1 },
        { "dyad of co-actors", new EventQuery { Dyad = ("ORL", "DRA") }, 1 },
        { "dyad of one with itself", new EventQuery { Dyad = ("DRA", "DRA") }, 0 },
        { "type", new EventQuery { Types = [EventType.Consult] }, 1 },
        { "status", new EventQuery { Statuses = [EventStatus.Occurred] }, 2 },
        { "other status", new EventQuery { Statuses = [EventStatus.Planned] }, 0 },
        { "from", new EventQuery { From = News.Day("2024-05-05") }, 1 },
        { "to", new EventQuery { To = News.Day("2024-05-05") }, 1 },
        { "words in any form", new EventQuery { Text = "shelling harbour" }, 1 },
        { "phrase", new EventQuery { Text = "\"harbour of port\"" }, 1 },
        { "phrase not there", new EventQuery { Text = "\"port of harbour\"" }, 0 },
        { "beginning", new EventQuery { Text = "artil*" }, 1 },
        { "words of another sentence", new EventQuery { Text = "shelled lisbon" }, 0 },
        { "words of the article", new EventQuery { ArticleText = "shelled lisbon" }, 2 },
        { "holder", new EventQuery { Source = "nivel radio" }, 1 },
        { "origins", new EventQuery { MinOrigins = 2 }, 0 },
        { "limit", new EventQuery { Limit = 1 }, 1 },
    };

    [Theory]
    [MemberData(nameof(Queries))]
    public void Queries_find_what_they_ask_for(string what, EventQuery query, int expected)
    {
        Assert.NotEmpty(what);
        using var store = Keep(News.Article("a", "2024-05-07", Strike, Talks));

        Assert.Equal(expected, store.Events(query).Count());
    }

    [Theory]
    [InlineData("\" OR 1=1 --")]
    [InlineData("harbour) OR (sentence:x")]
    [InlineData("NEAR(a b, 1) ^ * AND OR NOT")]
    [InlineData("'; drop table event; --")]
    [InlineData("\"\"\"\"")]
    [InlineData("-harbour +port {x} \\ \0")]
    public void Search_words_are_words_and_nothing_else(string words)
    {
        using var store = Keep(News.Article("a", "2024-05-07", Strike));

        _ = store.Events(new EventQuery { Text = words, ArticleText = words, Actor = words, Source = words }).ToList();

        Assert.Single(store.Events(new EventQuery()));
    }

    [Fact]
    public void A_step_that_fails_leaves_nothing()
    {
        using var store = Keep(News.Article("a", "2024-05-07", Strike));
        var before = store.Stats();

        Assert.Throws<InvalidOperationException>(() => store.InOneStep(() =>
        {
            store.Keep(News.Article("b", "2024-05-07", Talks), []);
            throw new InvalidOperationException();
        }));

        Assert.Equal(before, store.Stats());
    }

    [Fact]
    public void Check_finds_what_was_tampered_with()
    {
        using (Keep(News.Article("a", "2024-05-07", Strike)))
        {
        }
        Execute("update article set text = replace(text, 'harbour', 'airport')");
        Execute("update report set trigger_start = trigger_start + 1");
        Execute("update event set status = 'Ongoing'; update report set status = 'Denied'");

        using var store = SqliteStore.OpenExisting(StorePath);
        var problems = store.Check().ToList();

        Assert.Contains(problems, problem => problem.StartsWith("a: ", StringComparison.Ordinal) && problem.Contains("hash", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("span", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("no report tells it as real", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("search index", StringComparison.Ordinal));
    }

    [Fact]
    public void A_store_that_is_not_there_is_not_made_by_reading() =>
        Assert.Contains("no such store", Assert.Throws<StoreException>(() => SqliteStore.OpenExisting(StorePath)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        File.WriteAllText(StorePath, string.Concat(Enumerable.Repeat("These are my notes. ", 300)));

        Assert.Contains("not a Demarche store", Assert.Throws<StoreException>(() => SqliteStore.OpenOrCreate(StorePath)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_database_of_another_program_is_refused_and_left_as_it_is()
    {
        Execute("create table mine (x)");
        var before = File.ReadAllBytes(StorePath);

        Assert.Contains("not a Demarche store", Assert.Throws<StoreException>(() => SqliteStore.OpenOrCreate(StorePath)).Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(StorePath));
    }

    [Fact]
    public void A_store_of_a_newer_version_is_refused()
    {
        using (Keep(News.Article("a", "2024-05-07", Strike)))
        {
        }
        Execute("pragma user_version = 999");

        Assert.Contains("newer version", Assert.Throws<StoreException>(() => SqliteStore.OpenExisting(StorePath)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_store_is_refused_or_found_out()
    {
        using (Keep(News.Doubtful(new Random(3), 30)))
        {
        }
        var bytes = File.ReadAllBytes(StorePath);
        bytes.AsSpan(4096, bytes.Length - 4096).Reverse();
        File.WriteAllBytes(StorePath, bytes);

        Assert.Throws<StoreException>(() =>
        {
            using var store = SqliteStore.OpenExisting(StorePath);
            if (store.Check().Any())
                throw new StoreException(StorePath, "found out");
        });
    }

    [Fact]
    public void A_store_of_the_first_schema_is_brought_up_to_date()
    {
        var first = File.ReadAllText(Path.Combine(Demarche.Tests.Repository.Root, "src", "Demarche.Storage", "Schema", "0001-start.sql"));
        Execute(first + "; pragma application_id = 0x44656d72; pragma user_version = 1");

        using var store = Keep(News.Article("a", "2024-05-07", Strike));

        Assert.Single(store.Events(new EventQuery { Text = "harbour" }));
    }

    SqliteStore Keep(params CodedArticle[] articles)
    {
        var store = SqliteStore.OpenOrCreate(StorePath);
        new EventKeeper(News.Linker, store).Keep(articles);
        return store;
    }

    SqliteStore Reopened(SqliteStore store)
    {
        store.Dispose();
        return SqliteStore.OpenExisting(StorePath);
    }

    void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={StorePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
