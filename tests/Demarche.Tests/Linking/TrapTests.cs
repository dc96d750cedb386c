using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Tests.Linking;

/// <summary>Acts that look alike and are two, and one act that looks like two.</summary>
public class TrapTests
{
    static Report Blow(string marked) => new(EventType.Assault, marked) { Actors = "DRA", Recipients = "NIV", On = "2024-05-06", City = "Port Nivel" };

    [Fact]
    public void What_a_blow_did_is_the_blow()
    {
        var hit = Blow("Dravian missiles *hit* Port Nivel on Monday, killing three people.");

        var told = News.EventsOf(News.Article("a", "2024-05-07", hit, Blow("Dravian missiles hit Port Nivel on Monday, *killing* three people.") with { City = null }));

        Assert.Equal("Port Nivel", Assert.Single(told).Place!.Place.Name);
    }

    [Fact]
    public void A_visit_and_the_talks_it_is_for_are_one_event()
    {
        const string Sentence = "The envoy will pay a visit to Nivel, where he will meet the government.";
        Report Part(string trigger) => new(EventType.Agree, Sentence.Replace(trigger, $"*{trigger}*", StringComparison.Ordinal))
        {
            Underlying = EventType.Consult,
            Status = EventStatus.Planned,
            Actors = "DRA",
            Recipients = "NIV",
        };

        Assert.Single(News.EventsOf(News.Article("a", "2024-05-07", Part("visit"), Part("meet"))));
    }

    [Fact]
    public void Two_towns_hit_in_one_night_are_two_events_whatever_else_agrees()
    {
        var told = News.EventsOf(
            News.Article("a", "2024-05-07", Blow("Dravian missiles *hit* a market on Monday.")),
            News.Article("b", "2024-05-07", Blow("Dravian missiles *hit* a market on Monday.") with { City = "Old Nivel" }));

        Assert.Equal(2, told.Length);
    }

    [Fact]
    public void One_of_two_allies_who_struck_together_tells_the_same_act()
    {
        var told = News.EventsOf(
            News.Article("a", "2024-05-07", Blow("Dravia and Altan *bombed* the harbour of Port Nivel.") with { Actors = "DRA ALT" }),
            News.Article("b", "2024-05-07", Blow("Dravia *bombed* the harbour of Port Nivel.")));

        Assert.Equal(2, Assert.Single(told).Reports.Length);
    }

    [Fact]
    public void Each_accusing_the_other_of_one_blow_is_one_event_with_a_contradiction()
    {
        var told = News.EventsOf(
            News.Article("a", "2024-05-07", Blow("Dravia *shelled* the power plant near the river in Port Nivel, officials said.") with { Holder = "Nivel", Status = EventStatus.Alleged }),
            News.Article("b", "2024-05-07", Blow("Nivel itself *shelled* the power plant near the river in Port Nivel, officials said.") with { Actors = "NIV", Holder = "Dravia", Status = EventStatus.Alleged }));

        var contradiction = Assert.Single(Assert.Single(told).Contradictions, one => one.What == "party");
        Assert.Equal(["DRA", "NIV"], contradiction.Values);
    }

    [Fact]
    public void A_visit_called_off_ends_its_plan_and_is_never_shown_as_done()
    {
        var told = News.EventsOf(
            News.Article("a", "2024-05-01", new Report(EventType.Agree, "The president *will visit* Nivel on 20 May.")
            {
                Underlying = EventType.Consult,
                Status = EventStatus.Planned,
                Actors = "DRA",
                Recipients = "NIV",
                On = "2024-05-20",
            }),
            News.Article("b", "2024-05-09", new Report(EventType.Reject, "The president *called off his visit* to Nivel.") { Mode = "meet", Actors = "DRA", Recipients = "NIV" }));

        var visit = Assert.Single(told);
        Assert.Equal((EventType.Agree, EventStatus.Cancelled), (visit.Type, visit.Status));
    }

    [Fact]
    public void A_visit_called_off_whose_plan_nobody_told_stays_the_rejection_it_is()
    {
        var told = News.EventsOf(
            News.Article("b", "2024-05-09", new Report(EventType.Reject, "The president *called off his visit* to Nivel.") { Mode = "meet", Actors = "DRA", Recipients = "NIV" }));

        Assert.Equal((EventType.Reject, EventStatus.Occurred), (Assert.Single(told).Type, told[0].Status));
    }

    [Fact]
    public void What_was_promised_is_found_again_when_it_is_delivered()
    {
        var told = News.EventsOf(
            News.Article("a", "2024-05-06", new Report(EventType.Agree, "Dravia *promised* to give 19 jets to Nivel.") { Underlying = EventType.Aid, Actors = "DRA", Recipients = "NIV" }),
            News.Article("b", "2024-05-21", new Report(EventType.Aid, "Dravia *delivered* the first jets to Nivel on Monday.") { Actors = "DRA", Recipients = "NIV", On = "2024-05-20" }));

        Assert.Equal([EventStatus.Planned, EventStatus.Occurred], Assert.Single(told).StatusHistory.Select(entry => entry.Status));
    }

