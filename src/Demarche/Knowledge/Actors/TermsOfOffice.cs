namespace Demarche.Knowledge.Actors;

/// <summary>
/// The terms of every office read so far, which finds those that overlap: two persons cannot hold one office of one state at a
/// time unless the table says so of both (marks joint, handover, overlap).
/// </summary>
sealed class TermsOfOffice
{
    readonly Dictionary<(string State, string Office, string Entity, string Title), List<Term>> offices = new(4_000);

    readonly record struct Term(string Person, string From, string To, bool Marked, int Line);

    /// <summary>Adds a term; says with which earlier one it overlaps, or null.</summary>
    public string? Add(string state, string office, string entity, string title, string person, string from, string to, string marks, int line)
    {
        if (!offices.TryGetValue((state, office, entity, title), out var terms))
            offices[(state, office, entity, title)] = terms = new List<Term>(1);
        var next = new Term(person, from, to, marks.Length > 0 && marks.Split("; ").Any(mark => mark is "joint" or "handover" or "overlap"), line);
        string? problem = null;
        foreach (var other in terms)
            if (!(other.Marked && next.Marked) && IsLater(other.To, next.From) && IsLater(next.To, other.From))
                problem ??= $"the term of {person} from {from} overlaps that of {other.Person} (line {other.Line}) and both are not marked joint, handover or overlap; end the earlier one in 'to'";
        terms.Add(next);
        return problem;
    }

    // Read at the coarser precision of the two: a term to 2010 and one from 2010-05 follow each other.
    static bool IsLater(string end, string start) => end.Length == 0 || string.CompareOrdinal(end, 0, start, 0, Math.Min(end.Length, start.Length)) > 0;
}
