using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Evaluation.Claims;

/// <summary>A claim that a text makes.</summary>
/// <param name="Holder">The words that name the holder; empty for the text's own voice.</param>
/// <param name="Hedges">Hedging words in what is held.</param>
/// <param name="About">A word in the trigger of an event it speaks of; empty where there is none.</param>
public sealed record GoldClaim(ClaimKind Kind, string Holder, TextSpan Proposition, ImmutableArray<string> Hedges, string About);

/// <summary>What was made of one text.</summary>
public sealed record ClaimReading(ImmutableArray<GoldClaim> Gold, ImmutableArray<Claim> Claims, ImmutableArray<ReportedEvent> Events);

/// <summary>
/// Scores claims: found where both propositions share at least half of what either covers, each once, the best pair first. Of the
/// found ones: kind, holder (the words of the gold within the system's or the other way round), hedges (the same set), and the act
/// that is denied or alleged.
/// </summary>
public static class ClaimScorer
{
    const double EnoughShared = 0.5;

    public static IEnumerable<Score> Compare(IReadOnlyList<ClaimReading> readings, string data)
    {
        var matches = readings.SelectMany(Match).ToList();
        var about = matches.Where(match => match.Gold.About.Length > 0).ToList();
        return
        [
            Share("recall", matches.Count, readings.Sum(reading => reading.Gold.Length)),
            Share("precision", matches.Count, readings.Sum(reading => reading.Claims.Length)),
            Share("kind", matches.Count(match => match.Claim.Kind == match.Gold.Kind), matches.Count),
            Share("holder", matches.Count(match => IsSameHolder(match.Gold.Holder, match.Claim.Holder?.Text ?? "")), matches.Count),
            Share("hedges", matches.Count(match => match.Gold.Hedges.ToHashSet().SetEquals(match.Claim.Hedges)), matches.Count),
            Share("about", about.Count(match => match.Events.Any(told => match.Claim.About.Contains(told.Id) && told.TriggerText.Contains(match.Gold.About, StringComparison.Ordinal))), about.Count),
        ];

        Score Share(string measure, int right, int of) => new("claims", data, measure, of == 0 ? 0 : (double)right / of, of);
    }

    static List<(GoldClaim Gold, Claim Claim, ImmutableArray<ReportedEvent> Events)> Match(ClaimReading reading)
    {
        var pairs = reading.Gold.SelectMany(gold => reading.Claims.Select(claim => (Gold: gold, Claim: claim, Shared: Shared(gold.Proposition, claim.PropositionSpan))))
            .Where(pair => pair.Shared >= EnoughShared)
            .OrderByDescending(pair => pair.Shared).ThenBy(pair => pair.Gold.Proposition.Start).ThenByDescending(pair => pair.Gold.Kind == pair.Claim.Kind);
        var taken = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var matches = new List<(GoldClaim, Claim, ImmutableArray<ReportedEvent>)>();
        foreach (var (gold, claim, _) in pairs)
            if (!taken.Contains(gold) && !taken.Contains(claim))
            {
                taken.Add(gold);
                taken.Add(claim);
                matches.Add((gold, claim, reading.Events));
            }
        return matches;
    }

    static double Shared(TextSpan left, TextSpan right)
    {
        var both = Math.Min(left.End, right.End) - Math.Max(left.Start, right.Start);
        return both <= 0 ? 0 : (double)both / left.Union(right).Length;
    }

    static bool IsSameHolder(string gold, string system) => gold.Length == 0 || system.Length == 0
        ? gold.Length == system.Length
        : gold.Contains(system, StringComparison.OrdinalIgnoreCase) || system.Contains(gold, StringComparison.OrdinalIgnoreCase);
}
