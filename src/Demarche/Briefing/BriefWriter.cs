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
    const int KeyPointsShown = 5;

    public Brief Write(BriefMaterial material)
    {
        var sources = material.Sources.ToDictionary(source => source.Id);
        var work = new Work(material, new CitationList(sources),
            new EventSentences(verbs, nameOfCode, id => sources.TryGetValue(id, out var source) ? $"{SourceName.Of(source)}{Published(source)}" : id.Value));
        ImmutableArray<BriefSection> sections =
        [
            Head(work), KeyPoints(work), Judgements(work), Background(work), Scenario(work), Relations(work), Outlook(work), Gaps(work), Sources(work),
        ];
        return new Brief(Title(material), sections, work.Citations.All);
    }

    sealed record Work(BriefMaterial Material, CitationList Citations, EventSentences Sentences)
    {
        public Statement Say(Event one, string? lead = null) => new(Sentences.Of(one), Citations.Of(one), lead ?? Lead(one));

        public string Lead(Event one) => EventSentences.Lead(one, Material.AsOf);

        public AnalystSlot Slot(string id, string label) => new(id, label, Material.Slots.GetValueOrDefault(id));
    }

    string Title(BriefMaterial material) =>
        $"{Listed([.. material.States.Select(Name)])}, {EventSentences.Day(material.From)} to {EventSentences.Day(material.To)}";

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
                ["As of", EventSentences.Day(material.AsOf)],
                ["Period", $"{EventSentences.Day(material.From)} to {EventSentences.Day(material.To)}"],
                ["States", string.Join(", ", material.States.Select(code => $"{Name(code)} ({code})"))],
                ["Documents", Count(material.Sources.Length)],
                ["Publishers", Count(outlets)],
                ["Origins", Count(origins)],
                ["Events", Count(material.Events.Length)],
                ["Not reviewed by a person", material.Events.Length == 0 ? "no events" : $"{unreviewed} of {material.Events.Length}"],
                ["Made by", $"Demarche {material.Version}, by template, without judgement"],
            ]),
        ]);
    }

    static BriefSection KeyPoints(Work work)
    {
        // Disputes and what several origins tell come first, deeds before words, the newest before the older.
        var ranked = work.Material.Events
            .OrderByDescending(one => (one.Contradictions.IsEmpty ? 0 : 2) + Math.Min(one.Origins, 3) + (one.Quad is 2 or 4 ? 1 : 0) + (one.Status.IsReal() || one.Status == EventStatus.Planned ? 1 : 0))
            .ThenByDescending(one => one.Date.Start ?? one.Date.End).ThenBy(one => one.Id.Value, StringComparer.Ordinal)
            .DistinctBy(one => (one.Type, Parties(one.Actors), Parties(one.Recipients)))
            .Take(KeyPointsShown);
        return new BriefSection("Key points", [.. ranked.Select(one => (BriefBlock)work.Say(one)), work.Slot("key-points", "Key points of the analyst.")]);
    }

    static BriefSection Judgements(Work work) => new("Judgements",
    [
        work.Slot("judgements", "A judgement, its likelihood in words of the scale, and, in a sentence of its own, the confidence with its reason; assumptions; what would change it."),
    ]);

    static string Parties(ImmutableArray<Party> parties) => string.Join('+', parties.Select(party => party.Code ?? party.Name ?? party.Text));

    string Name(string code) => nameOfCode(code) ?? code;

    static string Listed(IReadOnlyList<string> names) => names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string Published(Article source) => source.Published.Day is { } day ? $", {EventSentences.Day(day)}" : "";
}
