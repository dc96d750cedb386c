using System.Collections.Immutable;
using Demarche.Events;

namespace Demarche.Linking;

/// <summary>
/// Divides linked reports into acts: the strongest links first, and never two reports into one act that conflict. The result
/// depends on the set of reports and links alone, not on their order.
/// </summary>
static class Clusters
{
    public static ImmutableArray<ImmutableArray<Traits>> Of(IEnumerable<Traits> reports, IEnumerable<Link> links)
    {
        var clusters = reports.ToDictionary(report => report.Report.Id, report => new List<Traits> { report });
        var strongestFirst = links
            .Distinct()
            .OrderByDescending(link => link.Score)
            .ThenBy(link => link.A.Value, StringComparer.Ordinal)
            .ThenBy(link => link.B.Value, StringComparer.Ordinal);
        foreach (var link in strongestFirst)
        {
            if (!clusters.TryGetValue(link.A, out var one) || !clusters.TryGetValue(link.B, out var other) || one == other || Conflict(one, other))
                continue;
            one.AddRange(other);
            foreach (var report in other)
                clusters[report.Report.Id] = one;
        }
        return [.. clusters.Values.Distinct().Select(cluster => cluster.ToImmutableArray())];
    }

    static bool Conflict(List<Traits> one, List<Traits> other)
    {
        foreach (var a in one)
            foreach (var b in other)
                if (Comparison.Conflict(a, b) is not null)
                    return true;
        return false;
    }
}