    [Fact]
    public void What_is_told_anew_each_day_in_the_same_words_is_done_each_day()
    {
        Report Shelling(string weekday, string day) => Blow($"Dravian guns *shelled* Port Nivel on {weekday}, wounding a woman.") with { On = day };

        Assert.Equal(2, News.EventsOf(News.Article("a", "2024-05-06", Shelling("Monday", "2024-05-06")), News.Article("b", "2024-05-07", Shelling("Tuesday", "2024-05-07"))).Length);
        Assert.Single(News.EventsOf(News.Article("a", "2024-05-07", Shelling("Monday", "2024-05-06")), News.Article("b", "2024-05-07", Shelling("Tuesday", "2024-05-07"))));
    }

    [Theory]
    [InlineData("two banks", 2)]
    [InlineData("five judges of the court", 1)]
    public void Whom_a_state_punishes_it_counts(string whom, int events)
    {
        Report Punished(string words) => new(EventType.Sanction, $"Dravia *imposed sanctions* on {words} on Monday.") { Actors = "DRA", Recipients = "NIV", Whom = words, On = "2024-05-06", Mode = "discontinue" };

        Assert.Equal(events, News.EventsOf(News.Article("a", "2024-05-07", Punished("five judges")), News.Article("b", "2024-05-07", Punished(whom))).Length);
    }

    [Theory]
    [InlineData("Doctors", "Drivers", 2)]
    [InlineData("Doctors", "Protesters", 1)]
    public void Two_crafts_strike_for_themselves(string one, string other, int events)
    {
        Report Strike(string who) => new(EventType.Protest, $"{who} *went on strike* in Port Nivel on Monday.") { Actors = "NIV", Who = who, Guessed = true, On = "2024-05-06", City = "Port Nivel", Mode = "strike" };

        Assert.Equal(events, News.EventsOf(News.Article("a", "2024-05-07", Strike(one)), News.Article("b", "2024-05-07", Strike(other))).Length);
    }

    [Fact]
    public void A_plan_that_was_called_off_may_have_lain_ahead()
    {
        Report Talks(string marked, EventStatus status) => new(EventType.Consult, marked) { Actors = "DRA NIV", Status = status, City = "Darat" };

        var told = News.EventsOf(
            News.Article("a", "2024-05-13", Talks("Dravia and Nivel will *hold talks* in Darat on Friday.", EventStatus.Planned) with { On = "2024-05-17" }),
            News.Article("b", "2024-05-16", Talks("*Talks* between Dravia and Nivel in Darat were cancelled.", EventStatus.Cancelled)));

        Assert.Equal([EventStatus.Planned, EventStatus.Cancelled], Assert.Single(told).StatusHistory.Select(entry => entry.Status));
    }

    [Fact]
    public void What_came_of_a_blow_is_no_other_way_to_strike_it()
    {
        var told = News.EventsOf(
            News.Article("a", "2024-05-07", Blow("Dravian aircraft *bombed* a fuel depot in Port Nivel on Monday.") with { Mode = "aerial" }),
            News.Article("b", "2024-05-07", Blow("Dravia *destroyed* a fuel depot in Port Nivel on Monday.") with { Mode = "destroy" }));

        Assert.Equal(2, Assert.Single(told).Reports.Length);
    }

    [Theory]
    [InlineData("cut off gas supplies", "halted gas deliveries", 1)]
    [InlineData("cut off gas supplies", "barred banks", 2)]
    public void What_is_withheld_and_what_is_sanctioned_is_one_act_if_the_goods_are(string one, string other, int events)
    {
        Report Act(EventType type, string what) => new(type, $"Dravia *{what}* to Nivel on Monday.") { Actors = "DRA", Who = "Dravia", Recipients = "NIV", Whom = "Nivel", On = "2024-05-06" };

        Assert.Equal(events, News.EventsOf(News.Article("a", "2024-05-07", Act(EventType.Coerce, one)), News.Article("b", "2024-05-07", Act(EventType.Sanction, other))).Length);
    }

    [Theory]
    [InlineData("travel to Darat for talks", 1)]
    [InlineData("travel to Darat", 2)]
    public void A_journey_for_talks_is_the_talks(string plan, int events)
    {
        Report Act(string sentence, EventStatus status) => new(EventType.Consult, sentence) { Actors = "DRA NIV", Status = status, On = "2024-05-06" };

        Assert.Equal(events, News.EventsOf(
            News.Article("a", "2024-05-01", Act($"She will *{plan}*: a dam, fish, roads.", EventStatus.Planned)),
            News.Article("b", "2024-05-07", Act("They *met* over borders, a dam, trade.", EventStatus.Occurred))).Length);
    }
}
