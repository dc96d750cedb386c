using System.Collections.Immutable;
using System.Globalization;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Exporting;

/// <summary>What one row of a table of dyads tells: an event, one actor and one recipient of it, and the report it is shown by.</summary>
/// <param name="Number">Made from the content, unique within the export.</param>
/// <param name="Counter">The row's place, from 1.</param>
/// <param name="Sources">The articles of the event's reports, in the order of the reports.</param>
public sealed record ExportRow(Event Event, Party? Actor, Party? Recipient, long Number, int Counter, IReadOnlyList<TextSource> Sources, ExportWords Words)
{
    /// <summary>The first day of the act; where its days are unknown, the day it was first told.</summary>
    public DateOnly Day { get; } = DayOf(Event, Sources)!.Value;

    public string Cameo => ExportWords.CameoOf(Event)!;

    public Place? Place => Event.Place?.Place;

    /// <summary>The place of the event's region, where it is one or lies in one.</summary>
    public string? Region => Place is { } place ? Words.Places.RegionOf(place) : null;

    // Asked for by ten columns each.
    CameoActor? source, target;
    GdeltPlace? sourceHome, targetHome, action;

    /// <summary>The actor in CAMEO's codes; null where CAMEO has none, for one that the coder did not identify.</summary>
    internal CameoActor? Source => source ??= Coded(Actor);

    internal CameoActor? Target => target ??= Coded(Recipient);

    /// <summary>Where the actor is at home; null where that is nowhere.</summary>
    internal GdeltPlace? SourceHome => sourceHome ??= HomeOf(Actor);

    internal GdeltPlace? TargetHome => targetHome ??= HomeOf(Recipient);

    internal GdeltPlace? Action => action ??= Known(Place);

    CameoActor? Coded(Party? party) => party is not null && new CameoActor(party, Words) is { Code: not null } actor ? actor : null;

    GdeltPlace? HomeOf(Party? party) => party is null ? null : Known(Words.Places.HomeOf(party, Words.StateName(party.Code)));

    GdeltPlace? Known(Place? place) => place is not null && new GdeltPlace(place, Words) is { Type: > 0 } known ? known : null;

    /// <summary>The day the first of the articles was published, else the day of the act.</summary>
    public DateOnly FirstTold => Sources.Min(source => source.Published) ?? Day;

    /// <summary>
    /// The event by the reports that tell it as real: denials, allegations and plans of it would be counted as mentions of what happened. All
    /// of them where people alone know that it did.
    /// </summary>
    public static Event AsTold(Event one) => one.Reports.Where(report => report.Status.IsReal()).ToImmutableArray() is { IsEmpty: false } real ? one with { Reports = real } : one;

    public static DateOnly? DayOf(Event one, IReadOnlyList<TextSource> sources) => one.Date.Start ?? sources.Min(source => source.Published) ?? one.Date.End;

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Digits(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    public static string Real(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    public static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);
}
