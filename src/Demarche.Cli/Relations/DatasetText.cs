using System.Globalization;
using Demarche.Analysis;
using Demarche.Analysis.Datasets;

namespace Demarche.Cli.Relations;

/// <summary>What was read of another dataset, in a sentence.</summary>
static class DatasetText
{
    public static string Caption(DatasetCounts counts, Relation relation)
    {
        var left = new (long Number, string Why)[]
        {
            (counts.Outside, "outside the window"), (counts.WithoutDay, "without a day"), (counts.WithoutClass, "without a class"), (counts.Broken, "broken"),
        };
        return string.Create(CultureInfo.InvariantCulture,
            $"Against {counts.Name} ({counts.Files} {(counts.Files == 1 ? "file" : "files")}, {counts.Read:N0} rows): {counts.Whole.Quads.Sum():N0} rows of {relation.Dyad.One} and {relation.Dyad.Other} in the window{string.Concat(left.Where(one => one.Number > 0).Select(one => string.Create(CultureInfo.InvariantCulture, $"; {one.Number:N0} {one.Why}")))}. Each row counts, whatever its status; tone is their mean score.");
    }
}
