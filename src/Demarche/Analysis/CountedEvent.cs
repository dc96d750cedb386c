using System.Collections.Immutable;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Analysis;

/// <summary>An event that counts.</summary>
/// <param name="Type">AGREE or THREATEN for a planned act.</param>
/// <param name="Quad">1 to 4; of a planned act, that of its announcement.</param>
/// <param name="Score">-10 to 10; of a planned act, that of its announcement.</param>
/// <param name="Weight">1, or the grade weight where the user switched grades on.</param>
public sealed record CountedEvent(
    EventId Id, EventType Type, int Quad, double Score, double Weight, DateOnly First, DateOnly Last, bool IsPlanned,
    ImmutableArray<string> Actors, ImmutableArray<string> Recipients)
{
    /// <summary>Whether the actors do it to each other where nobody receives ("A and B met", not "A and B condemned the raid").</summary>
    public bool IsMutual { get; init; }

    /// <summary>The pairs the event counts for, once each: actor to recipient; between the actors, without direction, where it is mutual.</summary>
    public IReadOnlyList<(Dyad Pair, bool IsDirected)> Pairs() => pairs ??= FindPairs();

    List<(Dyad, bool)>? pairs;

    List<(Dyad, bool)> FindPairs()
    {
        var found = new List<(Dyad, bool)>(1);
        if (Recipients.IsEmpty)
        {
            for (var i = 0; IsMutual && i < Actors.Length; i++)
                for (var j = i + 1; j < Actors.Length; j++)
                    found.Add((new Dyad(Actors[i], Actors[j]).Unordered, false));
            return found;
        }
        foreach (var actor in Actors)
            foreach (var recipient in Recipients)
            {
                if (actor == recipient)
                    continue;
                // Both ways at once is no direction: each meets the other.
                var isMutual = Recipients.Contains(actor) && Actors.Contains(recipient);
                if (!isMutual)
                    found.Add((new Dyad(actor, recipient), true));
                else if (string.CompareOrdinal(actor, recipient) < 0)
                    found.Add((new Dyad(actor, recipient), false));
            }
        return found;
    }
}
