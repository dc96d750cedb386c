using Demarche.Events;

namespace Demarche.Briefing;

public sealed partial class BriefWriter
{
    BriefSection Scenario(Work work)
    {
        var blocks = new List<BriefBlock>();
        var disputed = work.Material.Events.Where(IsDisputed).ToList();
        var rest = work.Material.Events.Where(one => !IsDisputed(one)).ToLookup(one => Backing.Of(one).Count >= 2);
        List(blocks, work, "Agreed by two origins or more", [.. rest[true]], "Nothing in this period is told by two independent origins.");
        blocks.Add(new SubHeading("Disputed"));
        foreach (var one in disputed.Take(work.Material.ItemsShown))
        {
            blocks.Add(work.Say(one, Marked(work, one)));
            foreach (var contradiction in one.Contradictions.Where(each => each.IsOfFact))
            {
                var reports = one.Reports.Where(report => contradiction.Reports.Contains(report.Id)).ToList();
                blocks.Add(new Statement(
                    $"Sources differ on the {contradiction.What}: {string.Join(" against ", contradiction.Values)} ({Wording.Together([.. reports.Select(Holder).Distinct(StringComparer.Ordinal)])}).",
                    work.Citations.Of(reports), "Both versions"));
            }
        }
        if (disputed.Count > work.Material.ItemsShown)
            blocks.Add(work.More(disputed.Count - work.Material.ItemsShown, "events"));
        var charges = Claims(work, ClaimKind.Denial, ClaimKind.Allegation, ClaimKind.Accusation);
        blocks.AddRange(charges);
        if (disputed.Count == 0 && charges.Count == 0)
            blocks.Add(new Statement("No event of this period is disputed in the documents.", []));
        List(blocks, work, "From a single origin", [.. rest[false]], "No event of this period rests on a single origin.");
        blocks.Add(new SubHeading("Judged, expected, advised"));
        var held = Claims(work, ClaimKind.Assessment, ClaimKind.Forecast, ClaimKind.Stance, ClaimKind.Recommendation, ClaimKind.Framing);
        blocks.AddRange(held);
        if (held.Count == 0)
            blocks.Add(new Statement("The documents hold no assessment, forecast or recommendation that was recognised.", []));
        blocks.Add(work.Slot("scenario", "What the analyst makes of it."));
        return new BriefSection("Agreed, disputed, single-source", [.. blocks]);
    }

    static bool IsDisputed(Event one) => one.Contradictions.Any(each => each.IsOfFact) || one.Status == EventStatus.Denied || one.Reports.Any(report => report.Status == EventStatus.Denied);

    static void List(List<BriefBlock> blocks, Work work, string heading, IReadOnlyCollection<Event> events, string none)
    {
        blocks.Add(new SubHeading(heading));
        blocks.AddRange(work.SayAll(events, one => Marked(work, one)));
        if (events.Count == 0)
            blocks.Add(new Statement(none, []));
    }

    static string Marked(Work work, Event one)
    {
        var credibility = Credibility.Of(one, work.Material.Grades);
        return $"{work.Lead(one)} · credibility {credibility.Mark}, {credibility.Name}: {credibility.Reason}";
    }

    /// <summary>The claims of some kinds, each in its verb; what repeats a part of another one's words is left out.</summary>
    static List<BriefBlock> Claims(Work work, params ReadOnlySpan<ClaimKind> kinds)
    {
        var chosen = kinds.ToArray();
        var claims = work.Material.Claims.Where(claim => chosen.Contains(claim.Kind)).ToList();
        // Of one sentence's claims the longer one says all that the shorter says.
        var whole = claims.GroupBy(claim => (claim.Document, claim.Kind, HolderOf(work, claim)))
            .SelectMany(same => same.Where(claim => !same.Any(other => other.PropositionSpan != claim.PropositionSpan && Covers(other, claim)))).ToHashSet();
        var said = claims.Where(whole.Contains).Select(claim => (BriefBlock)Claimed(work, claim)).Distinct().ToList();
        return said.Count <= work.Material.ItemsShown ? said : [.. said.Take(work.Material.ItemsShown), work.More(said.Count - work.Material.ItemsShown, "statements")];
    }

    static bool Covers(Claim one, Claim other) => one.PropositionSpan.Start <= other.PropositionSpan.Start && other.PropositionSpan.End <= one.PropositionSpan.End;

    static string HolderOf(Work work, Claim claim) => claim.Holder is { } known ? Wording.WithArticle(known.Name ?? known.Text) : work.Sentences.Voice(claim.Document);

    /// <summary>"Denial: China denies: “it sends weapons”": the verb stands before the words, which by themselves would say the opposite.</summary>
    static Statement Claimed(Work work, Claim claim)
    {
        var holder = HolderOf(work, claim);
        var (singular, plural) = claim.Kind switch
        {
            ClaimKind.Denial => ("denies", "deny"),
            ClaimKind.Allegation => ("alleges", "allege"),
            ClaimKind.Accusation => ("brings the charge", "bring the charge"),
            ClaimKind.Assessment => ("judges", "judge"),
            ClaimKind.Forecast => ("expects", "expect"),
            ClaimKind.Stance => ("takes the position", "take the position"),
            ClaimKind.Recommendation => ("advises", "advise"),
            _ => ("speaks of", "speak of"),
        };
        var hedges = claim.Hedges.IsEmpty ? "" : $" (hedged: {string.Join(", ", claim.Hedges)})";
        return new Statement($"{Wording.Capital(holder)} {(Wording.IsPlural(holder) ? plural : singular)}: “{claim.Proposition.Trim().TrimEnd('.')}”{hedges}.", [work.Citations.Of(claim)], claim.Kind.ToString());
    }
}
