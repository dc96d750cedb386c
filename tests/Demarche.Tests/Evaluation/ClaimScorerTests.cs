using Demarche.Documents;
using Demarche.Evaluation.Claims;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Tests.Evaluation;

public class ClaimScorerTests
{
    static readonly GoldClaim Denied = new(ClaimKind.Denial, "The army", new TextSpan(10, 30), ["may"], "shelled");

    [Theory]
    [InlineData(10, 30, ClaimKind.Denial, "The army", 1.0, 1.0, 1.0)]
    [InlineData(10, 30, ClaimKind.Stance, "the rebels", 1.0, 0.0, 0.0)]
    [InlineData(12, 34, ClaimKind.Denial, "The army of Chad", 1.0, 1.0, 1.0)]
    [InlineData(28, 60, ClaimKind.Denial, "The army", 0.0, 0.0, 0.0)]
    public void A_claim_is_found_where_half_of_the_propositions_is_shared(int start, int end, ClaimKind kind, string holder, double recall, double rightKind, double rightHolder)
    {
        var scores = Compare([Denied], [ClaimAt(start, end, kind, holder)]);

        Assert.Equal((recall, rightKind, rightHolder), (scores("recall"), scores("kind"), scores("holder")));
    }

    [Fact]
    public void What_nobody_claims_costs_precision_and_each_claim_is_found_once()
    {
        var scores = Compare([Denied], [ClaimAt(10, 30, ClaimKind.Denial, "The army"), ClaimAt(11, 30, ClaimKind.Denial, "The army")]);

        Assert.Equal((1.0, 0.5), (scores("recall"), scores("precision")));
    }

    [Fact]
    public void A_link_is_right_where_it_leads_to_the_act_of_the_gold()
    {
        var claim = ClaimAt(10, 30, ClaimKind.Denial, "The army");

        Assert.Equal(1.0, Compare([Denied], [claim with { About = [EventWith("shelled").Id] }], EventWith("shelled"))("about"));
        Assert.Equal(0.0, Compare([Denied], [claim with { About = [EventWith("bombed").Id] }], EventWith("bombed"))("about"));
        Assert.Equal(0.0, Compare([Denied], [claim], EventWith("shelled"))("about"));
    }

    static Func<string, double> Compare(GoldClaim[] gold, Claim[] claims, params ReportedEvent[] events) =>
        measure => ClaimScorer.Compare([new ClaimReading([.. gold], [.. claims], [.. events])], "own").Single(score => score.Measure == measure).Value;

    static Claim ClaimAt(int start, int end, ClaimKind kind, string holder) => new()
    {
        Id = new ClaimId("c-" + start),
        Document = new ArticleId("d"),
        TextSha256 = "",
        Kind = kind,
        Holder = new Attribution { Text = holder, Span = new TextSpan(0, holder.Length) },
        Proposition = "",
        PropositionSpan = new TextSpan(start, end),
        Hedges = ["may"],
        Sentence = "",
        Evidence = new TextSpan(0, 60),
        Trigger = new TextSpan(start, end),
        Rule = "test",
        Version = "test",
    };

    static ReportedEvent EventWith(string trigger) => new()
    {
        Id = new ReportedEventId("r-" + trigger),
        Document = new ArticleId("d"),
        TextSha256 = "",
        Type = EventType.Assault,
        Status = EventStatus.Denied,
        Sentence = "",
        Evidence = new TextSpan(0, 60),
        Trigger = new TextSpan(15, 22),
        TriggerText = trigger,
        Rule = "test",
        Version = "test",
    };
}
