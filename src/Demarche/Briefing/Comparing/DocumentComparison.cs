using System.Collections.Immutable;
using Demarche.Events;

namespace Demarche.Briefing.Comparing;

/// <summary>
/// What a second document adds to a first one, drops of it, and restates without its source or its hedge. Told by the events that
/// both tell and by claims that say the same in much the same words.
/// </summary>
public static class DocumentComparison
{
    /// <summary>The differences by kind, then by place in the second document, then in the first.</summary>
    public static ImmutableArray<DocumentDifference> Of(ToldDocument first, ToldDocument second)
    {
        var found = new List<DocumentDifference>();
        foreach (var told in first.ByEvent)
        {
            if (second.ByEvent.Contains(told.Key))
                found.AddRange(Both(told.Key, [.. told], [.. second.ByEvent[told.Key]]));
            else
                found.Add(new DocumentDifference(DifferenceKind.Dropped, told.Key, ToldDocument.PassageOf(told.First()), null));
        }
        found.AddRange(second.ByEvent.Where(told => !first.ByEvent.Contains(told.Key))
            .Select(told => new DocumentDifference(DifferenceKind.Added, told.Key, null, ToldDocument.PassageOf(told.First()))));
        found.AddRange(Claims(first, second));
        return
        [
            .. found.OrderBy(one => one.Kind).ThenBy(one => one.Second?.Span.Start ?? 0).ThenBy(one => one.First?.Span.Start ?? 0)
                .ThenBy(one => one.Event?.Value, StringComparer.Ordinal).Distinct(),
        ];
    }

    static IEnumerable<DocumentDifference> Both(EventId id, IReadOnlyList<ReportedEvent> there, IReadOnlyList<ReportedEvent> here)
    {
        DocumentDifference Difference(DifferenceKind kind, ReportedEvent first, ReportedEvent second) =>
            new(kind, id, ToldDocument.PassageOf(first), ToldDocument.PassageOf(second));

        if (there.FirstOrDefault(report => !report.Attribution.IsEmpty) is { } sourced && here.All(report => report.Attribution.IsEmpty))
            yield return Difference(DifferenceKind.SourceLost, sourced, Nearest(sourced, here));
        if (there.All(IsSoft) && here.FirstOrDefault(report => !IsSoft(report)) is { } hard)
            yield return Difference(DifferenceKind.HedgeLost, there[0], hard);
        else if (here.FirstOrDefault(report => there.All(other => other.Status != report.Status)) is { } other)
            yield return Difference(DifferenceKind.OtherStatus, there[0], other);
    }

    /// <summary>The telling most like it: the same status before another, then the first of the text.</summary>
    static ReportedEvent Nearest(ReportedEvent report, IReadOnlyList<ReportedEvent> others) =>
        others.FirstOrDefault(other => other.Status == report.Status) ?? others[0];

    static bool IsSoft(ReportedEvent report) =>
        report.Status is EventStatus.Alleged or EventStatus.Hypothetical or EventStatus.Denied || !report.Hedges.IsEmpty;

    static IEnumerable<DocumentDifference> Claims(ToldDocument first, ToldDocument second)
    {
        var pairs = ClaimMatching.Pairs(first.Claims, second.Claims);
        foreach (var (there, here) in pairs)
        {
            var (one, other) = (ToldDocument.PassageOf(there), ToldDocument.PassageOf(here));
            if (one.Holder is not null && other.Holder is null)
                yield return new DocumentDifference(DifferenceKind.SourceLost, null, one, other);
            if (!one.Hedges.IsEmpty && other.Hedges.IsEmpty)
                yield return new DocumentDifference(DifferenceKind.HedgeLost, null, one, other);
        }
        var (thereMatched, hereMatched) = (pairs.Select(pair => pair.First.Id).ToHashSet(), pairs.Select(pair => pair.Second.Id).ToHashSet());
        foreach (var claim in first.Claims.Where(claim => !thereMatched.Contains(claim.Id)).DistinctBy(claim => (claim.Kind, claim.PropositionSpan)))
            yield return new DocumentDifference(DifferenceKind.Dropped, null, ToldDocument.PassageOf(claim), null);
        foreach (var claim in second.Claims.Where(claim => !hereMatched.Contains(claim.Id)).DistinctBy(claim => (claim.Kind, claim.PropositionSpan)))
            yield return new DocumentDifference(DifferenceKind.Added, null, null, ToldDocument.PassageOf(claim));
    }
}
