using Demarche.Documents;
using Demarche.Events;
using Demarche.Linking;
using Demarche.Reviewing;

namespace Demarche;

/// <summary>
/// Takes coded articles into a store: links their reports with those kept there and makes the events anew that they touch.
/// Whatever order articles come in, and however they are batched, the same events stand at the end. Of texts that are the same, one is told.
/// </summary>
public sealed partial class EventKeeper(Linker linker, IEventStore store)
{
    readonly KeptSketches sketches = new();

    /// <summary>
    /// Whether the text of an article is, by what is kept now, that of another that is told in its place, so that coding it would be for
    /// nothing. For any thread; <see cref="Keep(IReadOnlyList{CodedArticle}, Func{Article, CodedArticle})"/> decides.
    /// </summary>
    public bool IsCopy(Article article) => new Duplicates(store.Committed, sketches).OriginalOf(article) is not null;

    /// <summary>Keeps a batch wholly or not at all; the results are in the batch's order.</summary>
    /// <param name="code">Codes an article that came as a duplicate and is none, since what it was a copy of has changed meanwhile.</param>
    public IReadOnlyList<KeptAs> Keep(IReadOnlyList<CodedArticle> batch, Func<Article, CodedArticle>? code = null)
    {
        var results = new List<KeptAs>(batch.Count);
        store.InOneStep(() =>
        {
            var touched = new HashSet<ReportedEventId>();
            foreach (var coded in batch)
                results.Add(Keep(coded, code, touched));
            Regroup(touched);
        });
        return results;
    }

    KeptAs Keep(CodedArticle coded, Func<Article, CodedArticle>? code, HashSet<ReportedEventId> touched)
    {
        var name = TextName.Of(coded.Article);
        var (sketch, original, copies) = new Duplicates(store, sketches).Find(coded.Article, store.OriginalOf);
        if (original is not null)
            coded = coded with { Events = [], Claims = [], NotCoded = coded.NotCoded ?? CodedArticle.Duplicate };
        else if (coded.NotCoded == CodedArticle.Duplicate && code is not null)
            coded = code(coded.Article);
        var reports = linker.TellingsOf(coded).Select(telling => (Telling: telling, Keys: linker.KeysOf(telling))).ToList();
        var kept = store.Keep(coded, reports);
        sketches.Forget(name);
        touched.UnionWith(kept.Loosened);
        if (kept.As == KeptAs.Unchanged)
            return kept.As;
        store.File(name, sketch.Keys);
        foreach (var copy in copies)
            SetOriginal(copy, name, touched);
        if (original is { } first)
        {
            SetOriginal(name, first, touched);
            return KeptAs.Duplicate;
        }
        // Whatever days they tell, the reports of one text stand side by side.
        var ownTellings = reports.Select(report => report.Telling).ToList();
        foreach (var (telling, keys) in reports)
        {
            var links = linker.Link(telling, store.Candidates(keys).Concat(ownTellings).DistinctBy(candidate => candidate.Report.Id));
            store.Add(links);
            touched.Add(telling.Report.Id);
            foreach (var other in links.Select(link => link.Other(telling.Report.Id)).Concat(JoinedWith(telling.Report.Id)))
                touched.UnionWith(store.GroupOf(other));
        }
        return kept.As;
    }

    void SetOriginal(TextName copy, TextName original, HashSet<ReportedEventId> touched)
    {
        var retired = store.SetOriginal(copy, original);
        touched.ExceptWith(retired.Own);
        touched.UnionWith(retired.Loosened);
    }

    // A new report can only change the groups of the reports it is linked to, or joined with by people: all their members are in
    // `touched`, so that the groups found here never reach beyond it.
    void Regroup(HashSet<ReportedEventId> touched)
    {
        var links = new Dictionary<ReportedEventId, IReadOnlyList<Link>>();
        foreach (var report in touched.OrderBy(report => report.Value, StringComparer.Ordinal).ToList())
        {
            if (!touched.Contains(report))
                continue;
            var group = Linker.GroupOf(report, LinksOf);
            touched.ExceptWith(group);
            var rulings = store.RulingsOn(group);
            var acts = Review.Divide(linker.Acts(group.Select(store.Telling), group.SelectMany(store.LinksOf)), rulings);
            store.Replace(group, [.. acts.Select(act => Review.Apply(Linker.Fuse(act), rulings)).OrderBy(one => one.Id.Value, StringComparer.Ordinal)]);
        }

        IReadOnlyList<Link> LinksOf(ReportedEventId report)
        {
            if (!links.TryGetValue(report, out var known))
                links.Add(report, known = [.. store.LinksOf(report), .. JoinedWith(report).Select(other => Link.Between(report, other, double.PositiveInfinity))]);
            return known;
        }
    }

    /// <summary>The reports that people said are of the same act as this one.</summary>
    IEnumerable<ReportedEventId> JoinedWith(ReportedEventId report) => store.RulingsOn([report])
        .Where(ruling => ruling.Decision.Kind == DecisionKind.Merge)
        .SelectMany(ruling => ruling.Reports.Concat(ruling.Others))
        .Where(other => other != report);
}
