using Demarche.Events;

namespace Demarche.Briefing;

public sealed partial class BriefWriter
{
    static BriefSection Outlook(Work work)
    {
        var asOf = work.Material.AsOf;
        var planned = work.Material.Events.Where(one => one.Status == EventStatus.Planned).ToList();
        var blocks = new List<BriefBlock> { new SubHeading("Planned") };
        var ahead = planned.Where(one => !EventSentences.IsOverdue(one, asOf)).ToList();
        blocks.AddRange(work.SayAll(ahead, one => EventDays.Of(one.Date) is { Length: > 0 } days ? $"{days} · Planned" : "No day named · Planned", withDay: false));
        if (ahead.Count == 0)
            blocks.Add(new Statement("Nothing is known to be planned for after the day of this brief.", []));
        blocks.Add(new SubHeading("Was it held?"));
        var past = planned.Where(one => EventSentences.IsOverdue(one, asOf)).ToList();
        blocks.AddRange(work.SayAll(past, _ => "Planned, Unconfirmed: the day has passed, no document tells of it"));
        if (past.Count == 0)
            blocks.Add(new Statement("No plan whose day has passed is without a report.", []));
        blocks.Add(work.Slot("indicators", "Indicators to watch."));
        blocks.Add(work.Slot("alternatives", "Alternatives: hypotheses against evidence."));
        return new BriefSection("Outlook", [.. blocks]);
    }

    static BriefSection Gaps(Work work)
    {
        var events = work.Material.Events;
        var blocks = new List<BriefBlock>();
        Gap("have no date", events.Where(one => one.Date.Start is null && one.Date.End is null));
        Gap("have no place", events.Where(one => one.Place is null));
        Gap("name nobody who did it", events.Where(one => one.Actors.IsEmpty));
        Gap("name no counterpart", events.Where(one => one.Recipients.IsEmpty && one.Actors.Length < 2));
        Gap("rest on nobody named", events.Where(one => one.Reports.All(report => report.Attribution.IsEmpty)));
        if (blocks.Count == 0)
            blocks.Add(new Statement("Every event has a date, a place, two parties and somebody who says so.", []));
        blocks.Add(work.Slot("gaps", "What else is not known."));
        return new BriefSection("Gaps", [.. blocks]);

        void Gap(string lack, IEnumerable<Event> lacking)
        {
            var found = lacking.ToList();
            if (found.Count > 0)
                blocks.Add(new Statement($"{Count(found.Count)} of {Count(events.Length)} events {lack}.", work.Citations.Of(found.SelectMany(one => one.Reports.Take(1)).Take(CitesShown)), "Gap"));
        }
    }
}
