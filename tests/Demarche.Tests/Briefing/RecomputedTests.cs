using System.Globalization;
using System.Text.Json;
using Demarche.Briefing;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Tests.Analysis;
using Demarche.Tests.Linking;

namespace Demarche.Tests.Briefing;

/// <summary>Every number of a brief's table of measures, worked out anew from the exported events by code of its own.</summary>
public class RecomputedTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_number_of_a_brief_follows_from_the_events_it_exports(int seed)
    {
        var (brief, bundle) = BriefTests.BriefAndBundle(Articles(new Random(seed)));
        var shown = brief.Sections.Single(section => section.Heading == "Relations").Blocks.OfType<BriefTable>().First()
            .Rows.ToDictionary(row => row[0], row => row[1]);

        double[] quads = new double[4], scores = [];
        double there = 0, back = 0;
        using var json = JsonDocument.Parse(bundle);
        foreach (var one in json.RootElement.GetProperty("events").EnumerateArray())
        {
            var status = one.GetProperty("status").GetString();
            if (status is not ("occurred" or "ongoing" or "planned"))
                continue;
            if (!one.TryGetProperty("date", out var date) || !date.TryGetProperty("start", out var start) || start.GetString()![..7] != "2024-05")
                continue;
            string[] actors = Codes(one, "actors"), recipients = Codes(one, "recipients");
            if (recipients.Length == 0 ? actors.Length < 2 : actors.Length == 0)
                continue;
            var quad = one.GetProperty("quad").GetInt32();
            var score = one.TryGetProperty("score", out var given) ? given.GetDouble() : -3;
            if (status == "planned")
                (quad, score) = quad <= 2 ? (1, 2.5) : (3, -3.5);
            quads[quad - 1]++;
            scores = [.. scores, score];
            if (recipients.Length == 0)
                (there, back) = (there + 0.5, back + 0.5);
            else if (actors[0] == "DRA")
                there++;
            else
                back++;
        }

        var n = quads.Sum();
        Assert.True(n > 10);
        Assert.Equal(quads.Select(Number), new[] { "V+ verbal cooperation", "M+ material cooperation", "V- verbal conflict", "M- material conflict" }.Select(name => shown[name]));
        Assert.Equal(Number((quads[0] + quads[1] - quads[2] - quads[3]) / (n + 4)), shown["Balance"]);
        Assert.Equal(Number((quads[1] + quads[3]) / n), shown["Material share"]);
        Assert.StartsWith(Number(scores.Average()) + " (", shown["Tone"], StringComparison.Ordinal);
        Assert.Equal(Number(Math.Log(1 + scores.Sum(Math.Abs))), shown["Intensity"]);
        Assert.Equal("1", shown["Share of all pairs of the two"]);
        Assert.Equal(n, there + back);
    }

    static string[] Codes(JsonElement one, string side) =>
        one.TryGetProperty(side, out var parties) ? [.. parties.EnumerateArray().Where(party => party.TryGetProperty("code", out _)).Select(party => party.GetProperty("code").GetString()!).Distinct()] : [];

    static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Acts of all quads and statuses in both directions and in none, far enough apart not to be one.</summary>
    static CodedArticle[] Articles(Random random)
    {
        EventType[] types = [EventType.Consult, EventType.Aid, EventType.Accuse, EventType.Coerce, EventType.Support, EventType.Assault, EventType.Request];
        return
        [
            .. Enumerable.Range(0, 60).Select(i =>
            {
                var type = types[random.Next(types.Length)];
                var isMutual = type == EventType.Consult && random.Next(2) == 0;
                var turned = random.Next(2) == 0;
                return Scored(News.Article($"a{i}", $"2024-05-{1 + (i % 31):D2}", new Report(type, $"Number {i} of the acts was *done* at place {i * 7}.")
                {
                    Actors = isMutual ? "DRA NIV" : turned ? "NIV" : "DRA",
                    Recipients = isMutual ? "" : turned ? "DRA" : "NIV",
                    On = $"2024-05-{1 + (i % 31):D2}",
                    City = $"Place {i}",
                    Status = (EventStatus)random.Next(8),
                }));
            }),
        ];
    }

    static readonly Ontology Ontology = new(TestEvents.Data);

    internal static CodedArticle Scored(CodedArticle coded) => coded with
    {
        Events = [.. coded.Events.Select(report => report with { Quad = Ontology.Quad(report.Type), Score = Ontology.Score(new EventCategory(report.Type, "")) })],
    };
}
