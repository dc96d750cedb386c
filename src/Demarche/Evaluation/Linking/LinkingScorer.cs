using Demarche.Evaluation.Coding;
using Demarche.Events;

namespace Demarche.Evaluation.Linking;

/// <summary>
/// Scores what linking made of coded reports against gold: which mentions are one event, how many events stand between two parties,
/// and which of the gold's agreements and contradictions a reader is shown.
/// </summary>
public sealed class LinkingScorer(EventGold gold)
{
    const string Task = "linking";

    /// <summary>Compares. <paramref name="matches"/> are the gold events the reports were taken for by <see cref="EventScorer"/>.</summary>
    /// <param name="statements">What statements were found to have to do with each other.</param>
    public IEnumerable<Score> Compare(IReadOnlyList<Event> events, IReadOnlyList<(ReportedEvent Report, string Gold)> matches, IReadOnlyList<StatementRelation> statements, string data)
    {
        var eventOf = events.SelectMany(one => one.Reports, (one, report) => (report.Id, Event: one.Id.Value)).ToDictionary(pair => pair.Id, pair => pair.Event);
        var groups = gold.CanonicalEvents.Where(group => group.Kind == "same_event").Select(group => group.Members.ToHashSet()).ToList();
        var across = Pairs.Of([.. matches.Select(match => (eventOf[match.Report.Id], match.Gold))], Belong);
        foreach (var score in across.Scores(Task, data, "across"))
            yield return score;
        var forbidden = gold.DoNotMerge.Count(pair => matches.Any(one => one.Gold == pair.A && matches.Any(other => other.Gold == pair.B && eventOf[one.Report.Id] == eventOf[other.Report.Id])));
        yield return new Score(Task, data, "forbidden_merges", forbidden, gold.DoNotMerge.Count, IsCount: true);
        foreach (var score in WithinTexts(events, Belong).Scores(Task, data, "within"))
            yield return score;
        foreach (var score in Counts(events, matches, data))
            yield return score;
        foreach (var score in Relations(events, statements, data))
            yield return score;

        bool Belong(string one, string other) => one == other || groups.Any(members => members.Contains(one) && members.Contains(other));
    }

    // A report stands for the mention whose trigger it shares, one report for each mention: whoever was "convicted of threatening" is told once.
    // Only texts that are coded as they stand have the gold's offsets.
    Pairs WithinTexts(IReadOnlyList<Event> events, Func<string, string, bool> belong)
    {
        var both = new Pairs(0, 0, 0);
        foreach (var document in gold.Documents)
        {
            var mentions = events
                .SelectMany(one => one.Reports, (one, report) => (Report: report, Event: one.Id.Value))
                .Where(pair => pair.Report.Document.Value == document.Id && IsOf(document, pair.Report))
                .Select(pair => (pair.Report, pair.Event, Mention: MentionOf(document, pair.Report)))
                .Where(entry => entry.Mention.Wanted is not null)
                .GroupBy(entry => (entry.Mention.Wanted!.Id, entry.Mention.Start))
                .Select(group => group.OrderByDescending(entry => Accepts(entry.Mention.Wanted!, entry.Report)).ThenBy(entry => entry.Report.Trigger.Start).First())
                .Select(entry => (entry.Event, entry.Mention.Wanted!.Id))
                .ToList();
            both += Pairs.Of(mentions, belong);
        }
        return both;
    }

    static (GoldEvent? Wanted, int Start) MentionOf(GoldDocument document, ReportedEvent report) => document.Events
        .SelectMany(wanted => wanted.Evidence, (wanted, mention) => (Wanted: wanted, Mention: mention))
        .Where(candidate => candidate.Mention.Start < report.Trigger.End && report.Trigger.Start < candidate.Mention.End)
        .OrderBy(candidate => candidate.Mention.End - candidate.Mention.Start)
        .Select(candidate => ((GoldEvent?)candidate.Wanted, candidate.Mention.Start))
        .FirstOrDefault();

