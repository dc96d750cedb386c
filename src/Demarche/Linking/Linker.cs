using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Linking;

/// <summary>
/// Finds the reports that tell of one act, inside a text and across texts, and makes events of them. What it decides depends on
/// the set of reports alone, never on the order they came in.
/// </summary>
public sealed class Linker(LinkingWords words)
{
    /// <summary>
    /// The most reports that are divided into acts together; beyond, only stronger links count. It bounds the cost of one more
    /// report about something the whole world reports.
    /// </summary>
    public const int LargestGroup = 400;

    /// <summary>How much stronger a link must be at each step, and how many steps there are.</summary>
    const double Step = 1;

    const int Levels = 8;

    // A memo, so that a report compared with thousands is taken apart once.
    readonly ConditionalWeakTable<Telling, Traits> traits = [];

    /// <summary>Tells whom the own voice of an article belongs to: the agency its bylines credit, the outlet, or else its id.</summary>
    public string VoiceOf(Article article)
    {
        foreach (var author in article.Authors)
            if (words.AgencyIn(author) is { } agency)
                return agency;
        foreach (var block in article.Blocks)
            if (block.Kind is BlockKind.Byline or BlockKind.Dateline && words.AgencyIn(block.Span.Of(article.Text)) is { } agency)
                return agency;
        return article.Outlet is { Length: > 0 } outlet ? words.AgencyIn(outlet) ?? outlet : article.Id.Value;
    }

    /// <summary>The reports of one article, made ready for linking.</summary>
    public ImmutableArray<Telling> TellingsOf(CodedArticle coded)
    {
        if (coded.Events.IsEmpty)
            return [];
        var article = coded.Article;
        var published = article.Published.Day;
        var anchor = published ?? coded.Events
            .Where(report => report.Date is { Span: not null, Precision: DatePrecision.Day or DatePrecision.Range })
            .Max(report => report.Date.Start);
        var voice = VoiceOf(article);
        var fingerprint = Fingerprint.Of(article.Body);
        return
        [
            .. coded.Events.Select(report => new Telling
            {
                Report = report,
                Published = published,
                Anchor = anchor,
                Outlet = voice,
                Fingerprint = fingerprint,
            }),
        ];
    }

    /// <summary>Where a report is to be filed, and where to look for candidates.</summary>
    public LinkKeys KeysOf(Telling telling) => Filing.KeysOf(TraitsOf(telling));

    /// <summary>The links between a report and those candidates that may tell of the same act.</summary>
    public ImmutableArray<Link> Link(Telling telling, IEnumerable<Telling> candidates)
    {
        var own = TraitsOf(telling);
        var links = ImmutableArray.CreateBuilder<Link>();
        foreach (var candidate in candidates)
        {
            var other = TraitsOf(candidate);
            if (own.Report.Id == other.Report.Id || Comparison.Conflict(own, other) is not null)
                continue;
            var score = Comparison.Evidence(own, other);
            if (score >= Comparison.Threshold)
                links.Add(Events.Link.Between(own.Report.Id, other.Report.Id, score));
        }
        return links.ToImmutable();
    }

    /// <summary>Why two reports are held to be one act or not.</summary>
    public string Explain(Telling one, Telling other) => Comparison.Explain(TraitsOf(one), TraitsOf(other));

    /// <summary>
    /// The group a report is to be divided with: all that hang together with it by links, or, where those are more than
    /// <see cref="LargestGroup"/>, all that hang together by links strong enough to make it smaller.
    /// </summary>
    /// <param name="linksOf">All links of a report.</param>
    public static ImmutableArray<ReportedEventId> GroupOf(ReportedEventId report, Func<ReportedEventId, IReadOnlyList<Link>> linksOf)
    {
        for (var level = 0; level < Levels; level++)
            if (Reachable(report, Comparison.Threshold + level * Step, linksOf) is { } group)
                return group;
        return [report];
    }

    /// <summary>Divides one group into acts.</summary>
    public IEnumerable<IReadOnlyList<Telling>> Acts(IEnumerable<Telling> group, IEnumerable<Link> links) =>
        Clusters.Of(group.Select(TraitsOf), links).Select(cluster => cluster.Select(report => report.Telling).ToList());

    /// <summary>Makes an event of the tellings of one act.</summary>
    public static Event Fuse(IEnumerable<Telling> act) => Fusion.Of(act);

    static ImmutableArray<ReportedEventId>? Reachable(ReportedEventId start, double threshold, Func<ReportedEventId, IReadOnlyList<Link>> linksOf)
    {
        var reached = new HashSet<ReportedEventId> { start };
        var waiting = new Queue<ReportedEventId>([start]);
        while (waiting.TryDequeue(out var report))
            foreach (var link in linksOf(report))
                if (link.Score >= threshold && reached.Add(link.Other(report)))
                {
                    if (reached.Count > LargestGroup)
                        return null;
                    waiting.Enqueue(link.Other(report));
                }
        return [.. reached.OrderBy(id => id.Value, StringComparer.Ordinal)];
    }

    Traits TraitsOf(Telling telling) => traits.GetValue(telling, one => new Traits(one, words));
}
