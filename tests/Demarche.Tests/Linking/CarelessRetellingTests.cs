using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Tests.Linking;

/// <summary>What is lost from one document to the next stands with the event.</summary>
public class CarelessRetellingTests
{
    static Report Blow(string marked) => new(EventType.Assault, marked) { Actors = "DRA", Recipients = "NIV", On = "2024-05-06", City = "Port Nivel" };

    [Fact]
    public void What_was_alleged_and_is_later_told_as_a_fact_has_lost_its_hedge()
    {
        var told = Assert.Single(News.EventsOf(
            News.Article("a", "2024-05-07", Blow("Dravian missiles *hit* the harbour on Monday, Nivel said.") with { Holder = "Nivel", Status = EventStatus.Alleged }),
            News.Article("b", "2024-05-08", Blow("Dravian missiles *hit* the harbour on Monday."))));

        var lost = Assert.Single(told.Contradictions, one => one.What == Contradiction.Hedge);
        Assert.Equal(["alleged", "occurred"], lost.Values);
        Assert.Equal(2, lost.Reports.Length);
        Assert.False(lost.IsOfFact);
    }

    [Theory]
    [InlineData("2024-05-08", true)]
    [InlineData("2024-05-06", false)] // it was first told without one
    public void The_same_words_without_the_source_have_dropped_it(string day, bool isDropped)
    {
        var told = Assert.Single(News.EventsOf(
            News.Article("a", "2024-05-07", Blow("Dravian missiles *hit* the harbour on Monday, Nivel said.") with { Holder = "Nivel" }),
            News.Article("b", day, Blow("Dravian missiles *hit* the harbour on Monday."))));

        Assert.Equal(isDropped ? ["Nivel", "no source"] : [], told.Contradictions.Where(one => one.What == Contradiction.Source).SelectMany(one => one.Values));
    }
}
