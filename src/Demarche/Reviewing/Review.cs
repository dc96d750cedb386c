using Demarche.Events;

namespace Demarche.Reviewing;

/// <summary>Lets decisions of people hold over what the machine has linked and fused, in the order they were made.</summary>
public static class Review
{
    public const string Accepted = "accepted", Edited = "edited", Rejected = "rejected";

    /// <summary>Joins and parts acts as people decided.</summary>
    public static IReadOnlyList<IReadOnlyList<Telling>> Divide(IEnumerable<IReadOnlyList<Telling>> acts, IEnumerable<Ruling> rulings)
    {
        var divided = acts.ToList();
        foreach (var ruling in rulings)
            if (ruling.Decision.Kind == DecisionKind.Merge)
                Join(divided, [.. ruling.Reports, .. ruling.Others]);
            else if (ruling.Decision.Kind == DecisionKind.Split)
                Part(divided, [.. ruling.Reports], [.. ruling.Others]);
        return divided;
    }

    static void Join(List<IReadOnlyList<Telling>> acts, HashSet<ReportedEventId> reports)
    {
        var one = acts.Where(act => act.Any(telling => reports.Contains(telling.Report.Id))).ToList();
        if (one.Count < 2)
            return;
        acts.RemoveAll(one.Contains);
        acts.Add([.. one.SelectMany(act => act)]);
    }

    // What nobody decided about stays where most of the event is.
    static void Part(List<IReadOnlyList<Telling>> acts, HashSet<ReportedEventId> reports, HashSet<ReportedEventId> others)
    {
        foreach (var act in acts.Where(act => act.Any(telling => others.Contains(telling.Report.Id)) && act.Any(telling => reports.Contains(telling.Report.Id))).ToList())
        {
            acts.Remove(act);
            acts.Add([.. act.Where(telling => !others.Contains(telling.Report.Id))]);
            acts.Add([.. act.Where(telling => others.Contains(telling.Report.Id))]);
        }
    }

    /// <summary>The event as people decided it is.</summary>
    public static Event Apply(Event one, IEnumerable<Ruling> rulings)
    {
        var own = one.Reports.Select(report => report.Id).ToHashSet();
        return rulings.Where(ruling => IsAbout(ruling, own)).Aggregate(one, (before, ruling) => Apply(before, ruling.Decision));
    }

    static bool IsAbout(Ruling ruling, HashSet<ReportedEventId> own) =>
        (ruling.Reports.Length > 0 && own.Contains(ruling.Reports[0])) || (ruling.Others.Length > 0 && own.Contains(ruling.Others[0]));

    static Event Apply(Event one, Decision decision) =>
        decision.Changes.Aggregate(one, (before, change) => EventFields.With(before, change.Field, change.After)) with
        {
            Review = decision.Kind switch
            {
                DecisionKind.Accept => Accepted,
                DecisionKind.Reject => Rejected,
                _ => one.Review == Rejected ? Rejected : Edited,
            },
            Revision = decision.Number,
        };
}
