using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Linking;

/// <summary>What one document tells carefully, or by somebody's word, and another, not earlier, as its own knowledge.</summary>
static class CarelessRetelling
{
    // An act that the whole world reports is retold by hundreds: the first who name their source are enough to compare with.
    const int Compared = 8;

    public static void In(IReadOnlyList<Telling> tellings, ImmutableArray<Contradiction>.Builder found)
    {
        var plain = tellings.Where(telling => telling.Report.Attribution.IsEmpty && telling.Report.Hedges.IsEmpty).ToList();
        if (plain.Count == 0)
            return;
        var hedged = tellings.Where(telling => telling.Report.Status == EventStatus.Alleged || telling.Report.Status.IsReal() && !telling.Report.Hedges.IsEmpty).ToList();
        Add(Contradiction.Hedge, hedged, plain.Where(telling => telling.Report.Status.IsReal() && hedged.Exists(careful => IsLater(telling, careful))), telling => Hedge(telling.Report), found);
        var sourced = tellings.Where(telling => !telling.Report.Attribution.IsEmpty).Take(Compared).ToList();
        Add(Contradiction.Source, sourced, plain.Where(telling => sourced.Exists(careful => IsLater(telling, careful) && IsWithoutSource(careful.Report, telling.Report))), telling => Source(telling.Report), found);
    }

    static void Add(string what, List<Telling> careful, IEnumerable<Telling> retold, Func<Telling, string> value, ImmutableArray<Contradiction>.Builder found)
    {
        var plain = retold.ToList();
        if (plain.Count == 0)
            return;
        var all = careful.Where(telling => plain.Exists(other => IsLater(other, telling))).Concat(plain).ToList();
        found.Add(new Contradiction(what, [.. all.Select(value).Distinct().Order(StringComparer.Ordinal)], [.. all.Select(telling => telling.Report.Id).Distinct()]));
    }

    static bool IsLater(Telling plain, Telling careful) => plain.Report.Document != careful.Report.Document && !(plain.Published < careful.Published);

    // A plan is known from whoever announced it; an act may have been seen, unless the words are the other's.
    public static bool IsWithoutSource(ReportedEvent careful, ReportedEvent plain) => careful.Status == plain.Status
        && (plain.Status == EventStatus.Planned || plain.Status.IsReal() && Overlap.Jaccard(Content(careful), Content(plain)) >= 0.5);

    static string Hedge(ReportedEvent report) => !report.Hedges.IsEmpty ? string.Join(", ", report.Hedges) : report.Status.ToString().ToLowerInvariant();

    static string Source(ReportedEvent report) => report.Attribution is [.., var holder] ? holder.Name ?? holder.Text : "no source";

    static ImmutableArray<string> Content(ReportedEvent report) =>
        [.. Words.Of(report.Sentence).Select(word => word.Stem).Where(stem => !Words.IsEmpty(stem)).Distinct().Order(StringComparer.Ordinal)];
}
