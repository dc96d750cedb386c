using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Evaluation.Coding;

/// <summary>An error that fails a build, or a note for whoever looks for what to mend.</summary>
public sealed record EventFinding(string Kind, string What, ReportedEvent? Event, bool IsHard);

/// <summary>What a comparison of coded events with gold gives.</summary>
/// <param name="Matches">The gold event each report was taken for; one-to-one within a document.</param>
public sealed record EventComparison(
    IReadOnlyList<Score> Scores, IReadOnlyList<EventFinding> Findings, IReadOnlyList<(ReportedEvent Report, string Gold)> Matches)
{
    public int HardErrors => Findings.Count(finding => finding.IsHard);
}

/// <summary>
/// Scores coded events against gold. Sentences are matched by text, parties by code, then a one-to-one assignment of the greatest weight
/// is taken. A hard error is a gold event that is not real and shown as real, a trap coded, page chrome coded, or a forbidden fusion.
/// </summary>
public sealed class EventScorer(EventGold gold)
{
    static readonly string[] Unshown = ["denied", "hypothetical", "negated", "cancelled"];

    sealed class Row
    {
        public required ReportedEvent Event { get; init; }
        public required string? Type { get; init; }
        public required string Status { get; init; }
        public required string? Canonical { get; init; }
        public HashSet<string> At { get; } = [];
        public bool InTitle { get; set; }
        public string Words { get; set; } = "";
        public bool IsReal => Event.Status.IsReal();
    }

    sealed class Tally
    {
        readonly Dictionary<string, (double Sum, int Count)> sums = [];

        public void Add(string measure, bool right) => Add(measure, right ? 1 : 0);

        public void Add(string measure, double credit)
        {
            var (sum, count) = sums.GetValueOrDefault(measure);
            sums[measure] = (sum + credit, count + 1);
        }

        public IEnumerable<Score> Scores(string data) => Order.Where(sums.ContainsKey)
            .Select(measure => new Score("events", data, measure, sums[measure].Sum / sums[measure].Count, sums[measure].Count));
    }

    static readonly string[] Order =
    [
        "recall_core", "recall_core_secondary", "recall_core_strict", "recall_core_secondary_strict", "precision", "precision_typed", "precision_once",
        "type_exact", "type_accepted", "quad", "mode", "status_exact", "status_accepted", "dyad", "dyad_undirected", "sector", "date", "place_name",
        "place_country", "holder", "holder_named", "holder_chain", "context_precision", "context_recall",
    ];

    /// <summary>Compares. <paramref name="fusedInto"/> names the fused event of each report where linking is to be scored too.</summary>
    public EventComparison Compare(IReadOnlyList<ReportedEvent> events, string data, Func<ReportedEvent, string?>? fusedInto = null)
    {
        var tally = new Tally();
        var findings = new List<EventFinding>();
        var pairs = new List<(Row Row, GoldEvent Gold, GoldDocument Document)>();
        foreach (var document in gold.Documents)
            Match(document, [.. events.Where(reported => Belongs(reported, document)).Select(reported => Prepare(reported, document, fusedInto))], tally, findings, pairs);
        foreach (var (row, wanted, document) in pairs)
            Attributes(row, wanted, document, tally, findings);
        var scores = tally.Scores(data).ToList();
        scores.AddRange(Fusion(pairs, data, findings));
        scores.Add(new Score("events", data, "hard_errors", findings.Count(finding => finding.IsHard), events.Count, IsCount: true));
        return new EventComparison(scores, findings, [.. pairs.Select(pair => (pair.Row.Event, pair.Gold.Id))]);
    }

    static bool Belongs(ReportedEvent reported, GoldDocument document)
    {
        var id = reported.Document.Value;
        return id == document.Id || id == document.PageId
            || (id.Length >= 6 && (document.Id.StartsWith(id, StringComparison.Ordinal) || document.PageId.StartsWith(id, StringComparison.Ordinal)));
    }

