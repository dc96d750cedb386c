using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Benchmarks;

/// <summary>
/// A made-up stream of news, the same for the same seed: a few thousand articles a day about acts of states, some told once and some
/// by everybody; a quarter of the articles reprint an agency's text word for word. Each comes with the reports a coder should find in it.
/// </summary>
sealed class NewsStream(int seed)
{
    public const string Version = "benchmark";

    const int ArticlesADay = 2000, RecentArticles = 400, RecentActs = 3000;

    static readonly (string Name, string Code)[] States =
    [
        ("China", "CHN"), ("Russia", "RUS"), ("Ukraine", "UKR"), ("Iran", "IRN"), ("Israel", "ISR"), ("India", "IND"), ("Pakistan", "PAK"), ("Turkey", "TUR"),
        ("Japan", "JPN"), ("France", "FRA"), ("Germany", "DEU"), ("Poland", "POL"), ("Egypt", "EGY"), ("Syria", "SYR"), ("Iraq", "IRQ"), ("Kenya", "KEN"),
        ("Ethiopia", "ETH"), ("Nigeria", "NGA"), ("Brazil", "BRA"), ("Chile", "CHL"), ("Mexico", "MEX"), ("Canada", "CAN"), ("Australia", "AUS"), ("Vietnam", "VNM"),
        ("Philippines", "PHL"), ("Indonesia", "IDN"), ("Serbia", "SRB"), ("Greece", "GRC"), ("Armenia", "ARM"), ("Azerbaijan", "AZE"), ("Norway", "NOR"), ("Mongolia", "MNG"),
        ("Sudan", "SDN"), ("Rwanda", "RWA"), ("Venezuela", "VEN"), ("Colombia", "COL"), ("Thailand", "THA"), ("Myanmar", "MMR"), ("Kazakhstan", "KAZ"), ("Finland", "FIN"),
    ];

    static readonly (string Name, double Latitude, double Longitude)[] Cities =
    [
        ("Lisbon", 38.72, -9.14), ("Geneva", 46.2, 6.15), ("Vienna", 48.21, 16.37), ("Nairobi", -1.29, 36.82), ("Doha", 25.29, 51.53), ("Astana", 51.18, 71.45),
        ("Jakarta", -6.21, 106.85), ("Istanbul", 41.01, 28.95), ("Oslo", 59.91, 10.75), ("Lima", -12.05, -77.04), ("Hanoi", 21.03, 105.85), ("Tbilisi", 41.72, 44.79),
        ("Havana", 23.11, -82.37), ("Dakar", 14.69, -17.45), ("Amman", 31.95, 35.93), ("Riga", 56.95, 24.11),
    ];

    static readonly (EventType Type, string? Mode, int Quad, double Score, EventStatus Status, EventType Underlying, string[] Tellings)[] Kinds =
    [
        (EventType.Assault, "heavy-weapons", 4, -10, EventStatus.Occurred, EventType.None,
            ["{0} *shelled* a border post of {1} near {3}, killing {2} soldiers.", "Artillery of {0} *bombarded* positions of {1} near {3}, killing {2} people."]),
        (EventType.Consult, "visit", 1, 2.8, EventStatus.Planned, EventType.Consult,
            ["The president of {0} will *visit* {1} and speak in {3}.", "{0}'s president plans to *travel* to {1} for talks in {3}."]),
        (EventType.Accuse, null, 3, -2, EventStatus.Occurred, EventType.None,
            ["{0} *accused* {1} of violating its airspace near {3}.", "{0} *blamed* {1} for an incident near {3}."]),
        (EventType.Sanction, null, 4, -6, EventStatus.Occurred, EventType.None,
            ["{0} *imposed* sanctions on {2} companies of {1}.", "{0} *banned* trade with {2} firms from {1}."]),
        (EventType.Consult, "third-party", 1, 2.5, EventStatus.Occurred, EventType.None,
            ["The foreign ministers of {0} and {1} *met* in {3}.", "{0} and {1} *held* talks in {3}."]),
        (EventType.Aid, null, 2, 7, EventStatus.Occurred, EventType.None,
            ["{0} *delivered* {2} trucks of relief goods to {1} by way of {3}.", "{0} *sent* {2} lorries with food to {1}."]),
        (EventType.Threaten, null, 3, -5, EventStatus.Occurred, EventType.Sanction,
            ["{0} *threatened* {1} with sanctions at a conference in {3}.", "{0} *warned* {1} of new sanctions."]),
    ];

    static readonly string[] Words =
    [
        "the", "talks", "officials", "region", "statement", "after", "weeks", "of", "growing", "concern", "about", "trade", "and", "security", "in", "which", "analysts",
        "expect", "little", "change", "before", "winter", "while", "markets", "remain", "calm", "as", "parliament", "debates", "the", "budget", "for", "roads", "schools", "rivers",
    ];

    readonly Random random = new(seed);
    readonly List<Act> acts = [];
    readonly List<(string Text, ImmutableArray<Told> Reports)> texts = [];
    int made;

