using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Demarche.Analysis;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Knowledge.Places;

namespace Demarche.Briefing;

/// <summary>
/// Makes a brief of what is stored: each section by template, or a slot that says what the analyst may write there. Nothing is
/// invented, nothing that is not real is told as real.
/// </summary>
public sealed partial class BriefWriter(EventVerbs verbs, Outlines outlines, Func<string, string?> nameOfCode)
{
    const int KeyPointsShown = 5, CitesShown = 6;

    public Brief Write(BriefMaterial material)
    {
        var sources = material.Sources.ToDictionary(source => source.Id);
        var work = new Work(material, new CitationList(sources),
            new EventSentences(verbs, nameOfCode, id => sources.TryGetValue(id, out var source) ? (SourceName.Of(source), source.Published.Day) : (id.Value, null)));
        ImmutableArray<BriefSection> sections =
        [
            Head(work), KeyPoints(work), Judgements(work), Background(work), Scenario(work), Relations(work), Outlook(work), Gaps(work), Sources(work),
        ];
        return new Brief(Title(material), sections, work.Citations.All);
    }

    sealed record Work(BriefMaterial Material, CitationList Citations, EventSentences Sentences)
    {
        public FrozenDictionary<EventId, Event> ById { get; } = Material.Events.ToFrozenDictionary(one => one.Id);

        public Statement Say(Event one, string? lead = null, bool withDay = true) => new(Sentences.Of(one, withDay), Citations.Of(one), lead ?? Lead(one));

        /// <summary>The events in their order, what reads the same said once; of more than a list shows, those that matter most.</summary>
        public IEnumerable<BriefBlock> SayAll(IReadOnlyCollection<Event> events, Func<Event, string> lead, bool withDay = true)
        {
            var chosen = events.Count <= Material.ItemsShown ? null : Ranked(events).Take(Material.ItemsShown).Select(one => one.Id).ToHashSet();
            foreach (var same in events.Where(one => chosen?.Contains(one.Id) != false).GroupBy(one => (Lead: lead(one), Text: Sentences.Of(one, withDay))))
                yield return new Statement(same.Key.Text, [.. same.SelectMany(one => Citations.Of(one)).Distinct().Order()], same.Count() == 1 ? same.Key.Lead : $"{same.Key.Lead} · {same.Count()} events");
            if (chosen is not null)
                yield return More(events.Count - Material.ItemsShown, "events");
        }

        public Statement More(int number, string what) => new(
            $"{Count(number)} more {what}: they stand in the evidence file (--output FILE.json), and 'demarche events --dyad {string.Join(',', Material.States.Take(2))}' lists them.", [], "And");

        /// <summary>The first of a table's rows, and a caption that says so.</summary>
        public BriefTable Table(string caption, ImmutableArray<string> header, List<ImmutableArray<string>> rows) =>
            rows.Count <= Material.ItemsShown ? new BriefTable(caption, header, [.. rows])
                : new BriefTable($"{caption}; {Count(Material.ItemsShown)} of {Count(rows.Count)}, all of them in the evidence file", header, [.. rows.Take(Material.ItemsShown)]);

        public string Cites(IEnumerable<Event> events) =>
            string.Concat(Citations.Of(events.SelectMany(one => one.Reports.Take(1)).Take(CitesShown)).Select(number => $"[{number}]"));

        public string Lead(Event one) => EventSentences.Lead(one, Material.AsOf);

        public AnalystSlot Slot(string id, string label) => new(id, label, Material.Slots.GetValueOrDefault(id));
    }

    string Title(BriefMaterial material) =>
        $"{Wording.Together([.. material.States.Select(Name)])}, {EventDays.Of(material.From)} to {EventDays.Of(material.To)}";

    BriefSection Head(Work work)
    {
        var material = work.Material;
        var origins = material.Events.SelectMany(one => one.OriginHolders).Distinct(StringComparer.Ordinal).Count();
        var outlets = material.Sources.Select(SourceName.Of).Distinct(StringComparer.Ordinal).Count();
        var unreviewed = material.Events.Count(one => one.Review is null);
        return new BriefSection("Head",
        [
            new BriefTable("Coverage", ["what", "value"],
            [
                ["Issue", material.Issue ?? "not numbered"],
                ["As of", EventDays.Of(material.AsOf)],
                ["Period", $"{EventDays.Of(material.From)} to {EventDays.Of(material.To)}"],
                ["States", string.Join(", ", material.States.Select(code => $"{Name(code)} ({code})"))],
                ["Documents", Count(material.Sources.Length)],
                ["Publishers", Count(outlets)],
                ["Origins", Count(origins)],
                ["Events", Count(material.Events.Length)],
                ["Not reviewed by a person", material.Events.Length == 0 ? "no events" : $"{Count(unreviewed)} of {Count(material.Events.Length)}"],
                ["Made by", $"Demarche {material.Version}, by template, without judgement"],
            ]),
        ]);
    }

    static BriefSection KeyPoints(Work work)
    {
        var ranked = Ranked(work.Material.Events).DistinctBy(one => (one.Type, Parties(one.Actors), Parties(one.Recipients))).Take(KeyPointsShown);
        return new BriefSection("Key points", [.. ranked.Select(one => (BriefBlock)work.Say(one)), work.Slot("key-points", "Key points of the analyst.")]);
    }

    /// <summary>Disputes and what several origins tell come first, deeds before words, the newest before the older.</summary>
    static IEnumerable<Event> Ranked(IEnumerable<Event> events) => events
        .OrderByDescending(one => (one.Contradictions.Any(each => each.IsOfFact) ? 2 : 0) + Math.Min(Backing.Of(one).Count, 3) + (one.Quad is 2 or 4 ? 1 : 0) + (one.Status.IsReal() || one.Status == EventStatus.Planned ? 1 : 0))
        .ThenByDescending(one => one.Date.Start ?? one.Date.End).ThenBy(one => one.Id.Value, StringComparer.Ordinal);

    static BriefSection Judgements(Work work) => new("Judgements",
    [
        work.Slot("judgements", "A judgement, its likelihood in words of the scale, and, in a sentence of its own, the confidence with its reason; assumptions; what would change it."),
    ]);

    static string Parties(ImmutableArray<Party> parties) => string.Join('+', parties.Select(party => party.Code ?? party.Name ?? party.Text));

    string Name(string code) => nameOfCode(code) ?? code;

    static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