    static Row Prepare(ReportedEvent reported, GoldDocument document, Func<ReportedEvent, string?>? fusedInto)
    {
        var row = new Row
        {
            Event = reported,
            Type = reported.Type == EventType.None ? null : reported.Type.ToString().ToUpperInvariant(),
            Status = reported.Status.ToString().ToLowerInvariant(),
            Canonical = fusedInto?.Invoke(reported),
        };
        var words = ScoreText.FoldedWords(reported.Sentence);
        foreach (var sentence in document.Sentences)
            if (Matching.SameSentence(words, sentence.Words))
                row.At.Add(sentence.Id);
        row.InTitle = document.TitleHashes.Contains(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', words)))));
        int start = reported.Trigger.Start - reported.Evidence.Start, end = reported.Trigger.End - reported.Evidence.Start;
        if (start >= 0 && start < end && end <= reported.Sentence.Length)
            row.Words = reported.Sentence[start..end];
        return row;
    }

    void Match(GoldDocument document, Row[] rows, Tally tally, List<EventFinding> findings, List<(Row, GoldEvent, GoldDocument)> pairs)
    {
        var events = document.Events;
        var candidates = new SortedDictionary<int, Dictionary<int, double>>();
        for (var i = 0; i < rows.Length; i++)
        {
            var isTrap = Trap(rows[i], document) is not null;
            for (var j = 0; j < events.Length; j++)
            {
                if (!Touches(rows[i], events[j]))
                    continue;
                // Its trigger is the trap, not this event.
                if (isTrap && rows[i].Words.Length > 0 && !TypeFits(rows[i], events[j]) && !TriggerFits(rows[i], events[j]))
                    continue;
                if (!candidates.TryGetValue(i, out var weights))
                    candidates[i] = weights = [];
                weights[j] = Weight(rows[i], events[j], document);
            }
        }
        var assigned = Assignment.Find(candidates);
        var found = assigned.Values.Select(j => events[j].Id).ToHashSet();
        var matched = assigned.Values.ToHashSet();
        for (var j = 0; j < events.Length; j++)
            if (events[j].MayMergeWith.Any(found.Contains) && assigned.Any(pair => candidates[pair.Key].ContainsKey(j) && events[j].MayMergeWith.Contains(events[pair.Value].Id)))
                matched.Add(j);

        for (var j = 0; j < events.Length; j++)
        {
            var wanted = events[j];
            if (wanted.Type is null)
                continue;
            foreach (var measure in wanted.Tier switch { "core" => ["recall_core", "recall_core_secondary"], "secondary" => ["recall_core_secondary"], _ => Array.Empty<string>() })
            {
                tally.Add(measure, matched.Contains(j));
                if (wanted.Strict)
                    tally.Add(measure + "_strict", matched.Contains(j));
            }
            if (!matched.Contains(j) && wanted.Tier == "core")
                findings.Add(new EventFinding("missed", wanted.Id, null, IsHard: false));
        }

        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            bool right = false, typed = false, once = false;
            if (assigned.TryGetValue(i, out var j))
            {
                right = once = true;
                pairs.Add((row, events[j], document));
                typed = TypeFits(row, events[j]) || (events[j].Type is null && row.Type is null);
            }
            else if (candidates.TryGetValue(i, out var weights))
            {
                GoldEvent[] best = [.. weights.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => events[pair.Key])];
                GoldEvent[] fit = [.. best.Where(wanted => TypeFits(row, wanted))];
                if (fit.Length == 0 && Trap(row, document) is { } trap)
                {
                    findings.Add(new EventFinding("negative case coded", trap.Name, row.Event, IsHard: true));
                }
                else
                {
                    (right, typed) = (true, fit.Length > 0);
                    var first = fit.Length > 0 ? fit[0] : best[0];
                    if (first.SplitOk)
                        once = true;
                    else
                        findings.Add(new EventFinding("duplicate", first.Id, row.Event, IsHard: false));
                    foreach (var wanted in fit.Length > 0 ? fit : [best[0]])
                        if (ShownAsReal(row, wanted) && (fit.Length > 0 || TriggerFits(row, wanted)))
                        {
                            if (!fit.Any(other => IsReal(other.Status) || other.AcceptableStatuses.Contains(row.Status) || IsAcceptableReading(row, other)))
                                findings.Add(new EventFinding($"{wanted.Status} shown as {row.Status}", wanted.Id, row.Event, IsHard: true));
                            break;
                        }
                }
            }
            else
            {
                var trap = Trap(row, document);
                if ((row.At.Count > 0 && row.At.IsSubsetOf(document.Chrome)) || (row.At.Count == 0 && !row.InTitle))
                    findings.Add(new EventFinding("chrome coded", "outside the article", row.Event, IsHard: true));
                else if (trap is not null)
                    findings.Add(new EventFinding("negative case coded", trap.Name, row.Event, IsHard: true));
                else
                    findings.Add(new EventFinding("matches nothing", document.Id, row.Event, IsHard: false));
            }
            tally.Add("precision", right);
            tally.Add("precision_typed", right && typed);
            tally.Add("precision_once", once);
        }
    }

    void Attributes(Row row, GoldEvent wanted, GoldDocument document, Tally tally, List<EventFinding> findings)
    {
        if (wanted.Type is not null)
        {
            tally.Add("type_exact", row.Type == wanted.Type);
            tally.Add("type_accepted", row.Type == wanted.Type || wanted.AcceptableTypes.Contains(row.Type));
            tally.Add("quad", row.Event.Quad == wanted.Quad);
            if (wanted.Modes.Length > 0 && row.Type == wanted.Type)
                tally.Add("mode", row.Event.Modes.Length > 0 && row.Event.Modes.All(mode => wanted.Modes.Contains(mode) || wanted.AcceptableModes.Contains(mode)));
        }
        tally.Add("status_exact", row.Status == wanted.Status);
        tally.Add("status_accepted", row.Status == wanted.Status || wanted.AcceptableStatuses.Contains(row.Status) || IsAcceptableReading(row, wanted));
        if (ShownAsReal(row, wanted))
            findings.Add(new EventFinding($"{wanted.Status} shown as {row.Status}", wanted.Id, row.Event, IsHard: true));
        if (wanted.Dyads.Length > 0)
            Dyads(row, wanted, document, tally);
        Sectors(row.Event.Actors, wanted.Actors, tally);
        Sectors(row.Event.Recipients, wanted.Recipients, tally);
        tally.Add("date", DateCredit(row.Event, wanted, document.Published));
        if (wanted.Place is { } place)
        {
            tally.Add("place_name", place.Names.Any(name => Matching.SameName(row.Event.Place?.Place.Name ?? "", name)));
            if (place.Countries.Length > 0)
                tally.Add("place_country", place.Countries.Contains(row.Event.Place?.Place.Country));
        }
        var (innermost, chain) = Holders(row, wanted, document);
        tally.Add("holder", innermost);
        if (wanted.Attribution.Select(holder => holder.By).Distinct().Count() > 1)
            tally.Add("holder_named", innermost);
        tally.Add("holder_chain", chain);
        Contexts(row, wanted, tally);
    }

    // Each context counts for itself; an event whose gold names none is not asked about them.
    static void Contexts(Row row, GoldEvent wanted, Tally tally)
    {
        if (wanted.Contexts.Length == 0)
            return;
        foreach (var context in row.Event.Contexts)
            tally.Add("context_precision", wanted.Contexts.Contains(context));
        foreach (var context in wanted.Contexts)
            tally.Add("context_recall", row.Event.Contexts.Contains(context));
    }

    static void Dyads(Row row, GoldEvent wanted, GoldDocument document, Tally tally)
    {
        var want = wanted.Dyads.ToHashSet();
        var have = DyadsOf(Fold(row.Event.Actors, wanted.Actors), Fold(row.Event.Recipients, wanted.Recipients));
        List<HashSet<string>> fair =
        [
            want,
            DyadsOf([.. wanted.Actors.Select(party => party.Code)], [.. wanted.Recipients.Select(party => party.Code)]),
            .. wanted.AcceptableDyads.Select(set => set.ToHashSet()),
            .. document.Events.Where(other => wanted.MayMergeWith.Contains(other.Id)).Select(other => want.Union(other.Dyads).ToHashSet()),
        ];
        var part = have.Count > 0 && wanted.SplitOk && have.IsSubsetOf(want);
        tally.Add("dyad", part || fair.Any(have.SetEquals));
        tally.Add("dyad_undirected", part || fair.Any(set => Undirected(have).SetEquals(Undirected(set))));

        static HashSet<string> Undirected(HashSet<string> dyads) =>
            [.. dyads.Select(dyad => string.Join(' ', dyad.Split(["<>", ">"], StringSplitOptions.None).Order(StringComparer.Ordinal)))];
    }

    internal static HashSet<string> DyadsOf(List<string> actors, List<string> recipients)
    {
        bool Named(string code) => code is not ("" or "UNK" or "XWE");
        List<string> a = [.. actors.Where(Named)], r = [.. recipients.Where(Named)];
        if (recipients.Count > 0)
            return [.. a.SelectMany(_ => r, (x, y) => $"{x}>{y}")];
        var pairs = new HashSet<string>();
        for (var i = 0; i < a.Count; i++)
            for (var j = i + 1; j < a.Count; j++)
                pairs.Add(string.CompareOrdinal(a[i], a[j]) <= 0 ? $"{a[i]}<>{a[j]}" : $"{a[j]}<>{a[i]}");
        var mixed = pairs.Where(pair => pair.Split("<>") is [var x, var y] && x != y).ToHashSet();
        return mixed.Count > 0 ? mixed : pairs;
    }

    static List<string> Fold(IEnumerable<Party> parties, GoldParty[] wanted) =>
        [.. parties.Select(party => party.Code ?? "UNK").Select(code => wanted.Any(gold => gold.Code == code) ? code
            : wanted.FirstOrDefault(gold => gold.AcceptableCodes.Contains(code))?.Code ?? code)];

    static void Sectors(IEnumerable<Party> parties, GoldParty[] wanted, Tally tally)
    {
        foreach (var gold in wanted)
        {
            if (gold.Sector is null || parties.FirstOrDefault(party => gold.Accepts(party.Code ?? "UNK")) is not { } party)
                continue;
            var code = party.Code ?? "UNK";
            tally.Add("sector", party.Sector is { } sector
                && (gold.FairSectors.Contains(sector) || wanted.Any(other => other.Accepts(code) && other.Sector == sector)));
        }
    }

    static double DateCredit(ReportedEvent reported, GoldEvent wanted, string? published)
    {
        static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        // A bound that only repeats the day of publication says nothing.
        (string?, string?) Undated((string? Start, string? End) pair) =>
            published is not null && (pair == (null, published) || pair == (published, null)) ? (null, null) : pair;
        var (start, end) = Undated((Iso(reported.Date.Start), Iso(reported.Date.End)));
        if (wanted.Dates.Any(pair => Undated(pair) == (start, end)))
            return 1;
        if (start is null && end is null)
            return wanted.Dates[0].Start is null ? 0.5 : 0;
        if (start is not null && start == end)
            foreach (var (low, high) in wanted.Dates)
                if ((low is not null || high is not null) && string.CompareOrdinal(low ?? "0", start) <= 0 && string.CompareOrdinal(start, high ?? "9") <= 0)
                    return 0.5;
        return 0;
    }

    (bool Innermost, bool Chain) Holders(Row row, GoldEvent wanted, GoldDocument document)
    {
        List<string> chain = [.. row.Event.Attribution.Select(link => link.Text)];
        while (chain.Count > 0 && document.PublisherNames.Any(name => Matching.SameName(chain[0], name)))
            chain.RemoveAt(0);
        var last = wanted.Attribution[^1];
        var publishers = wanted.Attribution.Where(holder => holder.Level == 0).Select(holder => holder.By).ToHashSet();
        var keys = wanted.AcceptableHolders.Append(last.By).ToHashSet();
        var ownVoice = keys.Overlaps(publishers) || last.Level == 0;
        var names = keys.Except(publishers).SelectMany(key => gold.NamesFor(key)).Concat(last.Words is { } words ? [words] : []).ToList();
        var innermost = chain.Count == 0 ? ownVoice : names.Any(name => Matching.SameName(chain[^1], name));

        List<GoldHolder> want = [.. wanted.Attribution.Where(holder => holder.Level > 0)];
        if (want.Count > 0 && want[0].By == wanted.Attribution[0].By)
            want.RemoveAt(0);
        var whole = chain.Count == want.Count && chain.Zip(want).All(pair => gold.NamesFor(pair.Second.By)
            .Append(pair.Second.By.Replace('-', ' ')).Concat(pair.Second.Words is { } said ? [said] : []).Any(name => Matching.SameName(pair.First, name)));
        return (innermost, whole);
    }

    IEnumerable<Score> Fusion(List<(Row Row, GoldEvent Gold, GoldDocument Document)> pairs, string data, List<EventFinding> findings)
    {
        var fused = pairs.Where(pair => pair.Row.Canonical is not null).GroupBy(pair => pair.Row.Canonical!, pair => pair.Gold.Id).ToList();
        if (fused.Count == 0)
            yield break;
        var ids = fused.SelectMany(group => group).Distinct().Order(StringComparer.Ordinal).ToList();
        var together = fused.SelectMany(group => PairsOf([.. group.Distinct().Order(StringComparer.Ordinal)])).ToHashSet();
        var groups = gold.CanonicalEvents.Where(group => group.Kind == "same_event").Select(group => group.Members).ToList();
        var want = PairsOf(ids).Where(pair => groups.Any(members => members.Contains(pair.Item1) && members.Contains(pair.Item2))).ToHashSet();
        foreach (var (a, b) in gold.DoNotMerge)
            if (together.Contains(string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a)))
                findings.Add(new EventFinding("do_not_merge fused", $"{a}+{b}", null, IsHard: true));
        var both = together.Count(want.Contains);
        if (together.Count > 0)
            yield return new Score("events", data, "fusion_precision", (double)both / together.Count, together.Count);
        if (want.Count > 0)
            yield return new Score("events", data, "fusion_recall", (double)both / want.Count, want.Count);

        static IEnumerable<(string, string)> PairsOf(List<string> sorted)
        {
            for (var i = 0; i < sorted.Count; i++)
                for (var j = i + 1; j < sorted.Count; j++)
                    yield return (sorted[i], sorted[j]);
        }
    }

    static (bool? Actors, bool? Recipients) Agree(Row row, GoldEvent wanted)
    {
        return (Side(row.Event.Actors, wanted.Actors), Side(row.Event.Recipients, wanted.Recipients));

        static bool? Side(IEnumerable<Party> parties, GoldParty[] gold)
        {
            var accepted = Accepted(gold);
            return accepted.Any(code => code != "UNK") ? Codes(parties).Overlaps(accepted) : null;
        }
    }

    static HashSet<string> Accepted(GoldParty[] parties) => [.. parties.SelectMany(party => party.AcceptableCodes.Prepend(party.Code))];

    static HashSet<string> Codes(IEnumerable<Party> parties) => [.. parties.Select(party => party.Code ?? "UNK")];

    static bool Touches(Row row, GoldEvent wanted)
    {
        if (!wanted.Evidence.Any(mention => row.At.Contains(mention.SentenceId)) && !(row.InTitle && wanted.TitleMention))
            return false;
        var (actors, recipients) = Agree(row, wanted);
        return (actors is null && recipients is null) || actors == true || recipients == true;
    }

    static bool TypeFits(Row row, GoldEvent wanted) =>
        row.Type is { } type && (type == wanted.Type || type == wanted.Underlying || wanted.AcceptableTypes.Contains(type));

    static bool TriggerFits(Row row, GoldEvent wanted) =>
        wanted.Evidence.Any(mention => row.At.Contains(mention.SentenceId) && Matching.ShareWord(row.Words, mention.Trigger));

    static bool IsAcceptableReading(Row row, GoldEvent wanted) =>
        wanted.AcceptableReadings.Any(reading => reading.Type == row.Type && reading.Status == row.Status);

    static bool IsReal(string status) => status is "occurred" or "ongoing";

    /// <summary>Whether the row shows as happened what the gold says did not, not yet, or not surely.</summary>
    static bool ShownAsReal(Row row, GoldEvent wanted)
    {
        if (IsReal(wanted.Status) || !row.IsReal || wanted.AcceptableStatuses.Contains(row.Status) || IsAcceptableReading(row, wanted))
            return false;
        return TypeFits(row, wanted) || row.Type is null || row.Words.Length == 0 || TriggerFits(row, wanted) || wanted.AcceptableTypes.Length == 0;
    }

    static GoldTrap? Trap(Row row, GoldDocument document)
    {
        if (row.Type is null || Unshown.Contains(row.Status))
            return null;
        return document.Traps.FirstOrDefault(trap => trap.Sentences.Overlaps(row.At)
            && (trap.ForbiddenTypes is null || trap.ForbiddenTypes.Contains(row.Type))
            && (trap.ForbiddenStatuses is null || trap.ForbiddenStatuses.Contains(row.Status))
            && (trap.ForbiddenCodes.Length == 0 || Codes(row.Event.Actors.Concat(row.Event.Recipients)).Overlaps(trap.ForbiddenCodes))
            && row.Status != trap.StatusIfKept
            && (row.Words.Length == 0 || Matching.ShareWord(row.Words, trap.Words)));
    }

    static double Weight(Row row, GoldEvent wanted, GoldDocument document)
    {
        var weight = 10.0;
        if (row.Type == wanted.Type)
            weight += 4;
        else if (wanted.AcceptableTypes.Contains(row.Type))
            weight += 3;
        else if (row.Event.Quad == wanted.Quad)
            weight += 1;
        if (row.Words.Length > 0 && TriggerFits(row, wanted))
            weight += 3;
        if (row.At.Contains(wanted.Evidence[0].SentenceId))
            weight += 0.3;
        var (actors, recipients) = Agree(row, wanted);
        weight += 1.5 * ((actors == true ? 1 : 0) + (recipients == true ? 1 : 0));
        weight += row.Status == wanted.Status ? 1 : wanted.AcceptableStatuses.Contains(row.Status) ? 0.5 : 0;
        weight += 0.5 * (Codes(row.Event.Actors).Intersect(Accepted(wanted.Actors)).Count() + Codes(row.Event.Recipients).Intersect(Accepted(wanted.Recipients)).Count());
        weight += 0.3 * DateCredit(row.Event, wanted, document.Published);
        return weight + (wanted.Tier switch { "core" => 0.2, "secondary" => 0.1, _ => 0 });
    }
}