    sealed record Act(int Kind, int Actor, int Recipient, DateOnly Day, int City, int Number);

    sealed record Told(Act Act, TextSpan Evidence, TextSpan Trigger, int Number);

    /// <summary>The next article with its reports. Never ends.</summary>
    public CodedArticle Next()
    {
        var day = new DateOnly(2020, 1, 1).AddDays(made / ArticlesADay);
        var (text, told) = texts.Count > 0 && random.NextDouble() < 0.25 ? texts[random.Next(texts.Count)] : Write(day);
        var article = new Article
        {
            Id = new ArticleId(string.Create(CultureInfo.InvariantCulture, $"news-{made:00000000}")),
            Input = "generated",
            Title = "News of the day",
            Outlet = string.Create(CultureInfo.InvariantCulture, $"Outlet {Popular(400)}"),
            Language = "en",
            Text = text,
            Published = PublicationDate.OfDay(day, DateBasis.Record),
            Blocks = [new Block(BlockKind.Body, new TextSpan(0, text.Length))],
        };
        made++;
        return new CodedArticle { Article = article, Events = [.. told.Select(one => Report(article, one))], Version = Version };
    }

    (string, ImmutableArray<Told>) Write(DateOnly day)
    {
        var text = new StringBuilder();
        var told = ImmutableArray.CreateBuilder<Told>();
        for (var paragraph = random.Next(1, 5); paragraph > 0; paragraph--)
        {
            told.Add(Tell(text, NextAct(day)));
            for (var filler = random.Next(2, 7); filler > 0; filler--)
                text.Append(' ').Append(Filler());
            text.Append("\n\n");
        }
        var written = (text.ToString().TrimEnd(), told.ToImmutable());
        Remember(texts, written, RecentArticles);
        return written;
    }

    Act NextAct(DateOnly day)
    {
        if (acts.Count > 0 && random.NextDouble() < 0.55)
            return acts[acts.Count - 1 - Popular(Math.Min(acts.Count, RecentActs))];
        var actor = Popular(States.Length);
        var act = new Act(random.Next(Kinds.Length), actor, (actor + 1 + Popular(States.Length - 1)) % States.Length, day, random.Next(Cities.Length), random.Next(2, 60));
        Remember(acts, act, RecentActs);
        return act;
    }

    Told Tell(StringBuilder text, Act act)
    {
        var tellings = Kinds[act.Kind].Tellings;
        var number = random.Next(6) == 0 ? act.Number + 1 : act.Number;
        var marked = string.Format(
            CultureInfo.InvariantCulture, tellings[random.Next(tellings.Length)], States[act.Actor].Name, States[act.Recipient].Name, number, Cities[act.City].Name);
        var marks = marked.Split('*');
        var start = text.Length;
        text.Append(marks[0]).Append(marks[1]).Append(marks[2]);
        var trigger = new TextSpan(start + marks[0].Length, start + marks[0].Length + marks[1].Length);
        return new Told(act, new TextSpan(start, text.Length), trigger, number);
    }

    string Filler()
    {
        var words = Enumerable.Range(0, random.Next(8, 22)).Select(_ => Words[random.Next(Words.Length)]).ToArray();
        words[0] = char.ToUpperInvariant(words[0][0]) + words[0][1..];
        return string.Join(' ', words) + ".";
    }

    // The first are chosen far more often than the last, as in the news.
    int Popular(int count) => (int)(count * Math.Pow(random.NextDouble(), 3));

    static void Remember<T>(List<T> list, T one, int most)
    {
        list.Add(one);
        if (list.Count > 2 * most)
            list.RemoveRange(0, list.Count - most);
    }

    static ReportedEvent Report(Article article, Told told)
    {
        var act = told.Act;
        var kind = Kinds[act.Kind];
        ImmutableArray<Party> actors = [Party(act.Actor)], recipients = [Party(act.Recipient)];
        var city = Cities[act.City];
        return new ReportedEvent
        {
            Id = ReportedEvent.IdOf(article.Id, article.Sha256, told.Trigger, kind.Type, actors, recipients),
            Document = article.Id,
            TextSha256 = article.Sha256,
            Type = kind.Type,
            Modes = kind.Mode is null ? [] : [kind.Mode],
            Underlying = kind.Underlying,
            Quad = kind.Quad,
            Score = kind.Score,
            Status = kind.Status,
            Actors = actors,
            Recipients = recipients,
            Date = TextDate.OfDay(act.Day, null),
            Place = new EventPlace(new Place(city.Name, null, city.Latitude, city.Longitude, null, "city"), null),
            Sentence = told.Evidence.Of(article.Text).ToString(),
            Evidence = told.Evidence,
            Trigger = told.Trigger,
            TriggerText = told.Trigger.Of(article.Text).ToString(),
            Quantities = kind.Type == EventType.Assault ? [new Quantity("dead", told.Number, null, told.Trigger)] : [],
            Rule = "benchmark",
            Confidence = 0.8,
            Version = Version,
        };
    }

    static Party Party(int state) => new() { Name = States[state].Name, Code = States[state].Code, Sector = "GOV" };
}
