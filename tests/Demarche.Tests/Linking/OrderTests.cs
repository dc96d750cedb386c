using System.Text.Json;
using Demarche.Events;
using Demarche.Linking;
using FsCheck;
using FsCheck.Fluent;

namespace Demarche.Tests.Linking;

/// <summary>The same events and ids, whatever order articles come in, however they are batched, however often they come.</summary>
public class OrderTests
{
    static readonly CodedArticle[] Articles = News.Doubtful(new Random(20240506), count: 60, mixed: true);

    static readonly string Expected = Describe(Articles, batch: 1);

    [Fact]
    public void The_order_and_the_batches_of_articles_change_nothing()
    {
        var orders =
            from order in Gen.Shuffle(Enumerable.Range(0, Articles.Length).ToArray())
            from batch in Gen.Choose(1, Articles.Length)
            select (order, batch);

        Prop.ForAll(orders.ToArbitrary(), trial => Describe([.. trial.order.Select(i => Articles[i])], trial.batch) == Expected)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(12));
    }

    [Fact]
    public void Articles_that_come_again_change_nothing()
    {
        var again =
            from extra in Gen.ArrayOf(Gen.Choose(0, Articles.Length - 1), 20)
            from order in Gen.Shuffle(Enumerable.Range(0, Articles.Length).Concat(extra).ToArray())
            select order;

        Prop.ForAll(again.ToArbitrary(), order => Describe([.. order.Select(i => Articles[i])], 7) == Expected)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5));
    }

    [Fact]
    public void A_restart_between_any_two_batches_changes_nothing()
    {
        var store = new MemoryStore();
        foreach (var part in Articles.Reverse().Chunk(9))
            new EventKeeper(new Linker(LinkingWords.Load(Repository.Data)), store).Keep(part);

        Assert.Equal(Expected, JsonSerializer.Serialize(store.Events));
    }

    [Fact]
    public void The_news_of_these_tests_has_events_of_one_report_and_of_many()
    {
        var events = News.EventsOf(Articles);

        Assert.Contains(events, one => one.Reports.Length == 1);
        Assert.Contains(events, one => one.Reports.Length > 4);
    }

    static string Describe(CodedArticle[] articles, int batch)
    {
        var store = new MemoryStore();
        var keeper = new EventKeeper(News.Linker, store);
        foreach (var part in articles.Chunk(batch))
            keeper.Keep(part);
        return JsonSerializer.Serialize(store.Events);
    }
}
