namespace Demarche.Evaluation.Relations;

/// <summary>The type and quad of one row of a relation table; null where nothing was said.</summary>
public readonly record struct RelationLabel(string? Root, int? Quad);

/// <summary>
/// Scores the relation of two given parties (the PLV form): fifteen roots, CONCEDE and RETREAT taken together as YIELD; four
/// quads; cooperation against conflict. Macro-F1 is the mean over every label seen in gold or system.
/// </summary>
public static class RelationScorer
{
    const string Nothing = "NONE";

    public static IReadOnlyList<Score> Compare(IReadOnlyList<RelationLabel> gold, IReadOnlyList<RelationLabel> system, string data)
    {
        var scores = new List<Score>();
        Add("root", label => Folded(label.Root));
        Add("quad", label => label.Quad?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? Nothing);
        Add("binary", label => label.Quad switch { 1 or 2 => "0", 3 or 4 => "1", _ => Nothing });
        return scores;

        void Add(string level, Func<RelationLabel, string> of)
        {
            string[] wanted = [.. gold.Select(of)], told = [.. system.Select(of)];
            var labels = wanted.Concat(told).Distinct().ToArray();
            scores.Add(new Score("relations", data, level + "_macro_f1", labels.Average(label => F1(label, wanted, told)), gold.Count));
            scores.Add(new Score("relations", data, level + "_accuracy", wanted.Zip(told).Count(pair => pair.First == pair.Second) / (double)Math.Max(1, wanted.Length), gold.Count));
        }
    }

    /// <summary>The roots as the benchmark has them.</summary>
    static string Folded(string? root) => root?.ToUpperInvariant() switch
    {
        null or "" => Nothing,
        "CONCEDE" or "RETREAT" => "YIELD",
        var other => other,
    };

    static double F1(string label, string[] wanted, string[] told)
    {
        int both = 0, inGold = 0, inSystem = 0;
        for (var i = 0; i < wanted.Length; i++)
        {
            if (wanted[i] == label)
                inGold++;
            if (told[i] == label)
                inSystem++;
            if (wanted[i] == label && told[i] == label)
                both++;
        }
        return both == 0 ? 0 : 2.0 * both / (inGold + inSystem);
    }
}