    static bool IsOf(GoldDocument document, ReportedEvent report) => report.Trigger.End <= document.Text.Length
        && document.Text.AsSpan(report.Trigger.Start, report.Trigger.End - report.Trigger.Start).SequenceEqual(report.TriggerText);

    static bool Accepts(GoldEvent wanted, ReportedEvent report) =>
        report.Type.ToString().ToUpperInvariant() is var type && (type == wanted.Type || wanted.AcceptableTypes.Contains(type));

    // As the gold's own rule counts: real or planned, once for each dyad and quad class, without the acts that the gold holds optional.
    IEnumerable<Score> Counts(IReadOnlyList<Event> events, IReadOnlyList<(ReportedEvent Report, string Gold)> matches, string data)
    {
        if (gold.ExpectedCounts.Count == 0)
            yield break;
        var optional = gold.Documents.SelectMany(document => document.Events).Where(wanted => wanted.Tier == "optional").Select(wanted => wanted.Id).ToHashSet();
        var goldOf = matches.ToLookup(match => match.Report.Id, match => match.Gold);
        var found = events
            .Where(one => one.Status.IsReal() || one.Status == EventStatus.Planned)
            .Where(one => one.Reports.SelectMany(report => goldOf[report.Id]).ToList() is not { Count: > 0 } stands || !stands.TrueForAll(optional.Contains))
            .SelectMany(one => EventScorer.DyadsOf([.. one.Actors.Select(party => party.Code ?? "")], [.. one.Recipients.Select(party => party.Code ?? "")]), (one, dyad) => (dyad, one.Quad))
            .GroupBy(row => row)
            .ToDictionary(row => row.Key, row => row.Count());
        var right = gold.ExpectedCounts.Sum(row => Math.Min(row.Count, found.GetValueOrDefault((row.Dyad, row.Quad))));
        int wanted = gold.ExpectedCounts.Sum(row => row.Count), given = found.Values.Sum();
        yield return new Score(Task, data, "counts_recall", (double)right / wanted, wanted);
        yield return new Score(Task, data, "counts_precision", given == 0 ? 1 : (double)right / given, given);
    }

    IEnumerable<Score> Relations(IReadOnlyList<Event> events, IReadOnlyList<StatementRelation> statements, string data)
    {
        foreach (var kind in new[] { "corroborates", "contradicts" })
        {
            var relations = gold.Relations.Where(relation => relation.Kind == kind && relation.A.Length > 0 && relation.B.Length > 0).ToList();
            if (relations.Count > 0)
                yield return new Score(Task, data, kind, (double)relations.Count(relation => events.Any(one => Shows(one, relation)) || statements.Any(one => Shows(one, relation))) / relations.Count, relations.Count);
        }
    }

    bool Shows(Event one, GoldRelation relation) => relation.Kind == "corroborates"
        ? Stands(one.Reports, relation.A) && Stands(one.Reports, relation.B)
        : one.Contradictions.Any(contradiction =>
            one.Reports.Where(report => contradiction.Reports.Contains(report.Id)).ToList() is var reports && Stands(reports, relation.A) && Stands(reports, relation.B));

    bool Shows(StatementRelation one, GoldRelation relation) =>
        one.Kind == (relation.Kind == "corroborates" ? StatementRelationKind.Corroborates : StatementRelationKind.Contradicts)
        && (Stands(one.One, relation.A) && Stands(one.Other, relation.B) || Stands(one.One, relation.B) && Stands(one.Other, relation.A));

    bool Stands(HeldStatement one, string[] sentences) => Stands(one.Document.Value, one.Sentence, sentences);

    bool Stands(IEnumerable<ReportedEvent> reports, string[] sentences) => reports.Any(report => Stands(report.Document.Value, report.Sentence, sentences));

    bool Stands(string id, string text, string[] sentences)
    {
        var words = ScoreText.FoldedWords(text);
        return gold.Documents.Any(document => document.Id == id
            && document.Sentences.Any(sentence => sentences.Contains(sentence.Id) && Matching.SameSentence(words, sentence.Words)));
    }
}
