using System.Data.Common;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Reviewing;
using Demarche.Storage;
using Demarche.Tests.Linking;

namespace Demarche.SystemTests.Storage;

public abstract partial class StoreSuite
{
    static readonly DateTimeOffset Noon = new(2024, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_edit_is_shown_and_found_and_says_what_was_before()
    {
        using var store = Keep(News.Article("a", "2024-05-07", Strike));
        var one = store.Events(new EventQuery()).Single();

        var decided = Decide(store, Verdict(one, DecisionKind.Edit) with { Changes = [("status", "Denied"), ("actors", "ORL:MIL:Orlia")] });

        var edited = Assert.Single(store.Events(new EventQuery { Statuses = [EventStatus.Denied], Actor = "ORL", Reviews = ["edited"] }));
        Assert.Equal((Review.Edited, decided.Number), (edited.Review, edited.Revision));
        var kept = Assert.Single(store.Decisions());
        Assert.Equal([new FieldChange("status", "occurred", "denied"), new FieldChange("actors", "DRA:GOV:DRA", "ORL:MIL:Orlia")], kept.Decision.Changes);
        Assert.Equal(("Ann", Noon, "because", one.Id), (kept.Decision.By, kept.Decision.At, kept.Decision.Why, kept.Now));
        Assert.Empty(store.Check());
    }

    [Fact]
    public void A_decision_survives_that_the_text_is_coded_anew_and_other_reports_join()
    {
        var article = News.Article("a", "2024-05-07", Strike, Talks);
        using var store = Keep(article);
        var one = store.Events(new EventQuery { Types = [EventType.Assault] }).Single();
        Decide(store, Verdict(one, DecisionKind.Edit) with { Changes = [("status", "alleged"), ("date", "2024-05-05")] });
        Decide(store, Verdict(one, DecisionKind.Grade) with { Changes = [("grade", "B2")] });

        var anew = News.Article("a", "2024-05-07", Strike with { Type = EventType.Coerce, Mode = null }, Talks) with { Version = "test-2" };
        new EventKeeper(News.Linker, store).Keep([anew]);
        new EventKeeper(News.Linker, store).Keep([News.Article("b", "2024-05-08", Strike)]);

        var decided = store.Events(new EventQuery { Reviews = ["edited"] }).Single();
        Assert.Equal((EventType.Coerce, EventStatus.Alleged, "B2", News.Day("2024-05-05")), (decided.Type, decided.Status, decided.Grade, decided.Date.Start));
        Assert.All(store.Decisions(), kept => Assert.Equal(decided.Id, kept.Now));
        Assert.Empty(store.Check());
    }

    [Fact]
    public void A_decision_goes_over_to_the_text_that_is_coded_in_the_place_of_its_copy()
    {
        var sentences = Enumerable.Range(0, 30).Select(i => new Report(EventType.Consult, $"Ministers number {i} of Dravia and Orlia *met* in hall {i * 7} of the old palace.") { Actors = "DRA ORL", On = "2024-05-04" });
        Report[] told = [Strike, .. sentences];
        using var store = Keep(News.Article("copy", "2024-05-07", told));
        Decide(store, Verdict(store.Events(new EventQuery { Types = [EventType.Assault] }).Single(), DecisionKind.Edit) with { Changes = [("status", "alleged")] });

        new EventKeeper(News.Linker, store).Keep([News.Article("whole", "2024-05-07", [new Report(EventType.Aid, "Orlia *sent* tents to Nivel before all this.") { Actors = "ORL", Recipients = "NIV" }, .. told])]);

        var strike = store.Events(new EventQuery { Types = [EventType.Assault] }).Single();
        Assert.Equal(("whole", EventStatus.Alleged), (strike.Reports.Single().Document.Value, strike.Status));
        Assert.Equal(strike.Id, store.Decisions().Single().Now);
        Assert.Empty(store.Check());
    }

    [Fact]
    public void What_was_rejected_is_left_out_unless_asked_for()
    {
        using var store = Keep(News.Article("a", "2024-05-07", Strike, Talks));
        var one = store.Events(new EventQuery { Types = [EventType.Assault] }).Single();

        Decide(store, Verdict(one, DecisionKind.Reject));

        Assert.Equal(EventType.Consult, Assert.Single(store.Events(new EventQuery())).Type);
        Assert.Equal(one.Id, Assert.Single(store.Events(new EventQuery { Reviews = ["rejected"] })).Id);
    }

    [Fact]
    public void Events_that_were_merged_stay_one_until_it_is_undone()
    {
        var elsewhere = Strike with { City = "Darat", Marked = "Dravian guns *hit* a school in Darat, killing 9 people.", On = "2024-05-06", Dead = 9 };
        using var store = Keep(News.Article("a", "2024-05-07", Strike), News.Article("b", "2024-05-07", elsewhere));
        var two = store.Events(new EventQuery()).ToList();
        Assert.Equal(2, two.Count);

        var merged = Decide(store, Verdict(two[0], DecisionKind.Merge) with { With = [two[1].Id] });
        new EventKeeper(News.Linker, store).Keep([News.Article("b", "2024-05-07", elsewhere) with { Version = "test-2" }]);
        Assert.Equal(2, Assert.Single(store.Events(new EventQuery())).Reports.Length);

        new EventKeeper(News.Linker, store).Undo(merged.Number, "Bob", Noon, "not the same");
        Assert.Equal(2, store.Events(new EventQuery { Reviews = ["unreviewed"] }).Count());
        Assert.Equal((2L, true), (store.Decisions()[0].UndoneBy, store.Decisions()[1].Decision.Undoes == 1));
        Assert.Throws<FormatException>(() => new EventKeeper(News.Linker, store).Undo(merged.Number, "Bob", Noon, "again"));
        Assert.Empty(store.Check());
    }

    [Fact]
    public void A_report_that_was_split_off_stays_apart()
    {
        using var store = Keep(News.Article("a", "2024-05-07", Strike), News.Article("b", "2024-05-07", Strike), News.Article("c", "2024-05-08", Strike));
        var one = store.Events(new EventQuery()).Single();

        Decide(store, Verdict(one, DecisionKind.Split) with { Reports = [one.Reports[1].Id] });
        new EventKeeper(News.Linker, store).Keep([News.Article("d", "2024-05-08", Strike)]);

        Assert.Equal([1, 3], store.Events(new EventQuery()).Select(part => part.Reports.Length).Order());
        Assert.Empty(store.Check());
        Assert.Throws<FormatException>(() => Decide(store, Verdict(store.Events(new EventQuery()).First(), DecisionKind.Split) with { Reports = [new ReportedEventId("r-of-nothing")] }));
    }

    [Fact]
    public void Two_who_edit_one_event_both_are_kept_and_the_second_is_told_of_the_first()
    {
        using var store = Keep(News.Article("a", "2024-05-07", Strike));
        var seen = store.Events(new EventQuery()).Single();
        using var other = EventStore.OpenExisting(Place);

        var first = Decide(store, Verdict(seen, DecisionKind.Edit) with { Changes = [("status", "alleged")], Seen = seen.Revision });
        var second = Decide(other, Verdict(seen, DecisionKind.Edit) with { Changes = [("status", "denied")], Seen = seen.Revision, By = "Bob" });

        Assert.Empty(first.Meanwhile);
        Assert.Equal([("Ann", first.Number)], second.Meanwhile.Select(decision => (decision.By, decision.Number)));
        Assert.Equal(["occurred", "alleged"], store.Decisions().Select(kept => kept.Decision.Changes[0].Before));
        Assert.Equal(EventStatus.Denied, store.Events(new EventQuery()).Single().Status);
    }

    [Fact]
    public void A_decision_whose_event_vanished_is_kept_and_holds_again_when_it_comes_back()
    {
        var article = News.Article("a", "2024-05-07", Strike);
        using var store = Keep(article);
        Decide(store, Verdict(store.Events(new EventQuery()).Single(), DecisionKind.Accept));

        new EventKeeper(News.Linker, store).Keep([article with { Version = "test-2", Events = [] }]);
        Assert.True(Assert.Single(store.Decisions()).IsOrphaned);

        new EventKeeper(News.Linker, store).Keep([article with { Version = "test-3" }]);
        Assert.Equal(Review.Accepted, store.Events(new EventQuery()).Single().Review);
    }

    [Fact]
    public void The_same_articles_and_decisions_give_the_same_events_in_any_order()
    {
        var articles = News.Doubtful(new Random(17), 40);
        using var store = Keep(articles);
        var events = store.Events(new EventQuery()).ToList();
        Decide(store, Verdict(events[0], DecisionKind.Merge) with { With = [events[^1].Id] });
        Decide(store, Verdict(events[1], DecisionKind.Edit) with { Changes = [("status", "denied")] });
        Decide(store, Verdict(events[2], DecisionKind.Reject));

        new EventKeeper(News.Linker, store).Keep([.. articles.Reverse().Select(article => article with { Version = "test-2" })]);
        var anew = Everything(store);
        new EventKeeper(News.Linker, store).Keep([.. articles.Select(article => article with { Version = "test-3" })]);

        Assert.Equal(anew.Replace("test-2", "test-3", StringComparison.Ordinal), Everything(store));
        Assert.Empty(store.Check());
    }

    [Theory]
    [InlineData("status", "maybe")]
    [InlineData("date", "2024-13-01")]
    [InlineData("place", "Lisbon")]
    [InlineData("grade", "G9")]
    [InlineData("colour", "red")]
    [InlineData("office of Nobody", "king")]
    public void A_decision_that_makes_no_sense_is_refused_and_not_kept(string field, string value)
    {
        using var store = Keep(News.Article("a", "2024-05-07", Strike));

        Assert.Throws<FormatException>(() => Decide(store, Verdict(store.Events(new EventQuery()).Single(), DecisionKind.Edit) with { Changes = [(field, value)] }));

        Assert.Empty(store.Decisions());
    }

    [Fact]
    public void An_event_is_not_merged_with_itself()
    {
        using var store = Keep(News.Article("a", "2024-05-07", Strike));
        var one = store.Events(new EventQuery()).Single();

        Assert.Throws<FormatException>(() => Decide(store, Verdict(one, DecisionKind.Merge) with { With = [one.Id] }));

        Assert.Empty(store.Decisions());
    }

    [Fact]
    public void Decisions_cannot_be_rewritten_or_deleted()
    {
        using (var store = Keep(News.Article("a", "2024-05-07", Strike)))
            Decide(store, Verdict(store.Events(new EventQuery()).Single(), DecisionKind.Accept));

        Assert.ThrowsAny<DbException>(() => Tamper("update decision set why = 'other'"));
        Assert.ThrowsAny<DbException>(() => Tamper("delete from decision_report"));
    }

    [Fact]
    public void Two_versions_of_a_coding_are_compared_text_by_text()
    {
        var article = News.Article("a", "2024-05-07", Strike, Talks);
        using var store = Keep(article, News.Article("b", "2024-05-07", Strike));
        new EventKeeper(News.Linker, store).Keep([article with { Version = "test-2", Events = [article.Events[1] with { Version = "test-2" }] }]);

        Assert.Equal([("test-1", 2L, 1L), ("test-2", 1L, 1L)], store.Versions().Select(version => (version.Version, version.Articles, version.Current)));
        var recoding = Assert.Single(store.Recodings("test-1", "test-2"));
        Assert.Equal(("a", 2, EventType.Consult), (recoding.Article.Value, recoding.From.Length, recoding.To.Single().Type));
    }

    static Verdict Verdict(Event one, DecisionKind kind) => new() { Kind = kind, Event = one.Id, By = "Ann", At = Noon, Why = "because" };

    static Decided Decide(EventStore store, Verdict verdict) => new EventKeeper(News.Linker, store).Decide(verdict);
}
