using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Linking;

/// <summary>Makes one <see cref="Event"/> of the tellings of one act: most supported first, then most specific.</summary>
static class Fusion
{
    public static Event Of(IEnumerable<Telling> unordered)
    {
        var tellings = unordered
            .OrderBy(telling => telling.Published ?? DateOnly.MaxValue)
            .ThenBy(telling => telling.Report.Document.Value, StringComparer.Ordinal)
            .ThenBy(telling => telling.Report.TextSha256, StringComparer.Ordinal)
            .ThenBy(telling => telling.Report.Trigger.Start)
            .ThenBy(telling => Act.StatusOf(telling.Report))
            .ThenBy(telling => telling.Report.Id.Value, StringComparer.Ordinal)
            .ToImmutableArray();
        var status = StatusHistory.Now(tellings);
        var supporting = Supporting(tellings, status);
        // A rejection cannot speak for the meeting it called off.
        var spokesman = Spokesman(supporting.RemoveAll(telling => Act.IsCallingOff(telling.Report)) is { IsEmpty: false } others ? others
            : status == EventStatus.Cancelled && tellings.RemoveAll(telling => Act.IsCallingOff(telling.Report)) is { IsEmpty: false } plans ? plans
            : supporting);
        return new Event
        {
            Id = IdOf(tellings),
            Type = spokesman.Type,
            Modes = spokesman.Modes,
            Contexts = [.. tellings.SelectMany(telling => telling.Report.Contexts).Distinct().Order(StringComparer.Ordinal)],
            Underlying = spokesman.Underlying,
            Quad = spokesman.Quad,
            Score = spokesman.Score,
            Cameo = spokesman.Cameo,
            Status = status,
            StatusHistory = StatusHistory.Of(tellings),
            Actors = Parties(supporting, report => report.Actors),
            Recipients = Parties(supporting, report => report.Recipients),
            Date = DateOf(supporting, tellings),
            Place = PlaceOf(supporting) ?? PlaceOf(tellings),
            OriginHolders = Origins.Of(tellings),
            Reports = [.. tellings.Select(telling => telling.Report)],
            Contradictions = Contradictions.In(tellings),
            Confidence = supporting.Max(telling => telling.Report.Confidence),
            Version = tellings.Select(telling => telling.Report.Version).Max(StringComparer.Ordinal)!,
        };
    }

    // The earliest telling stays the earliest as the news goes on, so the id of an event seldom changes when reports join.
    static EventId IdOf(ImmutableArray<Telling> tellings) => new(ContentId.Of("e-", tellings[0].Report.Id.Value));

    // A realised act replaces its plan: only tellings of the present status say what the event is.
    static ImmutableArray<Telling> Supporting(ImmutableArray<Telling> tellings, EventStatus status)
    {
        var statusOf = StatusHistory.ReadingOf(tellings);
        var supporting = tellings.Where(telling => Same(statusOf(telling.Report), status)).ToImmutableArray();
        return supporting.IsEmpty ? tellings : supporting;

        static bool Same(EventStatus one, EventStatus other) => one == other || (one.IsReal() && other.IsReal());
    }

    /// <summary>The report that stands for the event: of the commonest type and mode, the surest, the earliest.</summary>
    static ReportedEvent Spokesman(ImmutableArray<Telling> tellings)
    {
        var type = Commonest(tellings.Select(telling => (telling.Report.Type, telling.Report.Underlying)));
        var ofType = tellings.Where(telling => (telling.Report.Type, telling.Report.Underlying) == type).Select(telling => telling.Report).ToList();
        var withMode = ofType.Where(report => !report.Modes.IsEmpty).ToList();
        if (withMode.Count > 0)
        {
            var mode = Commonest(withMode.Select(report => string.Join('|', report.Modes)));
            ofType = [.. withMode.Where(report => string.Join('|', report.Modes) == mode)];
        }
        return ofType.OrderByDescending(report => report.Confidence).First();
    }

    /// <summary>The value told most often; of equals the one told first.</summary>
    static T Commonest<T>(IEnumerable<T> values) => values.GroupBy(value => value).OrderByDescending(group => group.Count()).First().Key;

    static ImmutableArray<Party> Parties(ImmutableArray<Telling> tellings, Func<ReportedEvent, ImmutableArray<Party>> side)
    {
        var groups = new List<List<Party>>();
        foreach (var party in tellings.SelectMany(telling => side(telling.Report)))
        {
            var group = groups.Find(group => group.Exists(other => MayBeSame(party, other)) && group.TrueForAll(other => MayBeSame(party, other)));
            if (group is null)
                groups.Add([party]);
            else
                group.Add(party);
        }
        var known = groups.Exists(group => group.Exists(party => party.Code is not null || party.Name is not null));
        return
        [
            .. groups
                .Where(group => !known || group.Exists(party => party.Code is not null || party.Name is not null))
                .OrderByDescending(group => group.Count)
                .Select(group => group.OrderByDescending(Specificity).First() with { Span = null }),
        ];
    }

    static bool MayBeSame(Party one, Party other) =>
        one.Code == other.Code
        && (one.Name is null || other.Name is null || one.Name == other.Name || one.Office is null != other.Office is null)
        && (one.Code is not null || one.Name == other.Name);

    static int Specificity(Party party) =>
        (party.Office is null ? 0 : 4) + (party.Name is null ? 0 : 2) + (party.Sector is null ? 0 : 1) + (party.Implicit ? 0 : 1);

    static TextDate DateOf(ImmutableArray<Telling> supporting, ImmutableArray<Telling> all)
    {
        var dates = Dates(supporting);
        if (dates.Count == 0)
            dates = Dates(all);
        if (dates.Count == 0)
            return supporting[0].Report.Date with { Span = null };
        var finest = dates.Min(Vagueness);
        var best = Commonest(dates.Where(date => Vagueness(date) == finest));
        // What began, or was going on, on a day of the days it was planned for fills those days.
        var planned = Dates(all).Where(date => date.Precision == DatePrecision.Range && date.Start <= best.Start && best.End <= date.End).ToList();
        return best.Precision == DatePrecision.Day && planned.Count > 0 ? Commonest(planned) : best;

        static List<TextDate> Dates(ImmutableArray<Telling> tellings) =>
        [
            .. tellings.Select(telling => telling.Report.Date)
                .Where(date => date.Precision != DatePrecision.Unresolved)
                .OrderByDescending(date => date.Span is not null)
                .Select(date => date with { Span = null }),
        ];

        // A range tells more of a visit than the day it began on, and both are exact.
        static int Vagueness(TextDate date) => date.Precision switch
        {
            DatePrecision.Day or DatePrecision.Range => 0,
            DatePrecision.Window => 1,
            DatePrecision.Month => 2,
            DatePrecision.Year => 3,
            DatePrecision.Open or DatePrecision.Before or DatePrecision.Future => 4,
            _ => 5,
        };
    }

    static EventPlace? PlaceOf(ImmutableArray<Telling> tellings)
    {
        var places = tellings.Select(telling => telling.Report.Place?.Place).OfType<Place>().ToList();
        if (places.Count == 0)
            return null;
        var finest = places.Max(Detail);
        return new EventPlace(Commonest(places.Where(place => Detail(place) == finest)), null);

        static int Detail(Place place) => place.Kind switch { "city" or "site" => 3, "country" => 1, "continent" or "sea" => 0, _ => 2 };
    }
}
