using Demarche.Analysis;
using Demarche.Knowledge;

namespace Demarche.Tests.Analysis;

public class CountingTests
{
    [Theory]
    [InlineData("denied")]
    [InlineData("alleged")]
    [InlineData("hypothetical")]
    [InlineData("negated")]
    [InlineData("cancelled")]
    public void What_is_not_real_is_not_counted(string status)
    {
        Assert.Null(TestEvents.Counting().Count(TestEvents.Outline($"2024-03-05 RUS>UKR assault {status}"), out var reason));
        Assert.Equal(Uncounted.Status, reason);
    }

    [Fact]
    public void Alleged_acts_count_only_where_the_user_says_so()
    {
        Assert.NotNull(TestEvents.Counting(withAlleged: true).Count(TestEvents.Outline("2024-03-05 RUS>UKR assault alleged"), out _));
        Assert.Null(TestEvents.Counting(withAlleged: true).Count(TestEvents.Outline("2024-03-05 RUS>UKR assault denied"), out _));
    }

    [Theory]
    [InlineData("consult", EventType.Agree, 1, 2.5)]
    [InlineData("aid", EventType.Agree, 1, 2.5)]
    [InlineData("assault", EventType.Threaten, 3, -3.5)]
    [InlineData("sanction", EventType.Threaten, 3, -3.5)]
    public void A_plan_counts_as_its_announcement(string type, EventType counted, int quad, double score)
    {
        var one = TestEvents.Counting().Count(TestEvents.Outline($"2024-03-05 CHN>RUS {type} planned"), out _)!;

        Assert.Equal((counted, quad, score, true), (one.Type, one.Quad, one.Score, one.IsPlanned));
    }

    [Fact]
    public void An_act_that_nobody_dates_is_not_counted()
    {
        Assert.Null(TestEvents.Counting().Count(TestEvents.Outline("- CHN>RUS consult"), out var reason));
        Assert.Equal(Uncounted.Date, reason);
    }

    [Theory]
    [InlineData("CHN>RUS", "CHN,RUS directed")]
    [InlineData("CHN>RUS+BLR", "CHN,RUS directed; CHN,BLR directed")]
    [InlineData("RUS+CHN", "CHN,RUS")]
    [InlineData("CHN+RUS>USA", "CHN,USA directed; RUS,USA directed")]
    [InlineData("CHN+RUS>RUS+CHN", "CHN,RUS")]
    [InlineData("CHN>CHN", "")]
    [InlineData("CHN", "")]
    public void Pairs_are_actor_to_recipient_or_the_actors_among_themselves(string parties, string expected)
    {
        var one = Assert.Single(TestEvents.Counted($"2024-03-05 {parties} consult"));

        Assert.Equal(expected, string.Join("; ", one.Pairs().Select(pair => pair.Pair + (pair.IsDirected ? " directed" : ""))));
    }

    [Fact]
    public void An_act_without_direction_is_half_in_each()
    {
        var events = DyadEvents.Of(new Dyad("CHN", "RUS"), TestEvents.Counted("2024-03-05 CHN+RUS consult", "2024-03-06 RUS>CHN aid"));

        Assert.Equal([0.5], events.There.Select(one => one.Weight));
        Assert.Equal([0.5, 1], events.Back.Select(one => one.Weight));
        Assert.Equal([1.0, 1], events.All.Select(one => one.Weight));
    }
}
