using System.Data.Common;
using System.Text.Json;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Storage;
using Demarche.Tests.Linking;

namespace Demarche.SystemTests.Storage;

/// <summary>What every store must do, run on each database.</summary>
public abstract partial class StoreSuite : IDisposable
{
    /// <summary>Where a store may be made that no other test sees.</summary>
    protected abstract string PlaceOf(string name);

    protected string Place => PlaceOf("news");

    /// <summary>Does to the store what only somebody beside the program would do.</summary>
    protected abstract void Tamper(string sql);

    internal static readonly Report Strike = new(EventType.Assault, "Dravian artillery *shelled* the harbour of Port Nivel on Monday, killing dock workers.")
    {
        Actors = "DRA",
        Recipients = "NIV",
        Mode = "heavy-weapons",
        On = "2024-05-06",
        City = "Port Nivel",
        Holder = "Nivel Radio",
        Dead = 5,
    };

    internal static readonly Report Talks = new(EventType.Consult, "The foreign ministers of Dravia and Orlia *met* in Lisbon.")
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
    public void An_article_comes_back_as_it_was_kept()
    {
        var kept = News.Article("a", "2024-05-07", Strike).Article with
        {
            Published = new PublicationDate(new DateTimeOffset(2024, 5, 7, 9, 30, 0, TimeSpan.Zero), PublicationPrecision.Second, DateBasis.Meta) { IsLocal = true },
            Details = new ArticleDetails
            {
                Modified = new PublicationDate(new DateTimeOffset(2024, 5, 8, 9, 30, 0, TimeSpan.FromHours(2)), PublicationPrecision.Second, DateBasis.JsonLd),
                Section = "World",
                OutletState = new OutletState("NIV", "register"),
                DeclaredLanguage = "en-GB",
                LanguageBasis = LanguageBasis.Text,
                Conflicts = [new MetadataConflict("published", [new MetadataValue("2024-05-07", "meta"), new MetadataValue("2024-05-06", "url")])],
            },
        };
        using var store = Keep(new CodedArticle { Article = kept, Version = News.Version });

        Assert.Equal(JsonSerializer.Serialize(kept with { Input = "a.txt" }), JsonSerializer.Serialize(store.Article(kept.Id)));
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
        var other = PlaceOf("other");
        foreach (var batch in shuffled.Chunk(9))
            using (var store = EventStore.OpenOrCreate(other))
                new EventKeeper(News.Linker, store).Keep(batch);

        using var restarted = EventStore.OpenExisting(other);
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

    /// <summary>A text, a longer one, an excerpt, a copy to the letter, and a text of its own, with as many reports as sentences.</summary>
    static CodedArticle[] Copies()
    {
        var (news, more) = (News.Doubtful(new Random(3), 20).SelectMany(article => article.Events).Select(report => report.Sentence).Distinct().ToList(), 0);
        Report[] sentences = [.. news.Take(12).Select(sentence => new Report(EventType.Assault, $"{sentence[..4]}*{sentence[4..9]}*{sentence[9..]} Witness {++more * 37} of street {more} saw it happen.") { Actors = "DRA", Recipients = "NIV" })];
        return
        [
            News.Article("agency", "2024-05-07", sentences[..5]),
            News.Article("longer", "2024-05-08", sentences[..6]),
            News.Article("excerpt", "2024-05-07", sentences[..3]),
            News.Article("letter", "2024-05-07", sentences[..5]),
            News.Article("other", "2024-05-07", sentences[6..]),
        ];
    }

    [Fact]
    public void Of_texts_that_are_the_same_the_longest_is_told_whatever_came_first()
    {
        var articles = Copies();
        var expected = JsonSerializer.Serialize(News.EventsOf(articles));
        var random = new Random(2);
        for (var round = 0; round < 6; round++)
        {
            random.Shuffle(articles);
            using var store = EventStore.OpenOrCreate(PlaceOf("round" + round));
            foreach (var batch in articles.Chunk(1 + round % 3))
                new EventKeeper(News.Linker, store).Keep(batch);

            Assert.Equal(expected, JsonSerializer.Serialize(store.Events(new EventQuery()).OrderBy(one => one.Id.Value, StringComparer.Ordinal)));
            Assert.Equal(["longer", "other"], store.Events(new EventQuery()).SelectMany(one => one.Reports).Select(report => report.Document.Value).Distinct().Order(StringComparer.Ordinal));
            Assert.Contains(("articles", 5L), store.Stats());
            Assert.Contains(("not coded: duplicate", 3L), store.Stats());
            Assert.Equal(articles.Select(_ => KeptAs.Unchanged), new EventKeeper(News.Linker, store).Keep(articles));
            Assert.Empty(store.Check());
        }
    }

    [Fact]
    public void A_duplicate_coded_by_a_newer_version_stays_one()
    {
        var articles = Copies();
        using var store = Keep(articles);

        var kept = new EventKeeper(News.Linker, store).Keep([articles[0] with { Version = "test-2" }, articles[1] with { Version = "test-2" }]);

        Assert.Equal([KeptAs.Duplicate, KeptAs.Recoded], kept);
        Assert.Empty(store.Check());
    }

    [Fact]
    public void A_copy_is_a_further_source_of_what_it_prints_and_adds_no_origin()
    {
        Report[] rest = [.. Enumerable.Range(1, 4).Select(i => new Report(EventType.Aid, $"On street {i} the mayor *gave* {i * 37} families of Port Nivel blankets, bread and water for {i * 3} days.") { Actors = "NIV", Recipients = "NIV" })];
        var agency = News.Article("agency", "2024-05-07", [Strike, Talks, .. rest]);
        var excerpt = News.Article("excerpt", "2024-05-08", outlet: "The Post", [Talks, .. rest]);
        var shorter = News.Article("shorter", "2024-05-09", outlet: "Daily", [Talks, .. rest[..3]]);
        foreach (CodedArticle[] order in new CodedArticle[][] { [agency, excerpt, shorter], [shorter, excerpt, agency] })
        {
            using var store = EventStore.OpenOrCreate(PlaceOf("of_" + order[0].Article.Id));
            foreach (var article in order)
                new EventKeeper(News.Linker, store).Keep([article]);

            var talks = store.Events(new EventQuery { Types = [EventType.Consult] }).Single();
            Assert.Equal(["excerpt of agency: The Post", "shorter of agency: Daily"], talks.Copies.Select(copy => $"{copy.Document} of {copy.Of}: {copy.Outlet}"));
            Assert.Equal(1, talks.Origins);
            Assert.Empty(store.Events(new EventQuery { Types = [EventType.Assault] }).Single().Copies);
            Assert.Contains(EventType.Consult, store.Events(new EventQuery { Source = "post" }).Select(one => one.Type));
            Assert.DoesNotContain(EventType.Assault, store.Events(new EventQuery { Source = "post" }).Select(one => one.Type));
        }
    }

    [Fact]
    public void A_copy_is_known_before_anybody_codes_it()
    {
        var articles = Copies();
        using var store = Keep(articles[1], articles[4]);
        var keeper = new EventKeeper(News.Linker, store);

        Assert.Equal([true, false, true, true, false], articles.Select(copy => keeper.IsCopy(copy.Article)));

        var uncoded = articles[3] with { Events = [], NotCoded = CodedArticle.Duplicate };
        Assert.Equal([KeptAs.Duplicate], keeper.Keep([uncoded], _ => throw new InvalidOperationException("coded for nothing")));
        Assert.Empty(store.Check());
    }

    [Fact]
    public void What_came_as_a_copy_and_is_none_is_coded()
    {
        var articles = Copies();
        using var store = Keep(articles[4]);

        var kept = new EventKeeper(News.Linker, store).Keep([articles[0] with { Events = [], NotCoded = CodedArticle.Duplicate }], _ => articles[0]);

        Assert.Equal([KeptAs.New], kept);
        Assert.Contains("agency", store.Events(new EventQuery()).SelectMany(one => one.Reports).Select(report => report.Document.Value));
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
    [InlineData(EventOrder.Date)]
    [InlineData(EventOrder.Newest)]
    [InlineData(EventOrder.Origins)]
    public void Pages_give_every_event_once_though_others_join_and_the_last_of_a_page_vanishes(EventOrder order)
    {
        using var store = Keep(News.Doubtful(new Random(11), 40));
        var all = store.Events(new EventQuery { Order = order }).Select(one => one.Id).ToList();
        var paged = new List<EventId>();
        EventCursor? after = null;
        while (store.Events(new EventQuery { Order = order, After = after, Limit = 3 }).ToList() is { Count: > 0 } page)
        {
            paged.AddRange(page.Select(one => one.Id));
            after = EventCursor.Parse(EventCursor.Behind(page[^1]).ToString());
            if (paged.Count == 3)
                new EventKeeper(News.Linker, store).Keep([News.Article("early", "1999-05-07", Talks with { On = "1999-05-04" })]);
        }

        Assert.Equal(all, paged.Where(all.Contains));
        Assert.Equal(paged.Count, paged.Distinct().Count());
        Assert.Equal(all.Skip(3).ToList(), store.Events(new EventQuery { Order = order, After = EventCursor.Behind(store.Find(all[2])!) with { Id = new EventId(all[2].Value + "!") } }).Select(one => one.Id).Where(all.Contains));
    }

    [Fact]
    public void What_has_no_day_counts_on_the_day_it_was_told()
    {
        var told = News.Article("a", "2024-05-07", Strike with { On = null });
        using var store = Keep(told with { Events = [told.Events[0] with { Date = new TextDate(null, null, DatePrecision.Open, null) }] });

        Assert.Single(store.Events(new EventQuery { From = News.Day("2024-05-07") }));
        Assert.Empty(store.Events(new EventQuery { From = News.Day("2024-05-08") }));
    }

    [Theory]
    [InlineData("beyonce")]
    [InlineData("Beyonc\u00E9")]
    [InlineData("BEYONC\u00C9")]
    [InlineData("Beyonce\u0301")]
    [InlineData("\"Beyonc\u00E9 of M\u00FCnster\"")]
    [InlineData("\"beyonce of munst*")]
    public void Words_are_found_with_and_without_their_diacritics(string words)
    {
        using var store = Keep(
            News.Article("composed", "2024-05-07", Strike with { Marked = "Dravian artillery *shelled* the palace of Beyonc\u00E9 of M\u00FCnster." }),
            News.Article("apart", "2024-06-07", Talks with { Marked = "The ministers *met* at the palace of Beyonce\u0301 of Mu\u0308nster." }));

        Assert.Equal(2, store.Events(new EventQuery { Text = words }).Count());
        Assert.Equal(2, store.Events(new EventQuery { ArticleText = words }).Count());
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
    public void Two_reports_of_one_id_are_never_taken_for_each_other()
    {
        CodedArticle first = News.Article("a", "2024-05-07", Strike), other = News.Article("b", "2024-05-07", Talks);
        using var store = Keep(first);
        var keeper = new EventKeeper(News.Linker, store);

        Assert.Contains("another report", Assert.Throws<InvalidOperationException>(() => keeper.Keep([other with { Events = [other.Events[0] with { Id = first.Events[0].Id }] }])).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => keeper.Keep([other with { Events = [other.Events[0], other.Events[0]] }]));
        keeper.Keep([other]);

        Assert.Equal(2, store.Events(new EventQuery()).Count());
        Assert.Empty(store.Check());
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

    /// <summary>Takes away what keeps texts from being rewritten.</summary>
    protected abstract string WithoutGuards { get; }

    [Fact]
    public void The_text_of_an_article_cannot_be_rewritten()
    {
        using (Keep(News.Article("a", "2024-05-07", Strike)))
        {
        }

        Assert.Contains("never rewritten", Assert.ThrowsAny<DbException>(() => Tamper("update article set text = 'other'")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_of_a_newer_version_is_refused()
    {
        using (Keep(News.Article("a", "2024-05-07", Strike)))
        {
        }
        Tamper("insert into migration values (9999, 'of-the-future')");

        Assert.Contains("newer version", Assert.Throws<StoreException>(() => EventStore.OpenExisting(Place)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_is_not_there_is_not_made_by_reading() =>
        Assert.Contains("no such store", Assert.Throws<StoreException>(() => EventStore.OpenExisting(Place)).Message, StringComparison.Ordinal);

    [Fact]
    public void Reports_of_a_day_and_of_weeks_find_each_other()
    {
        CodedArticle weeks = News.Article("weeks", "2024-05-29", Talks with { On = "2024-05-01/2024-05-28" }), day = News.Article("day", "2024-05-21", Talks with { On = "2024-05-20" });
        using var store = Keep(weeks, day);

        foreach (var (one, other) in new[] { (weeks, day), (day, weeks) })
            Assert.Contains(other.Events[0].Id, store.Candidates(News.Linker.KeysOf(News.Linker.TellingsOf(one)[0])).Select(telling => telling.Report.Id));
    }

    [Fact]
    public void What_another_process_kept_meanwhile_is_seen()
    {
        using var mine = Keep(News.Article("a", "2024-05-07", Strike));
        using (var theirs = EventStore.OpenExisting(Place))
            new EventKeeper(News.Linker, theirs).Keep([News.Article("a", "2024-05-07", Strike) with { Version = "test-2" }]);

        new EventKeeper(News.Linker, mine).Keep([News.Article("b", "2024-05-08", Strike)]);

        Assert.Equal(2, Assert.Single(mine.Events(new EventQuery())).Reports.Length);
        Assert.Empty(mine.Check());
    }

    /// <summary>SQL that lets rows be orphaned.</summary>
    protected abstract string WithoutReferences { get; }

    [Theory]
    [InlineData("update report set trigger_end = 999999", "r-", "span")]
    [InlineData("update report set evidence_start = -3", "r-", "span")]
    [InlineData("update report set sentence = 'x' || sentence", "r-", "span")]
    [InlineData("update report set quantities = replace(quantities, '\"end\":', '\"end\":99')", "r-", "span")]
    [InlineData("update report set actors = '[{'", "r-", "cannot be read")]
    [InlineData("update report set status = 'Maybe'", "r-", "cannot be read")]
    [InlineData("update event set contradictions = 'x'", "e-", "cannot be read")]
    [InlineData("update event set id = 'e-00000000000000000000'", "e-0", "id")]
    [InlineData("update event set origins = 9", "e-", "9 origins")]
    [InlineData("update event set first_day = '2023-13-99'", "e-", "days")]
    [InlineData("delete from event_party", "e-", "parties")]
    [InlineData("delete from event_report", "r-", "without an event")]
    [InlineData("update coding set current = 0", "r-", "retired")]
    [InlineData("update report set coding = 9999", "table report", "coding")]
    [InlineData("delete from event", "table event_report", "event")]
    [InlineData("insert into filed (key, first_day, last_day, report) values ('x', 1, 1, 9999)", "table filed", "report")]
    [InlineData("insert into decision (number, kind, event, changes, decided_by, decided_at, why) values (1, 'Guess', 'e-x', '[]', 'a', 'b', 'c')", "decision 1", "cannot be read")]
    [InlineData("drop index event_day", "the index", "event_day")]
    [InlineData("drop table alert_delivery; drop table alert", "the table alert", "missing")]
    [InlineData("alter table article drop column details", "the column details", "article")]
    public void Check_names_each_kind_of_damage(string damage, string begin, string reason)
    {
        using (Keep(News.Article("a", "2024-05-07", Strike)))
        {
        }
        Tamper(WithoutReferences + damage);

        using var store = EventStore.OpenExisting(Place);

        Assert.Contains(store.Check(), problem => problem.StartsWith(begin, StringComparison.Ordinal) && problem.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_row_that_cannot_be_read_is_told_as_such_by_every_question()
    {
        using (Keep(News.Article("a", "2024-05-07", Strike)))
        {
        }
        Tamper("update report set actors = '[{'");

        using var store = EventStore.OpenExisting(Place);

        Assert.Contains("store check", Assert.Throws<StoreException>(() => store.Events(new EventQuery()).ToList()).Message, StringComparison.Ordinal);
    }

    /// <summary>SQL that lets a search miss the words of a report.</summary>
    protected abstract string WithoutWords { get; }

    [Fact]
    public void A_search_index_that_does_not_match_is_found_and_made_anew()
    {
        using (Keep(News.Article("a", "2024-05-07", Strike)))
        {
        }
        Tamper(WithoutWords);

        using var store = EventStore.OpenExisting(Place);
        Assert.Contains(store.Check(), problem => problem.Contains("--rebuild-search", StringComparison.Ordinal));
        store.RebuildSearch();

        Assert.Single(store.Events(new EventQuery { Text = "harbour" }));
    }

    [Fact]
    public void Check_finds_what_was_tampered_with()
    {
        using (Keep(News.Article("a", "2024-05-07", Strike)))
        {
        }
        Tamper(WithoutGuards + "update article set text = replace(text, 'harbour', 'airport')");
        Tamper("update report set trigger_start = trigger_start + 1");
        Tamper("update event set status = 'Ongoing'; update report set status = 'Denied'");

        using var store = EventStore.OpenExisting(Place);
        var problems = store.Check().ToList();

        Assert.Contains(problems, problem => problem.StartsWith("a: ", StringComparison.Ordinal) && problem.Contains("hash", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("span", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("no report tells it as real", StringComparison.Ordinal));
    }

    protected EventStore Keep(params CodedArticle[] articles)
    {
        var store = EventStore.OpenOrCreate(Place);
        new EventKeeper(News.Linker, store).Keep(articles);
        return store;
    }

    EventStore Reopened(EventStore store)
    {
        store.Dispose();
        return EventStore.OpenExisting(Place);
    }

    public virtual void Dispose()
    {
        Directory.Delete(files, recursive: true);
        GC.SuppressFinalize(this);
    }
}
