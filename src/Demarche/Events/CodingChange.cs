using System.Collections.Immutable;
using System.Globalization;

namespace Demarche.Events;

public enum ChangeKind
{
    Added,
    Dropped,
    Changed,
}

/// <summary>What another coding of one article says otherwise of one act.</summary>
/// <param name="From">Null where only the newer coding has it.</param>
/// <param name="To">Null where only the older coding has it.</param>
/// <param name="Fields">Of both the fields that differ; empty where one is null.</param>
public sealed record CodingChange(ChangeKind Kind, ReportedEvent? From, ReportedEvent? To, ImmutableArray<FieldChange> Fields)
{
    public ReportedEvent Report => To ?? From!;

    /// <summary>
    /// The changes between two codings of one text, in its order. Reports are the same act if their triggers overlap: of several the one
    /// of the same type, then of the same trigger, goes first.
    /// </summary>
    public static ImmutableArray<CodingChange> Between(IReadOnlyList<ReportedEvent> before, IReadOnlyList<ReportedEvent> after)
    {
        var pairs =
            from older in before
            from newer in after
            where older.Trigger.Overlaps(newer.Trigger)
            orderby older.Id == newer.Id descending, older.Type == newer.Type descending, older.Trigger == newer.Trigger descending,
                older.Trigger.Start, newer.Trigger.Start, older.Id.Value, newer.Id.Value
            select (older, newer);
        var partner = new Dictionary<ReportedEvent, ReportedEvent>(ReferenceEqualityComparer.Instance);
        var taken = new HashSet<ReportedEvent>(ReferenceEqualityComparer.Instance);
        foreach (var (older, newer) in pairs)
            if (!partner.ContainsKey(older) && taken.Add(newer))
                partner.Add(older, newer);
        var changes = new List<CodingChange>();
        foreach (var older in before)
            if (!partner.TryGetValue(older, out var newer))
                changes.Add(new CodingChange(ChangeKind.Dropped, older, null, []));
            else if (FieldsBetween(older, newer) is { IsEmpty: false } fields)
                changes.Add(new CodingChange(ChangeKind.Changed, older, newer, fields));
        changes.AddRange(after.Where(newer => !taken.Contains(newer)).Select(newer => new CodingChange(ChangeKind.Added, null, newer, [])));
        return [.. changes.OrderBy(change => change.Report.Trigger.Start).ThenBy(change => change.Report.Id.Value, StringComparer.Ordinal)];
    }

    static ImmutableArray<FieldChange> FieldsBetween(ReportedEvent from, ReportedEvent to) =>
    [
        .. TextOf(from).Zip(TextOf(to), (before, after) => new FieldChange(before.Name, before.Value, after.Value)).Where(change => change.Before != change.After),
    ];

    static IEnumerable<(string Name, string Value)> TextOf(ReportedEvent one) =>
    [
        ("type", one.Type.ToString().ToUpperInvariant()),
        ("mode", string.Join('|', one.Modes)),
        ("contexts", string.Join('|', one.Contexts)),
        ("underlying", one.Underlying == Knowledge.EventType.None ? "" : one.Underlying.ToString().ToUpperInvariant()),
        ("status", one.Status.ToString().ToLowerInvariant()),
        ("actors", Parties(one.Actors)),
        ("recipients", Parties(one.Recipients)),
        ("date", string.Create(CultureInfo.InvariantCulture, $"{one.Date.Start:yyyy-MM-dd}/{one.Date.End:yyyy-MM-dd} {one.Date.Precision.ToString().ToLowerInvariant()}")),
        ("place", one.Place is { } place ? $"{place.Place.Name}, {place.Place.Country}" : ""),
        ("attribution", string.Join(" > ", one.Attribution.Select(holder => holder.Name ?? holder.Text))),
        ("trigger", one.TriggerText),
        ("quantities", string.Join('|', one.Quantities.Select(quantity => string.Create(CultureInfo.InvariantCulture, $"{quantity.Kind}={quantity.Qualifier} {quantity.Value}")))),
        ("rule", one.Rule),
    ];

    static string Parties(ImmutableArray<Party> parties) =>
        string.Join("; ", parties.Select(party => string.Join(':', new[] { party.Code, party.Sector, party.Name ?? party.Text, party.Office }).TrimEnd(':')));
}
