using System.Collections.Immutable;

namespace Demarche.Analysis;

/// <summary>A measure as it is written down for readers.</summary>
public sealed record Formula(string Measure, string Text, string Range);

/// <summary>What stands beside the figures: n1..n4 are sums of weights g by quad, s is the score of an event.</summary>
public static class Formulas
{
    public static readonly ImmutableArray<Formula> All =
    [
        new("quads", "n1..n4 = sum of g by quad (1 V+ verbal cooperation, 2 M+ material cooperation, 3 V- verbal conflict, 4 M- material conflict)", ">= 0"),
        new("balance", "((n1 + n2) - (n3 + n4)) / (n1 + n2 + n3 + n4 + 2 balance-prior)", "-1 to 1"),
        new("material share", "(n2 + n4) / (n1 + n2 + n3 + n4)", "0 to 1"),
        new("tone", "sum of g s / sum of g, with a bootstrap interval over events", "-10 to 10"),
        new("intensity", "ln(1 + sum of g |s|)", ">= 0"),
        new("rate", "1000 sum of g / documents of the period that name both", ">= 0"),
        new("share", "sum of g of the pair / sum of g of all pairs with one of the two", "0 to 1"),
        new("asymmetry", "tone from the first to the other - tone back, asymmetry-minimum events each way", "-20 to 20"),
        new("level (model)", "P <- P 2^(-days / level-half-life) + level-gain s/10 (1 - P/9) for s >= 0, (1 + P/9) for s < 0; begins at 0", "-9 to 9"),
        new("normal", "Z = (x - median) / (1.4826 MAD) of the normal-periods before; where MAD is 0 the Poisson tail", "deviations"),
        new("change points", "PELT on counts per quad, Poisson cost / D, penalty change-penalty ln(periods), segments of change-minimum-segment; D = max(1, mean of (x - next)^2 / (x + next)). "
            + "Placed where most probability lies within one period either side (rates integrated out, gamma prior of shape 1/2, likelihood^(1/D)); interval of that probability", "periods"),
        new("alert", "two-sided CUSUM of Z, slack cusum-slack, threshold cusum-threshold, reset after an alert", "periods"),
        new("groups", "signed modularity, w+ = n2 + n1/4, w- = n4 + n3/4, together in group-share of group-runs bootstrap runs", "states"),
    ];

    /// <summary>Which events stand behind every figure.</summary>
    public const string Counted =
        "Counted: events that occurred or are going on, once each; a planned act as its announcement (AGREE, or THREATEN where the plan is conflict) until it is realised. "
        + "Never counted: denied, alleged, hypothetical, negated, cancelled. Acts without a recipient count once for each pair of their actors, half in each direction.";
}
