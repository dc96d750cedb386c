using Demarche.Knowledge;

namespace Demarche.Tests.Linking;

/// <summary>A text comes back to an act it told, or tells another that looks like it.</summary>
public class ReturningTests
{
    static Report Spoken(EventType type, string marked) => new(type, marked) { Actors = "DRA" };

    [Fact]
    public void What_somebody_says_in_a_quotation_is_what_he_did()
    {
        var told = News.EventsOf(News.Article("a", "2024-05-07",
            Spoken(EventType.Accuse, "Dravia *condemned* the raid of Nivel on a school.") with { Recipients = "NIV" },
            Spoken(EventType.Accuse, "“We *denounce* whoever raids a school,” the minister said.")));

        Assert.Equal(2, Assert.Single(told).Reports.Length);
    }

    [Theory]
    [InlineData("“We *denounce* the missile tests,” the minister said.", "")] // says it of something else
    [InlineData("“We *denounce* the raid on the school,” the minister said.", "ALT")] // says it to somebody else
    [InlineData("The minister *denounced* corruption.", "")] // no quotation
    public void Another_word_of_the_same_speaker_is_another_act(string second, string recipient)
    {
        var told = News.EventsOf(News.Article("a", "2024-05-07",
            Spoken(EventType.Accuse, "Dravia *condemned* the raid of Nivel on a school.") with { Recipients = "NIV" },
            Spoken(EventType.Accuse, second) with { Recipients = recipient }));

        Assert.Equal(2, told.Length);
    }

    [Fact]
    public void Two_who_are_freed_on_one_day_are_told_apart_by_their_names()
    {
        Report Freed(string whom) => new(EventType.Retreat, $"The authorities *freed* {whom} on Monday.") { Actors = "DRA", Recipients = "NIV", Mode = "release", On = "2024-05-06" };

        Assert.Equal(2, News.EventsOf(News.Article("a", "2024-05-07", Freed("the teacher Ana Gil"), Freed("the singer Luis Rojas"))).Length);
        Assert.Single(News.EventsOf(News.Article("a", "2024-05-07", Freed("the teacher Ana Gil"), Freed("Ana Gil with a smile"))));
    }

    [Fact]
    public void A_day_told_once_holds_when_the_text_comes_back()
    {
        Report Freed(string marked) => new(EventType.Retreat, marked) { Actors = "DRA", Recipients = "NIV", Mode = "release" };

        Assert.Single(News.EventsOf(News.Article("a", "2024-05-07",
            Freed("Dravia *freed* the Nivel sailors in 2019.") with { On = "2019-03-02" },
            Freed("Dravia had *freed* the Nivel sailors after talks."))));
    }

    [Theory]
    [InlineData("“We *thank* the nurses who work in the camps,” the minister said.", "the nurses", true, 1)]
    [InlineData("“We *thank* the nurses who work in the camps,” the minister said.", "the nurses", false, 2)]
    public void A_country_guessed_from_the_scene_gives_way_to_the_one_that_is_named(string second, string whom, bool guessed, int events)
    {
        var told = News.EventsOf(News.Article("a", "2024-05-07",
            Spoken(EventType.Support, "Dravia *praised* Nivel for its camps.") with { Recipients = "NIV" },
            Spoken(EventType.Support, second) with { Recipients = "DRA", Whom = whom, Guessed = guessed }));

        Assert.Equal(events, told.Length);
    }

    [Fact]
    public void The_article_says_that_the_missiles_were_told_before()
    {
        Report Hit(string marked, string who) => new(EventType.Assault, marked) { Actors = "DRA", Who = who, Recipients = "NIV", City = "Port Nivel" };

        Assert.Single(News.EventsOf(News.Article("a", "2024-05-07",
            Hit("Dravian missiles *hit* Port Nivel on Monday.", "Dravian missiles") with { On = "2024-05-06" },
            Hit("The missiles *hit* a school in Port Nivel.", "The missiles"))));
    }
}
