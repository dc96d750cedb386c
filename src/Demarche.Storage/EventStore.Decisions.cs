using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Storage;

public sealed partial class EventStore
{
    const string DecisionColumns = "number, kind, event, changes, decided_by, decided_at, why, undoes";

    /// <summary>Decisions about reports of a text, or of a copy in whose place it is coded.</summary>
    const string DecisionsOnText =
        """
        select decision from decision_report where document = $1 and sha256 = $2
        union
        select decision from article as original join duplicate on duplicate.original = original.article
            join article as copy on copy.article = duplicate.article
            join decision_report on decision_report.document = copy.id and decision_report.sha256 = copy.sha256
        where original.id = $1 and original.sha256 = $2
        """;

    const string Holding = "kind <> 'Undo' and not exists (select 1 from decision as undo where undo.undoes = decision.number)";

    public long Append(Decision decision)
    {
        var number = statements.Number("select coalesce(max(number), 0) + 1 from decision");
        statements.Execute(
            $"insert into decision ({DecisionColumns}) values ($1, $2, $3, $4, $5, $6, $7, $8)",
            number, decision.Kind.ToString(), decision.Event.Value, JsonSerializer.Serialize(decision.Changes, StoredJson.Default.ImmutableArrayFieldChange),
            decision.By, decision.At.ToString("O", CultureInfo.InvariantCulture), decision.Why, decision.Undoes);
        Insert(number, "event", decision.Reports);
        Insert(number, "other", decision.Others);
        return number;
    }

    void Insert(long decision, string side, ImmutableArray<ReportAnchor> anchors)
    {
        for (var i = 0; i < anchors.Length; i++)
            statements.Execute(
                "insert into decision_report (decision, side, position, report, document, sha256, trigger_start, trigger_end) values ($1, $2, $3, $4, $5, $6, $7, $8)",
                decision, side, i, anchors[i].Id.Value, anchors[i].Document.Value, anchors[i].TextSha256, anchors[i].Trigger.Start, anchors[i].Trigger.End);
    }

    public Decision? Decision(long number) =>
        statements.Rows($"select {DecisionColumns} from decision where number = $1 and {Holding}", ReadDecision, number).Select(Whole).SingleOrDefault();

    /// <summary>All decisions in their order, also those that were undone.</summary>
    public IReadOnlyList<KeptDecision> Decisions()
    {
        var decisions = statements.Rows($"select {DecisionColumns} from decision order by number", ReadDecision).ConvertAll(Whole);
        var undone = decisions.Where(decision => decision.Undoes is not null).ToDictionary(decision => decision.Undoes!.Value, decision => decision.Number);
        return [.. decisions.Select(decision => new KeptDecision(decision, EventOf(decision), undone.TryGetValue(decision.Number, out var by) ? by : null))];
    }

    EventId? EventOf(Decision decision) => RulingOf(decision) is { Reports: [var first, ..] } ? EventOn(first) : null;

    public IReadOnlyList<Ruling> RulingsOn(IReadOnlyList<ReportedEventId> reports)
    {
        if (statements.Scalar("select number from decision limit 1") is null)
            return [];
        var own = reports.ToHashSet();
        return
        [
            .. reports.Select(report => Telling(report).Report).Select(report => (report.Document, report.TextSha256)).Distinct()
                .SelectMany(text => statements.Rows(DecisionsOnText, row => row.Long(0), text.Document.Value, text.TextSha256))
                .Distinct()
                .Order()
                .Select(Decision)
                .OfType<Decision>()
                .Select(RulingOf)
                .Where(ruling => ruling.Reports.Any(own.Contains) || ruling.Others.Any(own.Contains)),
        ];
    }

    public Ruling RulingOf(Decision decision) => new(decision, Present(decision.Reports), Present(decision.Others));

    ImmutableArray<ReportedEventId> Present(ImmutableArray<ReportAnchor> anchors) => [.. anchors.Select(Present).OfType<ReportedEventId>().Distinct()];

