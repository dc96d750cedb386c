using System.Globalization;

namespace Demarche.Analysis;

/// <summary>The line that may stand under any figure of a relation.</summary>
public static class RelationCaption
{
    static readonly string[] Quads = ["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"];

    /// <summary>"CHN and RUS, 2023-08-01 to 2023-08-19: 7 counted events (6 verbal cooperation, 1 verbal conflict); 5 of them only announced; 2 documents name both."</summary>
    public static string Of(Relation relation)
    {
        var sums = relation.Whole.Quads;
        var parts = Enumerable.Range(0, 4).Where(quad => sums[quad] > 0).Select(quad => string.Create(CultureInfo.InvariantCulture, $"{sums[quad]:0.##} {Quads[quad]}")).ToList();
        var events = relation.Events.All.Count;
        var planned = relation.Events.All.Count(one => one.IsPlanned);
        var documents = relation.Whole.Documents is { } known ? $"; {known} document{(known == 1 ? " names" : "s name")} both" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{relation.Dyad.One} and {relation.Dyad.Other}, {relation.From:yyyy-MM-dd} to {relation.To:yyyy-MM-dd}: {events} counted event{(events == 1 ? "" : "s")}")
            + (parts.Count > 0 ? $" ({string.Join(", ", parts)})" : "")
            + (planned > 0 ? $"; {planned} of them only announced" : "") + documents + ".";
    }
}
