using System.Collections.Immutable;
using System.Globalization;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Linking;

/// <summary>What the tellings of one act cannot all be right about. A later figure is news, not a contradiction.</summary>
static class Contradictions
{
    public static ImmutableArray<Contradiction> In(IReadOnlyList<Telling> tellings)
    {
        var found = ImmutableArray.CreateBuilder<Contradiction>();
        foreach (var kind in tellings.SelectMany(telling => telling.Report.Quantities).Select(quantity => quantity.Kind).Distinct().Order(StringComparer.Ordinal))
            Numbers(tellings, kind, found);
        Dates(tellings, found);
        Places(tellings, found);
        Parties(tellings, found);
        Statuses(tellings, found);
        CarelessRetelling.In(tellings, found);
        return found.ToImmutable();
    }

    static void Numbers(IReadOnlyList<Telling> tellings, string kind, ImmutableArray<Contradiction>.Builder found)
    {
        var figures = tellings
            .SelectMany(telling => telling.Report.Quantities.Where(quantity => quantity.Kind == kind).Select(quantity => (Telling: telling, Figure: quantity)))
            .ToList();
        // Only figures of the same time contradict: others are updates.
        foreach (var sameTime in figures.GroupBy(entry => entry.Telling.Published))
        {
            var disputed = sameTime
                .Where(entry => sameTime.Any(other => !Agree(entry.Figure, other.Figure) && !SameBreath(entry.Telling, other.Telling)))
                .ToList();
            if (disputed.Count > 0)
                found.Add(new Contradiction("number", Values(disputed, entry => $"{kind}: {Text(entry.Figure)}"), Reports(disputed.Select(entry => entry.Telling))));
        }
    }

    // "12, among them 3 children", and what one voice of one text corrects.
    static bool SameBreath(Telling one, Telling other) =>
        one.Report.Document == other.Report.Document && one.Report.TextSha256 == other.Report.TextSha256
        && (one.Report.Evidence == other.Report.Evidence || Holder(one) == Holder(other));

    static string? Holder(Telling telling) => telling.Report.Attribution.Length == 0 ? null : telling.Report.Attribution[^1].Text;

    static bool Agree(Quantity one, Quantity other) =>
        one.Value == other.Value || Allows(one, other.Value) || Allows(other, one.Value);

    static bool Allows(Quantity figure, double value) => figure.Qualifier switch
    {
        null => false,
        "at least" or "more than" or "over" => value >= figure.Value,
        "up to" or "at most" or "fewer than" or "less than" => value <= figure.Value,
        _ => Math.Abs(value - figure.Value) <= 0.2 * figure.Value,
    };

    static string Text(Quantity figure)
    {
        var value = figure.Value.ToString("0.###", CultureInfo.InvariantCulture);
        return figure.Qualifier is null ? value : $"{figure.Qualifier} {value}";
    }

    static void Dates(IReadOnlyList<Telling> tellings, ImmutableArray<Contradiction>.Builder found)
    {
        var told = tellings
            .Select(telling => (Telling: telling, Days: Days.Of(telling)))
            .Where(entry => entry.Days is { Exact: true })
            .ToList();
        var disputed = told.Where(entry => told.Any(other => !entry.Days!.Value.Meets(other.Days!.Value))).ToList();
        if (disputed.Count > 0)
            found.Add(new Contradiction("date", Values(disputed, entry => Text(entry.Days!.Value)), Reports(disputed.Select(entry => entry.Telling))));
    }

    static string Text(Days days)
    {
        string first = Iso(days.First), last = Iso(days.Last);
        return first == last ? first : $"{first}/{last}";

        static string Iso(int day) => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    static void Places(IReadOnlyList<Telling> tellings, ImmutableArray<Contradiction>.Builder found)
    {
        var placed = tellings.Where(telling => telling.Report.Place is not null).ToList();
        var disputed = placed
            .Where(telling => placed.Any(other => Comparison.PlacesConflict(telling.Report.Place!.Place, other.Report.Place!.Place)))
            .ToList();
        if (disputed.Count > 0)
            found.Add(new Contradiction("place", Values(disputed, telling => telling.Report.Place!.Place.Name), Reports(disputed)));
    }

    // Texts of which one names more parties than the other do not contradict; those that name others do.
    static void Parties(IReadOnlyList<Telling> tellings, ImmutableArray<Contradiction>.Builder found)
    {
        var told = tellings
            .Select(telling => (Telling: telling, Actors: new Side(telling.Report.Actors, telling.Report)))
            .Where(entry => !entry.Actors.IsUnknown && !Act.IsMutual(Act.TypeOf(entry.Telling.Report)))
            .ToList();
        var disputed = told.Where(entry => told.Exists(other => !entry.Actors.Codes.Intersect(other.Actors.Codes).Any())).ToList();
        if (disputed.Count > 0)
            found.Add(new Contradiction("party", Values(disputed, entry => string.Join(", ", entry.Actors.Codes)), Reports(disputed.Select(entry => entry.Telling))));
    }

    static void Statuses(IReadOnlyList<Telling> tellings, ImmutableArray<Contradiction>.Builder found)
    {
        var against = tellings.Where(telling => Act.StatusOf(telling.Report) is EventStatus.Denied or EventStatus.Negated).ToList();
        if (against.Count == 0)
            return;
        var claimed = tellings
            .Where(telling => Act.StatusOf(telling.Report) is EventStatus.Occurred or EventStatus.Ongoing or EventStatus.Alleged)
            .ToList();
        if (claimed.Count == 0)
            return;
        var disputed = tellings.Where(telling => claimed.Contains(telling) || against.Contains(telling)).ToList();
        found.Add(new Contradiction("status", Values(disputed, telling => Act.StatusOf(telling.Report).ToString().ToLowerInvariant()), Reports(disputed)));
    }

    static ImmutableArray<string> Values<T>(IEnumerable<T> entries, Func<T, string> value) =>
        [.. entries.Select(value).Distinct().Order(StringComparer.Ordinal)];

    static ImmutableArray<ReportedEventId> Reports(IEnumerable<Telling> tellings) =>
        [.. tellings.Select(telling => telling.Report.Id).Distinct()];
}
