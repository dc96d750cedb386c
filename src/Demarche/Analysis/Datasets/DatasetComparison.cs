using System.Collections.Immutable;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Analysis.Datasets;

/// <summary>A relation beside other datasets.</summary>
/// <param name="Steps">From our reports to what we count; empty where no dataset is asked for.</param>
public sealed record DatasetComparison(ImmutableArray<CodingStep> Steps, IReadOnlyList<DatasetCounts> Datasets);

/// <summary>
/// Acts of the dyad in the window by quad, on the way from what other datasets have (each report of an act, whatever its status) to what
/// is counted here.
/// </summary>
public sealed record CodingStep(string Name, ImmutableArray<double> Quads)
{
    /// <param name="reports">How many reports tell each event.</param>
    /// <param name="mutual">Which acts of several are done to each other.</param>
    public static ImmutableArray<CodingStep> Of(Relation relation, IEnumerable<EventOutline> outlines, IReadOnlyDictionary<EventId, int> reports, MutualActs mutual)
    {
        double[] told = new double[4], fused = new double[4];
        foreach (var outline in outlines)
        {
            var pairs = new CountedEvent(outline.Id, outline.Type, 1, 0, 1, default, default, false, outline.Actors, outline.Recipients) { IsMutual = outline.IsMutual(mutual) }.Pairs();
            if (outline.Quad == 0 || (outline.Date.Start ?? outline.Date.End) is not { } day || day < relation.From || day > relation.To
                || !pairs.Any(pair => pair.Pair.Unordered == relation.Dyad.Unordered))
                continue;
            told[outline.Quad - 1] += reports.GetValueOrDefault(outline.Id, 1);
            fused[outline.Quad - 1]++;
        }
        return
        [
            new CodingStep("reports of any status", [.. told]),
            new CodingStep("events of any status", [.. fused]),
            new CodingStep("counted: by status, plans as announced", relation.Whole.Quads),
        ];
    }
}
