using Demarche.Events;

namespace Demarche.Briefing;

public sealed partial class BriefWriter
{
    BriefSection Scenario(Work work)
    {
        var blocks = new List<BriefBlock>();
        var disputed = work.Material.Events.Where(IsDisputed).ToList();
        var rest = work.Material.Events.Where(one => !IsDisputed(one)).ToList();
        List(blocks, work, "Agreed by two origins or more", rest.Where(one => one.Origins >= 2), "Nothing in this period is told by two independent origins.");
        blocks.Add(new SubHeading("Disputed"));
        foreach (var one in disputed)
        {
            blocks.Add(Marked(work, one));
            foreach (var contradiction in one.Contradictions)
            {
                var reports = one.Reports.Where(report => contradiction.Reports.Contains(report.Id)).ToList();
                blocks.Add(new Statement(
                    $"Sources differ on the {contradiction.What}: {string.Join(" against ", contradiction.Values)} ({Listed([.. reports.Select(Holder).Distinct(StringComparer.Ordinal)])}).",
                    work.Citations.Of(reports), "Both versions"));
            }
        }
        foreach (var claim in work.Material.Claims.Where(claim => claim.Kind is ClaimKind.Denial or ClaimKind.Allegation or ClaimKind.Accusation))
            Claimed(blocks, work, claim);
        if (disputed.Count == 0 && blocks[^1] is SubHeading)
            blocks.Add(new Statement("No event of this period is disputed in the documents.", []));
        List(blocks, work, "From a single origin", rest.Where(one => one.Origins < 2), "No event of this period rests on a single origin.");
        blocks.Add(new SubHeading("Held, not done"));
        var held = work.Material.Claims.Where(claim => claim.Kind is ClaimKind.Assessment or ClaimKind.Forecast or ClaimKind.Stance or ClaimKind.Recommendation or ClaimKind.Framing).ToList();
        foreach (var claim in held)
            Claimed(blocks, work, claim);
        if (held.Count == 0)
            blocks.Add(new Statement("The documents hold no assessment, forecast or recommendation that was recognised.", []));
        blocks.Add(work.Slot("scenario", "What the analyst makes of it."));
        return new BriefSection("Agreed, disputed, single-source", [.. blocks]);
    }

    static bool IsDisputed(Event one) => !one.Contradictions.IsEmpty || one.Status == EventStatus.Denied || one.Reports.Any(report => report.Status == EventStatus.Denied);

    static void List(List<BriefBlock> blocks, Work work, string heading, IEnumerable<Event> events, string none)
    {
        blocks.Add(new SubHeading(heading));
        var before = blocks.Count;
        blocks.AddRange(events.Select(one => Marked(work, one)));
        if (blocks.Count == before)
            blocks.Add(new Statement(none, []));
    }

    static Statement Marked(Work work, Event one)
    {
        var credibility = Credibility.Of(one, work.Material.Grades);
        return work.Say(one, $"{work.Lead(one)} · credibility {credibility.Mark}, {credibility.Name}: {credibility.Reason}");
    }

    static void Claimed(List<BriefBlock> blocks, Work work, Claim claim)
    {
        var holder = claim.Holder is { } known ? known.Name ?? known.Text : work.Sentences.DocumentName(claim.Document);
        var hedges = claim.Hedges.IsEmpty ? "" : $" (hedged: {string.Join(", ", claim.Hedges)})";
        blocks.Add(new Statement($"{holder}: “{claim.Proposition.Trim()}”{hedges}.", [work.Citations.Of(claim)], claim.Kind.ToString()));
    }
}
