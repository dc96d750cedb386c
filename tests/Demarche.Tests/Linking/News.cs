using System.Collections.Immutable;
using System.Globalization;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Linking;

namespace Demarche.Tests.Linking;

/// <summary>Coded articles for tests of linking, one report a sentence, made of what linking looks at.</summary>
static class News
{
    public const string Version = "test-1";

    public static Linker Linker { get; } = new(LinkingWords.Load(Repository.Data));

    /// <summary>An article by an outlet on a day, of sentences with one report each.</summary>
    public static CodedArticle Article(string id, string day, params Report[] reports) => Article(id, day, outlet: id, reports);

    public static CodedArticle Article(string id, string day, string outlet, params Report[] reports)
    {
        var text = string.Join(' ', reports.Select(report => report.Sentence));
        var article = new Article
        {
            Id = new ArticleId(id),
            Input = id + ".txt",
            Outlet = outlet,
            Language = "en",
            Text = text,
            Published = PublicationDate.OfDay(Day(day), DateBasis.Record),
            Blocks = [new Block(BlockKind.Body, new TextSpan(0, text.Length))],
        };
        return new CodedArticle { Article = article, Events = [.. reports.Select(report => report.In(article))], Version = Version };
    }

    /// <summary>The events that stand after all articles were kept, each in a batch of its own.</summary>
    public static ImmutableArray<Event> EventsOf(params CodedArticle[] articles)
    {
        var store = new MemoryStore();
        var keeper = new EventKeeper(Linker, store);
        foreach (var article in articles)
            keeper.Keep([article]);
        return [.. store.Events];
    }

    /// <summary>Articles about a handful of acts, retold with the variety that makes links doubtful.</summary>
    /// <param name="mixed">Whether the acts are of neighbouring types, too, and those who act told without a name.</param>
    public static CodedArticle[] Doubtful(Random random, int count, bool mixed = false)
    {
        string[] cities = ["Port Nivel", "Old Nivel", "Darat"];
        string[] targets = ["the harbour", "a school", "the power plant", "a market near the harbour"];
        string[] verbs = ["shelled", "hit", "struck", "bombarded"];
        EventType[] types = [EventType.Assault, EventType.Assault, EventType.Assault, EventType.Coerce, EventType.Sanction];
        EventStatus[] statuses = [EventStatus.Occurred, EventStatus.Occurred, EventStatus.Alleged, EventStatus.Denied, EventStatus.Planned, EventStatus.Hypothetical];
        return
        [
            .. Enumerable.Range(0, count).Select(i =>
            {
                var day = random.Next(3, 9);
                return Article($"a{i}", $"2024-05-0{day}", outlet: $"outlet {i % 7}",
                [
                    .. Enumerable.Range(0, random.Next(1, 4)).Select(j => new Report(
                        mixed ? Any(types) : EventType.Assault,
                        $"({j}) Dravian guns *{Any(verbs)}* {Any(targets)} of {Any(cities)}, killing {random.Next(2, 9)} people.")
                    {
                        Actors = random.Next(5) == 0 ? "" : "DRA",
                        Who = mixed && random.Next(3) == 0 ? "Dravian guns" : null,
                        Guessed = mixed && random.Next(2) == 0,
                        Recipients = "NIV",
                        Mode = random.Next(2) == 0 ? "heavy-weapons" : null,
                        On = random.Next(2) == 0 ? $"2024-05-0{day - random.Next(0, 2)}" : null,
                        City = random.Next(2) == 0 ? Any(cities) : null,
                        Status = Any(statuses),
                        Holder = random.Next(3) == 0 ? Any(cities) + " officials" : null,
                        Dead = random.Next(3) == 0 ? random.Next(2, 9) : null,
                    }),
                ]);
            }),
        ];

        T Any<T>(T[] values) => values[random.Next(values.Length)];
    }

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>One report: the trigger is marked with asterisks in the sentence.</summary>
sealed record Report(EventType Type, string Marked)
{
    public string Sentence => Marked.Replace("*", "", StringComparison.Ordinal);

    public EventStatus Status { get; init; }

    public EventType Underlying { get; init; }

    public string Actors { get; init; } = "";

    public string Recipients { get; init; } = "";

    /// <summary>The words for an actor, or a recipient, without a name.</summary>
    public string? Who { get; init; }

    public string? Whom { get; init; }

    /// <summary>Whether the countries of those without a name are guessed from the scene.</summary>
    public bool Guessed { get; init; }

    public string? Mode { get; init; }

    /// <summary>A day, or two with a slash.</summary>
    public string? On { get; init; }

    public string? City { get; init; }

    public string? Cameo { get; init; }

    public string? Holder { get; init; }

    public int? Dead { get; init; }

    public ReportedEvent In(Article article)
    {
        var start = article.Text.IndexOf(Sentence, StringComparison.Ordinal);
        var marks = Marked.Split('*');
        var trigger = new TextSpan(start + marks[0].Length, start + marks[0].Length + marks[1].Length);
        ImmutableArray<Party> actors = Parties(Actors, Who, start), recipients = Parties(Recipients, Whom, start);
        return new ReportedEvent
        {
            Id = ReportedEvent.IdOf(article.Id, article.Sha256, trigger, Type, actors, recipients),
            Document = article.Id,
            TextSha256 = article.Sha256,
            Type = Type,
            Modes = Mode is null ? [] : [Mode],
            Underlying = Underlying,
            Cameo = Cameo,
            Status = Status,
            Actors = actors,
            Recipients = recipients,
            Date = Date(start),
            Place = City is null ? null : new EventPlace(new Place(City, null, City.Length, City[0], null, "city"), null),
            Attribution = Holder is null ? [] : [new Attribution { Text = Holder, Name = Holder, Verb = "say" }],
            Sentence = Sentence,
            Evidence = new TextSpan(start, start + Sentence.Length),
            Trigger = trigger,
            TriggerText = marks[1],
            Quantities = Dead is { } dead ? [new Quantity("dead", dead, null, trigger)] : [],
            Rule = "test/rule",
            Confidence = 0.5,
            Version = News.Version,
        };
    }

    TextDate Date(int start)
    {
        if (On is null)
            return default;
        var days = On.Split('/');
        DateOnly first = News.Day(days[0]), last = News.Day(days[^1]);
        return new TextDate(first, last, first == last ? DatePrecision.Day : DatePrecision.Range, new TextSpan(start, start + 1));
    }

    ImmutableArray<Party> Parties(string codes, string? words, int start) => words is null
        ? [.. codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code => new Party { Code = code, Name = code, Sector = "GOV", Text = null })]
        : [.. codes.Split(' ').Select(code => new Party { Code = code.Length == 0 ? null : code, Text = words, Span = SpanOf(words, start), Implicit = Guessed })];

    TextSpan SpanOf(string words, int start)
    {
        var at = start + Sentence.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(at, at + words.Length);
    }
}