    /// <summary>
    /// The report itself, or else what the current coding reads out of the same words: in the same text, or in the text that is coded in
    /// the place of this one because it holds the same.
    /// </summary>
    ReportedEventId? Present(ReportAnchor anchor)
    {
        var found = CurrentReports("article.id = $1 and article.sha256 = $2", anchor.Document.Value, anchor.TextSha256);
        if (found.Exists(report => report.Id == anchor.Id))
            return anchor.Id;
        if (Nearest(found.Where(report => report.Trigger.Overlaps(anchor.Trigger)), anchor) is { } same)
            return same;
        var versions = statements.Rows(
            """
            select copy.text, original.text, original.article from article as copy join duplicate on duplicate.article = copy.article
                join article as original on original.article = duplicate.original
            where copy.id = $1 and copy.sha256 = $2
            """,
            row => (Copy: row.Text(0), Original: row.Text(1), Key: row.Long(2)), anchor.Document.Value, anchor.TextSha256);
        return versions is [var (copy, original, key)]
            ? Nearest(CurrentReports("article.article = $1", key).Where(report => SameWords(copy, anchor.Trigger, original, report.Trigger)), anchor)
            : null;
    }

    List<(ReportedEventId Id, TextSpan Trigger)> CurrentReports(string condition, params ReadOnlySpan<object?> values) => statements.Rows(
        $"select report.id, report.trigger_start, report.trigger_end from article join coding using (article) join report using (coding) where {condition} and coding.current = 1",
        row => (new ReportedEventId(row.Text(0)), new TextSpan(row.Int(1), row.Int(2))), values);

    static ReportedEventId? Nearest(IEnumerable<(ReportedEventId Id, TextSpan Trigger)> reports, ReportAnchor anchor) => reports
        .OrderBy(report => Math.Abs(report.Trigger.Start - anchor.Trigger.Start))
        .ThenBy(report => report.Id.Value, StringComparer.Ordinal)
        .Select(report => (ReportedEventId?)report.Id)
        .FirstOrDefault();

    // The trigger with so many letters to both sides: enough to tell two strikes of one report apart, and no more than a sentence.
    const int WordsAround = 30;

    // Either text may begin or end where the other goes on.
    static bool SameWords(string one, TextSpan here, string other, TextSpan there)
    {
        int before = Math.Min(WordsAround, Math.Min(here.Start, there.Start)), after = Math.Min(WordsAround, Math.Min(one.Length - here.End, other.Length - there.End));
        return one.AsSpan((here.Start - before)..(here.End + after)).SequenceEqual(other.AsSpan((there.Start - before)..(there.End + after)));
    }

    public Event? Find(EventId id) =>
        statements.Scalar("select event from event where id = $1", id.Value) is long key ? Read(statements, [key]).Single() : null;

    public EventId EventOn(ReportedEventId report) => statements.Rows(
        "select event.id from event_report join event using (event) where event_report.report = $1", row => new EventId(row.Text(0)), Look(report).Key).Single();

    static Decision ReadDecision(Row row) => new()
    {
        Number = row.Long(0),
        Kind = Enum.Parse<DecisionKind>(row.Text(1)),
        Event = new EventId(row.Text(2)),
        Changes = JsonSerializer.Deserialize(row.Text(3), StoredJson.Default.ImmutableArrayFieldChange),
        By = row.Text(4),
        At = DateTimeOffset.ParseExact(row.Text(5), "O", CultureInfo.InvariantCulture),
        Why = row.Text(6),
        Undoes = row.LongOrNull(7),
    };

    Decision Whole(Decision decision) => decision with { Reports = Anchors(decision.Number, "event"), Others = Anchors(decision.Number, "other") };

    ImmutableArray<ReportAnchor> Anchors(long decision, string side) =>
    [
        .. statements.Rows(
            "select report, document, sha256, trigger_start, trigger_end from decision_report where decision = $1 and side = $2 order by position",
            row => new ReportAnchor(new ReportedEventId(row.Text(0)), new ArticleId(row.Text(1)), row.Text(2), new TextSpan(row.Int(3), row.Int(4))), decision, side),
    ];
}

/// <summary>A decision and what has become of it.</summary>
/// <param name="Now">The event it is about now; null where none of its reports is there any more, or it is an undoing.</param>
/// <param name="UndoneBy">The decision that undid it, or null.</param>
public sealed record KeptDecision(Decision Decision, EventId? Now, long? UndoneBy)
{
    /// <summary>Whether it would hold, if there were an event for it.</summary>
    public bool IsOrphaned => Now is null && UndoneBy is null && Decision.Kind != DecisionKind.Undo;
}
