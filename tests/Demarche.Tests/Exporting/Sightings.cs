using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Exporting;
using Demarche.Knowledge;

namespace Demarche.Tests.Exporting;

/// <summary>Events with everything and with nothing to say, for tests of formats.</summary>
static class Sightings
{
    public static ExportWords Words { get; } = new(Repository.Data);

    public static TextSource SourceOf(ReportedEvent report) => new()
    {
        Url = report.Document.Value == "plain" ? null : $"https://www.example.org/{report.Document.Value}",
        Outlet = report.Document.Value == "plain" ? null : "The Example; a paper",
        Published = new DateOnly(2024, 5, 7),
        Language = "en",
        Length = 900,
        SentenceNumber = 2,
        InLead = true,
    };

    static readonly Party Minister = new()
    {
        Text = "the defence\tminister",
        Span = new TextSpan(10, 30),
        Name = "Li Shangfu",
        Code = "CHN",
        Sector = "GOV",
        OtherSectors = ["MIL"],
        Office = "defence minister",
    };

    static readonly Party Kosovo = new() { Text = "Kosovo", Name = "Kosovo", Code = "KOS", Span = new TextSpan(40, 46) };

    static readonly Party Union = new() { Text = "the bloc", Name = "European Union", Code = "EUR" };

    static readonly Party Crowd = new() { Text = "journalists", Sector = "JRN" };

    static readonly EventPlace Moscow = new(new Place("Moscow", "RUS", 55.7522, 37.6156, 524901, "city"), null);

    /// <summary>One of each shape: a dyad, a mutual act of three, one without recipient, one without place, parties or date.</summary>
    public static ImmutableArray<Event> All { get; } =
    [
        Event("a", EventType.Consult, "042", [Minister], [Kosovo, Union]) with { Modes = ["visit"], Contexts = ["diplomatic", "military"], Place = Moscow, Date = TextDate.OfDay(new DateOnly(2024, 12, 31), null) },
        Event("b", EventType.Cooperate, "06", [Minister, Kosovo, Union], []) with { Place = new EventPlace(new Place("Black Sea", null, 43, 34, null, "sea"), null) },
        Event("plain", EventType.Protest, "14", [Crowd], []) with { Place = new EventPlace(new Place("Texas", "USA", 31, -99, null, "region"), null) },
        Event("plain", EventType.Assault, "195", [], []),
    ];

    public static Event Event(string document, EventType type, string cameo, ImmutableArray<Party> actors, ImmutableArray<Party> recipients)
    {
        const string Sentence = "The line\nbreaks \"here\" \u0001 = and there.";
        var report = new ReportedEvent
        {
            Id = new ReportedEventId("r-" + type),
            Document = new ArticleId(document),
            TextSha256 = new string('a', 64),
            Type = type,
            Status = EventStatus.Occurred,
            Actors = actors,
            Recipients = recipients,
            Sentence = Sentence,
            Evidence = new TextSpan(0, Sentence.Length),
            Trigger = new TextSpan(4, 8),
            TriggerText = "line",
            Rule = "test/rule",
            Confidence = 0.7,
            Version = "1.0+test",
        };
        return new Event
        {
            Id = new EventId($"e-{type}"),
            Type = type,
            Quad = 1,
            Score = 2.5,
            Cameo = cameo,
            Status = EventStatus.Occurred,
            Actors = actors,
            Recipients = recipients,
            OriginHolders = ["somebody"],
            Reports = [report],
            Confidence = 0.7,
            Version = "1.0+test",
        };
    }
}
