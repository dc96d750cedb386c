using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Tests.Linking;

public class LinkerTests
{
    static readonly Report Visit = new(EventType.Agree, "The Chinese defence minister *will visit* Russia from 14 to 19 August.")
    {
        Underlying = EventType.Consult,
        Status = EventStatus.Planned,
        Actors = "CHN",
        Recipients = "RUS",
        Mode = "visit",
        On = "2023-08-14/2023-08-19",
    };

    static readonly Report Strike = new(EventType.Assault, "Dravian artillery *shelled* the harbour of Port Nivel on Monday, killing dock workers.")
    {
        Actors = "DRA",
        Recipients = "NIV",
        Mode = "heavy-weapons",
        On = "2024-05-06",
        City = "Port Nivel",
    };

    [Fact]
    public void The_same_act_told_by_two_texts_is_one_event()
    {
        var told = News.EventsOf(
            News.Article("a", "2023-08-13", Visit),
            News.Article("b", "2023-08-14", Visit with { Marked = "China's defence chief is to *travel* to Russia from 14 August on an official visit." }));

        Assert.Equal(2, Assert.Single(told).Reports.Length);
    }

    [Fact]
    public void A_plan_and_its_fulfilment_are_one_event_that_occurred()
    {
        var told = News.EventsOf(
            News.Article("a", "2023-08-13", Visit),
            News.Article("b", "2023-08-16", new Report(EventType.Consult, "The Chinese defence minister *visited* Russia and toured a factory.")
            {
                Actors = "CHN",
                Recipients = "RUS",
                Mode = "visit",
                On = "2023-08-15",
            }));

        var visit = Assert.Single(told);
        Assert.Equal((EventType.Consult, EventStatus.Occurred), (visit.Type, visit.Status));
        Assert.Equal([EventStatus.Planned, EventStatus.Occurred], visit.StatusHistory.Select(entry => entry.Status));
        Assert.Equal([News.Day("2023-08-13"), News.Day("2023-08-16")], visit.StatusHistory.Select(entry => entry.AsOf!.Value));
    }

    [Fact]
    public void A_plan_called_off_is_cancelled_and_never_counts_as_held()
    {
        var told = News.EventsOf(
            News.Article("a", "2023-08-10", Visit),
            News.Article("b", "2023-08-13", Visit with { Marked = "The *visit* of the Chinese defence minister to Russia was called off.", Status = EventStatus.Cancelled, Type = EventType.Consult }));

        Assert.Equal(EventStatus.Cancelled, Assert.Single(told).Status);
    }

    [Fact]
    public void An_agreement_makes_the_agreed_thing_planned_not_done()
    {
        var promise = new Report(EventType.Agree, "Dravia *agreed* to send generators to Nivel.") { Underlying = EventType.Aid, Actors = "DRA", Recipients = "NIV" };
        var delivery = new Report(EventType.Aid, "Dravia *delivered* the generators to Nivel.") { Actors = "DRA", Recipients = "NIV" };

        var promised = Assert.Single(News.EventsOf(News.Article("a", "2024-05-06", promise)));
        var delivered = Assert.Single(News.EventsOf(News.Article("a", "2024-05-06", promise), News.Article("b", "2024-05-08", delivery)));

        Assert.Equal((EventType.Agree, EventStatus.Occurred), (promised.Type, promised.Status));
        Assert.Equal((EventType.Aid, EventStatus.Occurred), (delivered.Type, delivered.Status));
        Assert.Equal([EventStatus.Planned, EventStatus.Occurred], delivered.StatusHistory.Select(entry => entry.Status));
    }

    [Fact]
    public void A_denied_allegation_is_denied()
    {
        var told = News.EventsOf(
            News.Article("a", "2024-05-07", Strike with { Status = EventStatus.Alleged, Holder = "Nivel" }),
            News.Article("b", "2024-05-07", Strike with { Marked = "Dravia denied that it *shelled* the harbour of Port Nivel.", Status = EventStatus.Denied, Holder = "Dravia" }));

        var strike = Assert.Single(told);
        Assert.Equal(EventStatus.Denied, strike.Status);
        Assert.Equal("status", Assert.Single(strike.Contradictions).What);
    }

    [Fact]
    public void One_side_s_word_against_a_denial_is_not_shown_as_done()
    {
        var told = News.EventsOf(
            News.Article("a", "2024-05-07", Strike with { Holder = "Nivel" }),
            News.Article("b", "2024-05-07", Strike with { Marked = "Dravia denied that it *shelled* the harbour of Port Nivel.", Status = EventStatus.Denied, Holder = "Dravia" }));

        Assert.Equal(EventStatus.Denied, Assert.Single(told).Status);
    }

    [Fact]
    public void What_merely_could_be_is_not_the_deed()
    {
        var told = News.EventsOf(
            News.Article("a", "2024-05-07", Strike with { Status = EventStatus.Hypothetical }),
            News.Article("b", "2024-05-07", Strike));

        Assert.Equal(2, told.Length);
    }

    [Fact]
    public void Two_outlets_that_cite_one_holder_are_one_origin()
    {
        var told = News.EventsOf(
            News.Article("a", "2023-08-13", Visit with { Holder = "Wu Qian" }),
            News.Article("b", "2023-08-13", Visit with { Holder = "Wu Qian" }));

        Assert.Equal(["Wu Qian"], Assert.Single(told).OriginHolders);
    }

