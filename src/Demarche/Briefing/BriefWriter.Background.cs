using System.Collections.Immutable;
using Demarche.Briefing.Charts;
using Demarche.Events;

namespace Demarche.Briefing;

public sealed partial class BriefWriter
{
    const int ExtractsShown = 6;

    /// <summary>Kilometres from the middle of a city to its edge, and of a region, roughly: what a ring on the map stands for.</summary>
    const double CityReach = 15, RegionReach = 150;

    BriefSection Background(Work work)
    {
        var material = work.Material;
        var dated = material.Events.Where(one => (one.Date.Start ?? one.Date.End) is not null).ToList();
        var blocks = new List<BriefBlock> { new SubHeading("Chronology") };
        if (dated.Count > 0)
            blocks.Add(new BriefChart("chronology",
                ChronologyChart.Draw("chronology", "Chronology by actor", [.. dated.Where(one => InWindow(work, one)).Select(one => Drawn(work, one))]),
                "Acts by day and actor; the list below says the same in words."));
        blocks.AddRange(work.SayAll(dated, one => $"{EventDays.Of(one.Date)} · {work.Lead(one)}", withDay: false));
        if (dated.Count == 0)
            blocks.Add(new Statement("No event of these states in the period has a date.", []));
        Places(blocks, work);
        blocks.Add(new SubHeading("Who is who"));
        blocks.Add(Persons(work));
        blocks.Add(new SubHeading("In their words"));
        foreach (var report in Extracts(material))
            blocks.Add(new Statement($"“{report.Sentence.Trim()}”", work.Citations.Of([report]), Holder(report)));
        blocks.Add(work.Slot("background", "Background of the analyst."));
        return new BriefSection("Background", [.. blocks]);
    }

    /// <summary>A map of the places that are nearer than a country, and a table of the others.</summary>
    void Places(List<BriefBlock> blocks, Work work)
    {
        var placed = work.Material.Events.Where(one => one.Place is not null).ToList();
        if (placed.Count == 0)
            return;
        blocks.Add(new SubHeading("Places"));
        var near = placed.Where(one => one.Place!.Place.Kind != "country").ToList();
        if (near.Count > 0)
            blocks.Add(new BriefChart("places", MapChart.Draw("places", "Places of events", outlines,
                [
                    .. near.GroupBy(one => (one.Place!.Place, one.Quad)).Select(group => new MapMark(
                        group.Key.Place.Name, group.Key.Place.Latitude, group.Key.Place.Longitude, group.Key.Place.Kind == "city" ? CityReach : RegionReach, group.Key.Quad, [.. group.Select(one => one.Id.Value)])),
                ]), "Places nearer than a country; planned, alleged and denied acts stand where they were told to be."));
        blocks.Add(work.Table("Events by place", ["place", "country", "known as", "events", "cites"],
        [
            .. placed.GroupBy(one => one.Place!.Place).OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Name, StringComparer.Ordinal).Select(group => (ImmutableArray<string>)
                [group.Key.Name, group.Key.Country ?? "", group.Key.Kind, Count(group.Count()), work.Cites(group)]),
        ]));
    }

    static bool InWindow(Work work, Event one) => (one.Date.Start ?? one.Date.End) is { } day && day >= work.Material.From && day <= work.Material.To;

    static ChartEvent Drawn(Work work, Event one)
    {
        var first = (one.Date.Start ?? one.Date.End)!.Value;
        var last = one.Date.End ?? first;
        return new ChartEvent(one.Id.Value, one.Actors.Select(actor => actor.Code ?? actor.Name ?? actor.Text).OfType<string>().FirstOrDefault() ?? "unnamed",
            first, last < first ? first : last > work.Material.To ? Max(first, work.Material.To) : last, one.Status, one.Quad, work.Sentences.Of(one));
    }

    static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;

    /// <summary>Persons with the office the texts give them, as of the event that names them, or, where nobody dates it, of the day it was told.</summary>
    static BriefTable Persons(Work work)
    {
        var told = work.Material.Sources.ToDictionary(source => source.Id, source => source.Published.Day);
        var rows = work.Material.Events
            .SelectMany(one => one.Actors.Concat(one.Recipients).Select(party => (Party: party, Event: one)))
            .Where(row => row.Party is { Name: not null, Office: not null })
            .GroupBy(row => (row.Party.Name, row.Party.Office, row.Party.Code))
            .OrderBy(group => group.Key.Code, StringComparer.Ordinal).ThenBy(group => group.Key.Name, StringComparer.Ordinal).ThenBy(group => group.Key.Office, StringComparer.Ordinal)
            .Select(group => (ImmutableArray<string>)
                [group.Key.Name!, group.Key.Office!, group.Key.Code ?? "", EventDays.Of(group.Min(row => DayOf(row.Event))), string.Concat(work.Citations.Of(group.First().Event).Select(number => $"[{number}]"))])
            .ToList();
        return work.Table("Persons and the offices they hold at the time of the event", ["person", "office", "of", "as of", "cites"], rows);

        DateOnly? DayOf(Event one) => one.Date.Start ?? one.Date.End ?? one.Reports.Min(report => told.GetValueOrDefault(report.Document));
    }

    /// <summary>Sentences that somebody is quoted for, one for each holder, the longest words first to be cut.</summary>
    static IEnumerable<ReportedEvent> Extracts(BriefMaterial material) => material.Events
        .SelectMany(one => one.Reports).Where(report => IsSomebody(report.Attribution) && report.Sentence.Length is > 40 and < 400)
        .OrderBy(report => report.Document.Value, StringComparer.Ordinal).ThenBy(report => report.Evidence.Start)
        .DistinctBy(report => (report.Document, report.Evidence)).DistinctBy(Holder).Take(ExtractsShown);

    // "This effort underscores" holds nothing: whoever wrote it does.
    static bool IsSomebody(ImmutableArray<Attribution> attribution) =>
        attribution is [.., var inner] && (inner.Name ?? inner.Code) is not null;

    static string Holder(ReportedEvent report) => Backing.HolderOf(report) is { } holder ? Wording.Capital(Wording.WithArticle(holder)) : "The document";
}
