using System.Text.Json;
using Demarche.Analysis;
using Demarche.Analysis.Alerts;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Tests.Linking;

namespace Demarche.SystemTests.Storage;

public abstract partial class StoreSuite
{
    [Fact]
    public void Outlines_are_the_events_without_their_tellings()
    {
        CodedArticle[] articles = News.Doubtful(new Random(7), 40);
        using var store = Keep(articles);
        var events = store.Events(new EventQuery()).ToList();

        Assert.Equal(
            events.OrderBy(one => one.Id.Value, StringComparer.Ordinal).Select(one => JsonSerializer.Serialize(EventOutline.Of(one))),
            store.Outlines().OrderBy(outline => outline.Id.Value, StringComparer.Ordinal).Select(outline => JsonSerializer.Serialize(outline)));
    }

    [Fact]
    public void Outlines_of_some_are_those_in_which_one_of_them_takes_part()
    {
        using var store = Keep(News.Article("a", "2024-05-07", Strike, Talks));

        Assert.Equal(["DRA>NIV"], Sides(store.Outlines("NIV")));
        Assert.Equal(["DRA>NIV", "DRA+ORL>"], Sides(store.Outlines("NIV", "ORL")));
        Assert.Empty(store.Outlines("XXX"));
    }

    [Fact]
    public void Documents_are_counted_that_name_both_by_any_of_their_names()
    {
        using var store = Keep(News.Article("a", "2024-05-07", Strike, Talks), News.Article("b", "2024-05-08", Strike), News.Article("c", "2024-05-09", Talks));

        Assert.Equal([new DateOnly(2024, 5, 7), new DateOnly(2024, 5, 9)], store.DaysNaming(["Dravia", "Dravian"], ["Orlia", "Orlian"]));
        Assert.Equal([new DateOnly(2024, 5, 7), new DateOnly(2024, 5, 8)], store.DaysNaming(["Dravian"], ["Port Nivel", "\"; drop"]));
        Assert.Empty(store.DaysNaming(["Dravia"], ["Utopia"]));
    }

    [Fact]
    public void An_alert_is_kept_once_and_comes_back_as_it_was()
    {
        using var store = Keep(News.Article("a", "2024-05-07", Strike), News.Article("b", "2024-05-09", Talks));
        var alert = new Alert("border", "DRA,NIV", new Period(PeriodLength.Week, new DateOnly(2024, 5, 6)), AlertKind.Distance, true, 14, 2.5, new Distance(6.7, null, true), [new EventId("e-1"), new EventId("e-2")], new DateOnly(2024, 5, 9), 21, 6.5);

        Assert.Equal((new DateOnly(2024, 5, 7), new DateOnly(2024, 5, 9)), store.PublishedDays());
        Assert.True(store.Keep(alert.Raised));
        Assert.False(store.Keep((alert with { Count = 15 }).Raised));
        using var again = Reopened(store);
        var kept = Alert.Of(Assert.Single(again.Alerts()));
        Assert.Equal(alert.Drivers, kept.Drivers);
        Assert.Equal(alert, kept with { Drivers = alert.Drivers });
        again.AskDelivery(alert.Id);
        again.AskDelivery(alert.Id);
        var tried = new DateTimeOffset(2024, 5, 9, 12, 0, 0, TimeSpan.Zero);
        again.KeepDelivery(alert.Id, tried, "no such host");
        var delivery = Assert.Single(again.Deliveries());
        Assert.Equal((alert.Id, 1, tried, false, "no such host"), (delivery.Alert.Id, delivery.Attempts, delivery.LastTried, delivery.IsDelivered, delivery.Problem));
    }

    [Fact]
    public void Review_is_counted_by_type_status_outlet_and_rule_and_only_what_was_accepted_is_right()
    {
        using var store = Keep(News.Article("a", "2024-05-07", Strike, Talks));
        foreach (var one in store.Events(new EventQuery()).ToList())
            Decide(store, Verdict(one, one.Type == EventType.Assault ? DecisionKind.Reject : DecisionKind.Accept));

        Assert.Equal(
            [new ReviewedCount("type", "Assault", 0, 1), new ReviewedCount("type", "Consult", 1, 1), new ReviewedCount("status", "Occurred", 1, 2), new ReviewedCount("source", "a", 1, 2), new ReviewedCount("rule", "test/rule", 1, 2)],
            store.ReviewedCounts());
    }

    [Fact]
    public void Reports_are_counted_by_event()
    {
        using var store = Keep(News.Article("a", "2024-05-07", Strike, Talks), News.Article("b", "2024-05-08", Strike));

        Assert.Equal([2], store.ReportCounts("DRA", "NIV").Where(pair => store.Find(pair.Key)!.Type == EventType.Assault).Select(pair => pair.Value));
    }

    static IEnumerable<string> Sides(IEnumerable<EventOutline> outlines) =>
        outlines.Select(outline => $"{string.Join('+', outline.Actors)}>{string.Join('+', outline.Recipients)}").OrderDescending(StringComparer.Ordinal);
}