    [Fact]
    public void Copies_of_one_text_are_one_origin()
    {
        var told = News.EventsOf(News.Article("a", "2024-05-07", Strike), News.Article("b", "2024-05-07", Strike));

        Assert.Equal(["a"], Assert.Single(told).OriginHolders);
    }

    [Fact]
    public void Figures_of_one_day_that_differ_are_a_contradiction()
    {
        var told = News.EventsOf(
            News.Article("a", "2024-05-07", Strike with { Dead = 5 }),
            News.Article("b", "2024-05-07", Strike with { Marked = "Shells *hit* the harbour of Port Nivel on Monday and killed dock workers.", Dead = 12 }));

        var contradiction = Assert.Single(Assert.Single(told).Contradictions);
        Assert.Equal("number", contradiction.What);
        Assert.Equal(["dead: 12", "dead: 5"], contradiction.Values);
    }

    [Fact]
    public void A_later_figure_is_an_update()
    {
        var told = News.EventsOf(
            News.Article("a", "2024-05-07", Strike with { Dead = 5 }),
            News.Article("b", "2024-05-08", Strike with { Marked = "Shells *hit* the harbour of Port Nivel on Monday and killed dock workers.", Dead = 12 }));

        Assert.Empty(Assert.Single(told).Contradictions);
    }

    public static TheoryData<string, object> Traps() => new()
    {
        { "another city", Strike with { City = "Old Nivel" } },
        { "another day", Strike with { Marked = "Dravian guns *shelled* a mill near the harbour of Port Nivel.", On = "2024-05-09" } },
        { "another recipient", Strike with { Recipients = "ORL" } },
        { "the other way round", Strike with { Actors = "NIV", Recipients = "DRA" } },
        { "another type", Strike with { Type = EventType.Coerce, Mode = null } },
    };

    [Theory]
    [MemberData(nameof(Traps))]
    public void Acts_that_differ_stay_apart(string difference, object other)
    {
        Assert.NotEmpty(difference);
        Assert.Equal(2, News.EventsOf(News.Article("a", "2024-05-09", Strike), News.Article("b", "2024-05-09", (Report)other)).Length);
    }

    [Theory]
    [InlineData("The second round of talks between Dravia and Nivel *opened*.", "The third round of talks between Dravia and Nivel *opened*.")]
    [InlineData("Dravia and Nivel *met* at the 11th Harbour Conference.", "Dravia and Nivel *met* at the 12th Harbour Conference.")]
    [InlineData("The foreign ministers of Dravia and Nivel *held* talks on fishing quotas.", "Dravian and Nivelian border guards *toured* a rebuilt railway crossing together.")]
    public void Meetings_of_one_pair_in_one_week_stay_apart_where_words_tell_them_apart(string one, string other)
    {
        var told = News.EventsOf(
            News.Article("a", "2024-05-07", new Report(EventType.Consult, one) { Actors = "DRA NIV" }),
            News.Article("b", "2024-05-08", new Report(EventType.Consult, other) { Actors = "DRA NIV" }));

        Assert.Equal(2, told.Length);
    }

    [Theory]
    [InlineData("The harbour was *shelled* with howitzers, port officials added.", 1)]
    [InlineData("Another battery *shelled* the harbour with howitzers.", 2)]
    public void A_text_that_comes_back_to_an_act_tells_one_and_another_is_another(string marked, int expected)
    {
        var again = Strike with { Marked = marked, On = null };

        Assert.Equal(expected, News.EventsOf(News.Article("a", "2024-05-07", Strike, again)).Length);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData("leaders of the country", 2)]
    public void A_meeting_with_somebody_unknown_is_not_the_meeting_with_somebody_known(string? other, int expected)
    {
        var known = new Report(EventType.Consult, "The Dravian minister *met* the Orlian envoy in Lisbon.") { Actors = "DRA ORL", On = "2024-05-06", City = "Lisbon" };
        var vague = News.Article("b", "2024-05-07", known with { Marked = "The minister *met* an envoy in Lisbon.", Actors = "DRA" });
        var met = vague.Events[0];
        if (other is not null)
            met = met with { Actors = met.Actors.Add(new Party { Text = other }) };

        Assert.Equal(expected, News.EventsOf(News.Article("a", "2024-05-07", known), vague with { Events = [met] }).Length);
    }

    [Fact]
    public void A_visit_that_began_fills_the_days_it_was_planned_for()
    {
        var told = News.EventsOf(
            News.Article("a", "2023-08-13", Visit),
            News.Article("b", "2023-08-14", new Report(EventType.Consult, "The Chinese defence minister *arrived* in Russia for an official visit.")
            {
                Actors = "CHN",
                Recipients = "RUS",
                Mode = "visit",
                On = "2023-08-14",
                Status = EventStatus.Ongoing,
            }));

        Assert.Equal((News.Day("2023-08-14"), News.Day("2023-08-19")), (Assert.Single(told).Date.Start!.Value, told[0].Date.End!.Value));
    }

    [Fact]
    public void Two_acts_of_one_sentence_stay_two()
    {
        var article = News.Article("a", "2024-05-07", Strike with { Marked = "Dravian artillery *shelled* the harbour of Port Nivel on Monday and infantry stormed it." });
        var second = new Report(EventType.Assault, "Dravian artillery shelled the harbour of Port Nivel on Monday and infantry *stormed* it.")
        {
            Actors = "DRA",
            Recipients = "NIV",
            Mode = "heavy-weapons",
            On = "2024-05-06",
            City = "Port Nivel",
        };

        Assert.Equal(2, News.EventsOf(article with { Events = article.Events.Add(second.In(article.Article)) }).Length);
    }
}
