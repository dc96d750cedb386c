using System.Collections.Immutable;
using Demarche.Briefing.Comparing;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Tests.Linking;

namespace Demarche.Tests.Briefing;

public sealed class ComparisonTests
{
    static readonly Report Visit = new(EventType.Agree, "Dravia's minister will *visit* Nivelia, the ministry said.") { Actors = "DRA", Recipients = "NIV", Status = EventStatus.Planned, Holder = "Ministry of Dravia" };

    static readonly Report Shelling = new(EventType.Assault, "Dravia reportedly *shelled* Port Nivel, the radio said.") { Actors = "DRA", Recipients = "NIV", Status = EventStatus.Alleged, Holder = "Nivel Radio" };

    [Fact]
    public void What_the_first_attributes_and_the_second_states_itself_has_lost_its_source() =>
        Assert.Equal([DifferenceKind.SourceLost], Kinds([Visit], [Visit with { Holder = null }]));

    [Fact]
    public void What_one_telling_of_the_second_still_attributes_has_not() =>
        Assert.Empty(Kinds([Visit], [Visit with { Holder = null }, Visit with { Holder = "Agency", Marked = "The *visit* will go on, an agency said." }], [1, 1]));

    [Fact]
    public void An_allegation_told_as_done_has_lost_its_hedge()
    {
        var difference = Assert.Single(Compare([Shelling], [Shelling with { Status = EventStatus.Occurred, Holder = "Agency" }]));

        Assert.Equal((DifferenceKind.HedgeLost, "ASSAULT alleged", "ASSAULT occurred"), (difference.Kind, difference.First!.What, difference.Second!.What));
        Assert.Equal(("Nivel Radio", "DRA → NIV"), (difference.First.Holder, difference.First.Parties));
    }

    [Fact]
    public void A_plan_told_as_begun_is_another_status() =>
        Assert.Equal([DifferenceKind.OtherStatus], Kinds([Visit], [Visit with { Status = EventStatus.Occurred, Type = EventType.Consult }]));

    [Fact]
    public void What_only_one_tells_is_added_or_dropped()
    {
        var differences = Compare([Visit], [Shelling], [1], [2]);

        Assert.Equal([DifferenceKind.Added, DifferenceKind.Dropped], differences.Select(one => one.Kind));
        Assert.Equal(("b", null), (differences[0].Second!.Document.Value, differences[0].First));
    }

    [Theory]
    [InlineData("the ceasefire may collapse before winter begins", "the ceasefire will collapse before the winter", new[] { DifferenceKind.SourceLost, DifferenceKind.HedgeLost })]
    [InlineData("the ceasefire may collapse before winter begins", "exports of grain will grow", new[] { DifferenceKind.Added, DifferenceKind.Dropped })]
    public void Claims_in_much_the_same_words_are_one(string there, string here, DifferenceKind[] kinds)
    {
        var first = new ToldDocument([], [Claim("a", there, "Institute", "may")], ImmutableDictionary<ReportedEventId, EventId>.Empty);
        var second = new ToldDocument([], [Claim("b", here, null)], ImmutableDictionary<ReportedEventId, EventId>.Empty);

        Assert.Equal(kinds, DocumentComparison.Of(first, second).Select(one => one.Kind));
    }

    static IEnumerable<DifferenceKind> Kinds(Report[] first, Report[] second, int[]? eventsOfSecond = null) => Compare(first, second, null, eventsOfSecond).Select(one => one.Kind);

    /// <summary>Without numbers every report tells the first event.</summary>
    static ImmutableArray<DocumentDifference> Compare(Report[] first, Report[] second, int[]? eventsOfFirst = null, int[]? eventsOfSecond = null) =>
        DocumentComparison.Of(Told("a", first, eventsOfFirst), Told("b", second, eventsOfSecond));

    static ToldDocument Told(string id, Report[] reports, int[]? events)
    {
        var coded = News.Article(id, "2024-05-07", reports);
        return new ToldDocument(coded.Events, [], coded.Events.Select((report, i) => (report.Id, Event: new EventId($"e-{events?[i] ?? 1}"))).ToDictionary(pair => pair.Id, pair => pair.Event));
    }

    static Claim Claim(string document, string words, string? holder, params string[] hedges) => new()
    {
        Id = new ClaimId($"c-{document}"),
        Document = new ArticleId(document),
        TextSha256 = "",
        Kind = ClaimKind.Forecast,
        Holder = holder is null ? null : new Attribution { Text = holder },
        Proposition = words,
        PropositionSpan = new TextSpan(0, words.Length),
        Hedges = [.. hedges],
        Sentence = words,
        Evidence = new TextSpan(0, words.Length),
        Trigger = new TextSpan(0, 3),
        Rule = "test",
        Version = "test",
    };
}
