using System.Collections.Immutable;
using Demarche.Events;

namespace Demarche.Analysis;

/// <summary>The measures of one period of a dyad.</summary>
/// <param name="IsComplete">False where the window begins or ends inside the period: shown hatched, and left out of change points and normals.</param>
/// <param name="Documents">Documents published in the period that name both; null where nobody counted them.</param>
/// <param name="Quads">Sums of weights of quads 1 to 4.</param>
/// <param name="Normal">Distance of the sum of all quads from the periods before.</param>
/// <param name="IsAlert">The running sum of distances crossed its threshold here.</param>
public sealed record PeriodFigures(
    Period Period,
    bool IsComplete,
    int? Documents,
    ImmutableArray<double> Quads,
    Figure Balance,
    Figure MaterialShare,
    Figure Tone,
    Figure Intensity,
    Figure Rate,
    Figure Share,
    double Level,
    Distance Normal,
    bool IsAlert,
    ImmutableArray<CountedEvent> Events)
{
    public double Total => Quads.Sum();

    public IEnumerable<EventId> OfQuad(int quad) => Events.Where(one => one.Quad == quad).Select(one => one.Id);
}

/// <summary>A period from which on a quad's counts are others than before.</summary>
/// <param name="First">The first period of the new segment: the most probable, give or take one period.</param>
/// <param name="Earliest">The change lies between this period and the latest with the probability that the settings name for intervals.</param>
/// <param name="Before">Mean count a period before it, back to the last change.</param>
/// <param name="After">Mean count a period from it on, up to the next change.</param>
/// <param name="Dispersion">How many times as much the counts vary as Poisson's law has it, at least 1: the change outweighs that.</param>
/// <param name="Drivers">At most five events that make up most of the change: the heaviest by weight and score, of the side with more.</param>
public sealed record ChangePoint(
    int Quad, Period First, Period Earliest, Period Latest, double Before, double After, double Dispersion, ImmutableArray<EventId> Drivers)
{
    /// <summary>Where the change lies with the probability of the settings: "2023-01 to 2023-03".</summary>
    public string Within => Earliest == Latest ? First.Name : $"{Earliest} to {Latest}";
}
