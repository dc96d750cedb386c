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

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Counts_of_coverage_places_gaps_and_captions_follow_from_the_events_it_exports(int seed)
    {
        var (brief, bundle) = BriefTests.BriefAndBundle(Articles(new Random(seed)));
        using var json = JsonDocument.Parse(bundle);
        var events = json.RootElement.GetProperty("events").EnumerateArray().ToList();

        var head = Table(brief, "Head", "Coverage").Rows.ToDictionary(row => row[0], row => row[1]);
        Assert.Equal(Text(json.RootElement.GetProperty("sources").GetArrayLength()), head["Documents"]);
        Assert.Equal(Text(json.RootElement.GetProperty("sources").EnumerateArray().Select(source => source.GetProperty("publisher").GetString()).Distinct().Count()), head["Publishers"]);
        Assert.Equal(Text(events.SelectMany(one => one.GetProperty("origin_holders").EnumerateArray()).Select(holder => holder.GetString()).Distinct().Count()), head["Origins"]);
        Assert.Equal(Text(events.Count), head["Events"]);
        Assert.Equal($"{events.Count(one => !one.TryGetProperty("review", out _))} of {events.Count}", head["Not reviewed by a person"]);

        foreach (var row in Table(brief, "Background", "Events by place").Rows)
            Assert.Equal(row[3], Text(events.Count(one => one.TryGetProperty("place", out var place) && place.GetProperty("name").GetString() == row[0])));

        var gaps = Section(brief, "Gaps").Blocks.OfType<Statement>().Where(statement => statement.Lead == "Gap").ToDictionary(gap => gap.Text[gap.Text.IndexOf("events", StringComparison.Ordinal)..], gap => gap.Text.Split(' ')[0]);
        Assert.Equal(Shown(one => !Has(one, "recipients") && one.GetProperty("actors").GetArrayLength() < 2), gaps.GetValueOrDefault("events name no counterpart."));
        Assert.Equal(Shown(one => one.GetProperty("reports").EnumerateArray().All(report => !Has(report, "attribution"))), gaps.GetValueOrDefault("events rest on nobody named."));
        Assert.Equal(Shown(one => !one.TryGetProperty("place", out _)), gaps.GetValueOrDefault("events have no place."));

        var counted = Section(brief, "Relations").Blocks.OfType<BriefTable>().Last();
        var caption = Section(brief, "Relations").Blocks.OfType<Statement>().First().Text;
        var rows = events.Where(IsCounted).ToList();
        Assert.Contains($": {rows.Count} counted event", caption, StringComparison.Ordinal);
        Assert.Contains($"{rows.Count(one => one.GetProperty("status").GetString() == "planned")} of them only announced", caption, StringComparison.Ordinal);
        Assert.Equal(
            rows.Select(one => one.GetProperty("date").GetProperty("start").GetString()!).OrderDescending(StringComparer.Ordinal).Take(counted.Rows.Length),
            counted.Rows.Select(row => row[0]));

        string? Shown(Func<JsonElement, bool> lacks) => events.Count(lacks) is > 0 and var number ? Text(number) : null;
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public void The_interval_of_the_tone_and_its_asymmetry_follow_from_the_events_it_exports(int seed)
    {
        var (brief, bundle) = BriefTests.BriefAndBundle(Articles(new Random(seed)));
        var shown = Section(brief, "Relations").Blocks.OfType<BriefTable>().First().Rows.ToDictionary(row => row[0], row => row[1]);
        using var json = JsonDocument.Parse(bundle);
        var counted = json.RootElement.GetProperty("events").EnumerateArray().Where(IsCounted).OrderBy(one => one.GetProperty("id").GetString(), StringComparer.Ordinal).ToList();

        var scores = counted.Select(Score).ToArray();
        ulong state = 1;
        var means = Enumerable.Range(0, 2000).Select(_ => Enumerable.Range(0, scores.Length).Select(_ => scores[(int)(((UInt128)Next() * (ulong)scores.Length) >> 64)]).Average()).Order().ToArray();
        Assert.Equal($"{Number(scores.Average())} ({Number(Quantile(0.05))} to {Number(Quantile(0.95))})", shown["Tone"]);

        double[] sums = new double[2], weights = new double[2];
        int[] numbers = new int[2];
        foreach (var one in counted)
            for (var side = 0; side < 2; side++)
            {
                var isMutual = Codes(one, "recipients").Length == 0;
                if (!isMutual && Codes(one, "actors")[0] != (side == 0 ? "DRA" : "NIV"))
                    continue;
                var weight = isMutual ? 0.5 : 1;
                (sums[side], weights[side], numbers[side]) = (sums[side] + (weight * Score(one)), weights[side] + weight, numbers[side] + 1);
            }
        Assert.Equal(numbers.Min() < 10 ? $"not enough data: {numbers[0]} and {numbers[1]} events; 10 each way are asked" : Number((sums[0] / weights[0]) - (sums[1] / weights[1])), shown["Asymmetry of tone"]);

        ulong Next()
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }

        double Quantile(double share)
        {
            var place = share * (means.Length - 1);
            var below = (int)place;
            return means[below] + ((place - below) * (means[below + 1] - means[below]));
        }
    }

    static bool IsCounted(JsonElement one)
    {
        if (one.GetProperty("status").GetString() is not ("occurred" or "ongoing" or "planned") || !Has(one, "date") || !one.GetProperty("date").TryGetProperty("start", out _))
            return false;
        string[] actors = Codes(one, "actors"), recipients = Codes(one, "recipients");
        return recipients.Length == 0 ? actors.Length > 1 : actors.Length > 0;
    }

    static double Score(JsonElement one)
    {
        var score = one.TryGetProperty("score", out var given) ? given.GetDouble() : -3;
        return one.GetProperty("status").GetString() != "planned" ? score : one.GetProperty("quad").GetInt32() <= 2 ? 2.5 : -3.5;
    }

    static bool Has(JsonElement one, string name) => one.TryGetProperty(name, out var value) && (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > 0);

    static BriefSection Section(Brief brief, string heading) => brief.Sections.Single(section => section.Heading == heading);

    static BriefTable Table(Brief brief, string heading, string caption) =>
        Section(brief, heading).Blocks.OfType<BriefTable>().Single(table => table.Caption.StartsWith(caption, StringComparison.Ordinal));

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

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
