using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Analysis;

/// <summary>Why an event is not counted.</summary>
public enum Uncounted
{
    /// <summary>Denied, alleged, hypothetical, negated or cancelled.</summary>
    Status,
    /// <summary>Nobody says when.</summary>
    Date,
    /// <summary>No type, or a type without a score.</summary>
    Score,
    /// <summary>The event is told for more than the period it would fall into ("in 2023" in a table of months).</summary>
    Vague,
}

/// <summary>
/// Which events count, and as what. Counted are acts that occurred or are going on, at the codebook's quad and score; a planned
/// act counts as its announcement until it is realised: AGREE, or THREATEN where what is planned is conflict.
/// </summary>
/// <param name="withAlleged">Counts alleged acts as if they had occurred: a switch that the user must set and the output names.</param>
public sealed class Counting(MeasureSettings settings, Ontology ontology, bool withAlleged = false)
{
    public bool WithAlleged => withAlleged;

    /// <summary>The event as it counts, or null and the reason.</summary>
    public CountedEvent? Count(EventOutline one, out Uncounted reason)
    {
        reason = Uncounted.Status;
        var isPlanned = one.Status == EventStatus.Planned;
        if (!one.Status.IsReal() && !isPlanned && !(withAlleged && one.Status == EventStatus.Alleged))
            return null;
        reason = Uncounted.Score;
        var (type, quad) = (one.Type, one.Quad);
        var score = one.Score ?? (one.Type == EventType.Accuse ? settings["accuse-score"] : null);
        if (isPlanned && quad != 0)
            (type, quad, score) = quad <= 2
                ? (EventType.Agree, ontology.Quad(EventType.Agree), settings["agree-score"])
                : (EventType.Threaten, ontology.Quad(EventType.Threaten), settings["threaten-score"]);
        if (quad == 0 || score is not { } known)
            return null;
        reason = Uncounted.Date;
        if ((one.Date.Start ?? one.Date.End) is not { } first || one.Date.Precision == DatePrecision.Unresolved)
            return null;
        return new CountedEvent(one.Id, type, quad, known, 1, first, one.Date.End ?? first, isPlanned, one.Actors, one.Recipients) { IsMutual = one.IsMutual(ontology.Mutual) };
    }
}
