using System.Collections.Immutable;
using System.Globalization;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Benchmarks;

/// <summary>
/// Five years of events among nine states in three camps, the same for the same seed: every pair has a rate for each quad, by which
/// events fall on months as Poisson counts, and some rates double in one month and stay so. Each event is one article with one report.
/// </summary>
sealed class PlantedStream
{
    public const int Months = 60, Events = 100_000;

    public static readonly DateOnly First = new(2019, 1, 1);

    public static readonly ImmutableArray<ImmutableArray<string>> Camps = [["BLR", "CHN", "RUS"], ["DEU", "FRA", "POL"], ["BRA", "IND", "ZAF"]];

    // Events a month by quad, before they are scaled to the number asked for.
    static readonly double[] Friends = [22, 16, 4, 3], Rivals = [8, 4, 20, 14];

    static readonly (EventType Type, double Score)[] Types = [(EventType.Consult, 2.5), (EventType.Aid, 10), (EventType.Accuse, -2), (EventType.Coerce, -7)];

    readonly Random random;
    readonly List<(string From, string To, int Quad, DateOnly Day)> acts = [];

    public PlantedStream(int seed)
    {
        random = new Random(seed);
        var states = Camps.SelectMany((camp, i) => camp.Select(code => (Code: code, Camp: i))).OrderBy(state => state.Code, StringComparer.Ordinal).ToList();
        var pairs = states.SelectMany((one, i) => states.Skip(i + 1).Select(other => (one, other))).ToList();
        var scale = Events / (Months * pairs.Sum(pair => (pair.one.Camp == pair.other.Camp ? Friends : Rivals).Sum()) * 1.09);
        foreach (var (one, other) in pairs)
        {
            var rates = (one.Camp == other.Camp ? Friends : Rivals).Select(rate => rate * scale).ToArray();
            for (var quad = 1; quad <= 4; quad++)
            {
                // Every third rate doubles.
                var from = random.Next(3) == 0 ? random.Next(12, Months - 12) : Months;
                if (from < Months)
                    Shifts.Add(new PlantedShift(one.Code, other.Code, quad, from, rates[quad - 1]));
                var counts = new double[Months];
                for (var month = 0; month < Months; month++)
                {
                    var number = Poisson(month >= from ? 2 * rates[quad - 1] : rates[quad - 1]);
                    counts[month] = number;
                    for (; number > 0; number--)
                        Add(one.Code, other.Code, quad, First.AddMonths(month).AddDays(random.Next(28)));
                }
                Series.Add(new PlantedSeries(rates[quad - 1], from, counts));
            }
        }
        acts.Sort((one, other) => one.Day.CompareTo(other.Day));
    }

    /// <summary>The rates that double: all that should be found.</summary>
    public List<PlantedShift> Shifts { get; } = [];

    /// <summary>Every rate with its counts by month, whether it doubles or not.</summary>
    public List<PlantedSeries> Series { get; } = [];

    public int Count => acts.Count;

    public IEnumerable<(CodedArticle Article, Event Event)> All() => acts.Select((act, i) =>
    {
        var (type, score) = Types[act.Quad - 1];
        var text = string.Create(CultureInfo.InvariantCulture, $"{act.From} did to {act.To} what makes number {i} of these events.");
        var article = new Article
        {
            Id = new ArticleId(string.Create(CultureInfo.InvariantCulture, $"planted-{i:000000}")),
            Input = "generated",
            Outlet = $"Outlet {i % 40}",
            Language = "en",
            Text = text,
            Published = PublicationDate.OfDay(act.Day, DateBasis.Record),
            Blocks = [new Block(BlockKind.Body, new TextSpan(0, text.Length))],
        };
        ImmutableArray<Party> actors = [new Party { Text = act.From, Span = new TextSpan(0, 3), Code = act.From }];
        ImmutableArray<Party> recipients = [new Party { Text = act.To, Span = new TextSpan(11, 14), Code = act.To }];
        var trigger = new TextSpan(4, 7);
        var report = new ReportedEvent
        {
            Id = ReportedEvent.IdOf(article.Id, article.Sha256, trigger, type, actors, recipients),
            Document = article.Id,
            TextSha256 = article.Sha256,
            Type = type,
            Quad = act.Quad,
            Score = score,
            Status = EventStatus.Occurred,
            Actors = actors,
            Recipients = recipients,
            Date = TextDate.OfDay(act.Day, null),
            Sentence = text,
            Evidence = new TextSpan(0, text.Length),
            Trigger = trigger,
            TriggerText = "did",
            Rule = "generated",
            Version = NewsStream.Version,
        };
        return (new CodedArticle { Article = article, Events = [report], Version = NewsStream.Version }, EventOf(report, article));
    });

    static Event EventOf(ReportedEvent report, Article article) => new()
    {
        Id = new EventId("e-" + report.Id.Value[2..]),
        Type = report.Type,
        Quad = report.Quad,
        Score = report.Score,
        Status = report.Status,
        StatusHistory = [new StatusEntry(report.Status, article.Published.Day, article.Id)],
        Actors = report.Actors,
        Recipients = report.Recipients,
        Date = report.Date,
        OriginHolders = [article.Outlet!],
        Reports = [report],
        Version = report.Version,
    };

    void Add(string one, string other, int quad, DateOnly day) => acts.Add(random.Next(2) == 0 ? (one, other, quad, day) : (other, one, quad, day));

    /// <summary>Knuth's method, in halves for large means.</summary>
    int Poisson(double mean)
    {
        if (mean > 30)
            return Poisson(mean / 2) + Poisson(mean / 2);
        double limit = Math.Exp(-mean), product = random.NextDouble();
        var count = 0;
        for (; product > limit; product *= random.NextDouble())
            count++;
        return count;
    }
}

/// <summary>A rate that doubles.</summary>
/// <param name="Month">From the first on, counted from 0.</param>
/// <param name="Rate">Events a month before.</param>
sealed record PlantedShift(string One, string Other, int Quad, int Month, double Rate);

/// <summary>The counts of one pair and quad by month.</summary>
/// <param name="Rate">Events a month before it doubles.</param>
/// <param name="Month">From which on it is doubled; <see cref="PlantedStream.Months"/> where it never is.</param>
sealed record PlantedSeries(double Rate, int Month, double[] Counts);
