using System.Globalization;
using Demarche.Analysis;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Tests.Analysis;

/// <summary>Events as one line: "2024-03-05 CHN>RUS consult", "... CHN+RUS cooperate" for acts without recipient, with a status at the end if not occurred.</summary>
static class TestEvents
{
    public static readonly DataFolder Data = new(Repository.Root);

    public static readonly MeasureSettings Settings = MeasureSettings.Load(Data);

    public static readonly Ontology Ontology = new(Data);

    public static Counting Counting(bool withAlleged = false) => new(Settings, Ontology, withAlleged);

    public static EventOutline Outline(string line, int number = 0)
    {
        var words = line.Split(' ');
        var sides = words[1].Split('>');
        var type = Enum.Parse<EventType>(words[2], ignoreCase: true);
        return new EventOutline(
            new EventId($"e-{number:D6}"),
            type,
            Ontology.Quad(type),
            Ontology.Score(new EventCategory(type, "")),
            words.Length > 3 ? Enum.Parse<EventStatus>(words[3], ignoreCase: true) : EventStatus.Occurred,
            Date(words[0]),
            [.. sides[0].Split('+')],
            sides.Length > 1 ? [.. sides[1].Split('+')] : [],
            1)
        {
            Triggers = sides.Length == 1 ? "each other" : null,
        };
    }

    public static List<EventOutline> Outlines(params string[] lines) => [.. lines.Select(Outline)];

    public static List<CountedEvent> Counted(params string[] lines) =>
        [.. Outlines(lines).Select(outline => Counting().Count(outline, out _)).OfType<CountedEvent>()];

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    static TextDate Date(string text)
    {
        if (text == "-")
            return default;
        var days = text.Split("..").Select(Day).ToArray();
        return new TextDate(days[0], days[^1], days.Length == 1 ? DatePrecision.Day : DatePrecision.Window, null);
    }
}
