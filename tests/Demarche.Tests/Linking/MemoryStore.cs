using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Tests.Linking;

/// <summary>The store's contract in memory, written as plainly as can be.</summary>
sealed class MemoryStore : IEventStore
{
    readonly Dictionary<(ArticleId, string), CodedArticle> articles = [];
    readonly Dictionary<ReportedEventId, (Telling Telling, LinkKeys Keys)> reports = [];
    readonly HashSet<Link> links = [];
    readonly Dictionary<ReportedEventId, IReadOnlyList<ReportedEventId>> groups = [];
    readonly Dictionary<ReportedEventId, Event> events = [];
    readonly List<Decision> decisions = [];

    readonly Dictionary<TextName, ImmutableArray<long>> keys = [];
    readonly Dictionary<TextName, TextName> originals = [];

    public IEnumerable<Event> Events => events.Values.Distinct().OrderBy(one => one.Id.Value, StringComparer.Ordinal).Select(one => one with { Copies = CopiesOf(one) });

    ImmutableArray<TextCopy> CopiesOf(Event one)
    {
        var told = one.Reports.ToLookup(report => new TextName(report.Document, report.TextSha256), report => report.Sentence);
        return
        [
            .. originals.Keys.Where(copy => told[Last(copy)].Any(sentence => articles[(copy.Article, copy.Sha256)].Article.Text.Contains(sentence, StringComparison.Ordinal)))
                .Select(copy => (Article: articles[(copy.Article, copy.Sha256)].Article, Of: Last(copy).Article))
                .Select(copy => new TextCopy(copy.Article.Id, copy.Of, copy.Article.Outlet, copy.Article.Url, copy.Article.Published.Day))
                .OrderBy(copy => copy.Published ?? DateOnly.MaxValue).ThenBy(copy => copy.Document.Value, StringComparer.Ordinal),
        ];

        TextName Last(TextName name) => originals.TryGetValue(name, out var original) ? Last(original) : name;
    }

    public bool Holds(Article article, string version) => articles.TryGetValue((article.Id, article.Sha256), out var kept) && kept.Version == version;

    public void InOneStep(Action work) => work();

    public Kept Keep(CodedArticle coded, IReadOnlyList<(Telling Telling, LinkKeys Keys)> reports)
    {
        if (Holds(coded.Article, coded.Version))
            return new Kept(KeptAs.Unchanged, []);
        articles[(coded.Article.Id, coded.Article.Sha256)] = coded;
        foreach (var report in reports)
            this.reports[report.Telling.Report.Id] = report;
        return new Kept(KeptAs.New, []);
    }

    public ITextIndex Committed => this;

    public IReadOnlyList<TextName> Sharing(ImmutableArray<long> keys, int keysForOneShared) =>
        [.. this.keys.Where(text => text.Value.Intersect(keys).Any()).Select(text => text.Key)];

    public TextName? OriginalOf(TextName copy) => originals.TryGetValue(copy, out var original) ? original : null;

    public void File(TextName text, ImmutableArray<long> keys) => this.keys[text] = keys;

    public Retired SetOriginal(TextName copy, TextName original)
    {
        originals[copy] = original;
        var own = reports.Keys.Where(report => reports[report].Telling.Report is var told && told.Document == copy.Article && told.TextSha256 == copy.Sha256).ToList();
        var loosened = own.SelectMany(GroupOf).Except(own).ToList();
        foreach (var report in own)
        {
            reports.Remove(report);
            groups.Remove(report);
            foreach (var (key, _) in events.Where(entry => entry.Value.Reports.Any(told => told.Id == report)).ToList())
                events.Remove(key);
        }
        foreach (var (report, group) in groups.ToList())
            groups[report] = [.. group.Except(own)];
        links.RemoveWhere(link => own.Contains(link.A) || own.Contains(link.B));
        return new Retired(own, loosened);
    }

    public KeptText Text(TextName name)
    {
        var article = articles[(name.Article, name.Sha256)].Article;
        return new KeptText(name, article.Body, article.Published.Day);
    }

    public IReadOnlyList<Telling> Candidates(LinkKeys keys) =>
    [
        .. reports.Values
            .Where(report => report.Keys.Stored.Intersect(keys.Sought).Any() && report.Keys.First <= keys.Last && keys.First <= report.Keys.Last)
            .Select(report => report.Telling),
    ];

    public Telling Telling(ReportedEventId report) => reports[report].Telling;

    public void Add(IEnumerable<Link> added) => links.UnionWith(added);

    public IReadOnlyList<Link> LinksOf(ReportedEventId report) => [.. links.Where(link => link.A == report || link.B == report)];

    public IReadOnlyList<ReportedEventId> GroupOf(ReportedEventId report) => groups.GetValueOrDefault(report, [report]);

    public IReadOnlyList<Ruling> RulingsOn(IReadOnlyList<ReportedEventId> reports) =>
        [.. decisions.Where(Holds).Select(RulingOf).Where(ruling => ruling.Reports.Concat(ruling.Others).Intersect(reports).Any())];

    public Ruling RulingOf(Decision decision) => new(decision, Present(decision.Reports), Present(decision.Others));

    public Decision? Decision(long number) => decisions.Find(decision => decision.Number == number && Holds(decision));

    public long Append(Decision decision)
    {
        decisions.Add(decision with { Number = decisions.Count + 1 });
        return decisions.Count;
    }

    bool Holds(Decision decision) => decision.Kind != DecisionKind.Undo && decisions.TrueForAll(other => other.Undoes != decision.Number);

    ImmutableArray<ReportedEventId> Present(ImmutableArray<ReportAnchor> anchors) => [.. anchors.Select(anchor => anchor.Id).Where(reports.ContainsKey)];

    public Event? Find(EventId id) => events.Values.FirstOrDefault(one => one.Id == id);

    public EventId EventOn(ReportedEventId report) => events[report].Id;

    public void Replace(IReadOnlyList<ReportedEventId> group, IReadOnlyList<Event> made)
    {
        foreach (var report in group)
            groups[report] = group;
        foreach (var one in made)
            foreach (var report in one.Reports)
                events[report.Id] = one;
    }
}
