using Demarche.Documents;
using Demarche.Evaluation.Coding;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Tests.Evaluation;

public class EventScorerTests
{
    const string Shelling = "Russian troops shelled Kharkiv city.";
    const string Denial = "China denied that it had sent weapons to Russia.";
    const string Teaser = "Poland will send soldiers, readers.";

    static readonly string Folder = Path.Combine(Repository.Root, "tests", "data", "events");

    static readonly EventGold Gold = EventGold.Load(Path.Combine(Folder, "events.gold.json"), Folder);

    [Fact]
    public void A_perfect_coding_finds_everything_and_makes_no_error()
    {
        var scores = Compare(
            Event(Shelling, "shelled", EventType.Assault, 4, EventStatus.Occurred, "RUS", "UKR"),
            Event(Denial, "had sent", EventType.Aid, 2, EventStatus.Denied, "CHN", "RUS", holder: "China"));

        Assert.Equal(1, scores["recall_core"]);
        Assert.Equal(1, scores["precision"]);
        Assert.Equal(1, scores["status_exact"]);
        Assert.Equal(1, scores["holder"]);
        Assert.Equal(0, scores["hard_errors"]);
    }

    [Fact]
    public void A_denied_act_shown_as_done_is_a_hard_error() =>
        Assert.Equal(1, Compare(Event(Denial, "had sent", EventType.Aid, 2, EventStatus.Occurred, "CHN", "RUS"))["hard_errors"]);

    [Fact]
    public void A_coded_teaser_is_a_hard_error() =>
        Assert.Equal(1, Compare(Event(Teaser, "send", EventType.Mobilize, 4, EventStatus.Planned, "POL", "BLR"))["hard_errors"]);

    [Fact]
    public void What_is_not_found_costs_recall()
    {
        var scores = Compare(Event(Shelling, "shelled", EventType.Assault, 4, EventStatus.Occurred, "RUS", "UKR"));

        Assert.Equal(0.5, scores["recall_core"]);
    }

    static Dictionary<string, double> Compare(params ReportedEvent[] events) =>
        new EventScorer(Gold).Compare(events, "own").Scores.ToDictionary(score => score.Measure, score => score.Value);

    static ReportedEvent Event(string sentence, string trigger, EventType type, int quad, EventStatus status, string actor, string recipient, string? holder = null)
    {
        var at = sentence.IndexOf(trigger, StringComparison.Ordinal);
        return new ReportedEvent
        {
            Id = new ReportedEventId("r-" + trigger),
            Document = new ArticleId("own-2024-05-02"),
            TextSha256 = "",
            Type = type,
            Quad = quad,
            Status = status,
            Actors = [new Party { Code = actor }],
            Recipients = [new Party { Code = recipient }],
            Attribution = holder is null ? [] : [new Attribution { Text = holder }],
            Sentence = sentence,
            Evidence = new TextSpan(100, 100 + sentence.Length),
            Trigger = new TextSpan(100 + at, 100 + at + trigger.Length),
            TriggerText = trigger,
            Rule = "own",
            Version = "test",
        };
    }
}
