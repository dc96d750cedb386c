using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Linking;

/// <summary>
/// Whether two reports tell of one act: first what forbids it, then the evidence for it, added up. Each figure stands beside
/// its reason, in units where <see cref="Threshold"/> is enough.
/// </summary>
static class Comparison
{
    /// <summary>What the evidence must reach.</summary>
    public const double Threshold = 5;

    /// <summary>Why the two cannot be one act, or null.</summary>
    public static string? Conflict(Traits a, Traits b) =>
        Linking.Act.FamilyOf(a.Act) != Linking.Act.FamilyOf(b.Act) || a.Act != b.Act && !IsWavering(a, b) ? "other type"
        : OneTable(a, b) ? "two rows of one table"
        : WithinSentence(a, b) && !IsItsResult(a, b) && !IsItsProgramme(a, b) && !IsItsProgramme(b, a) ? "two acts of one sentence"
        : !StatusesMeet(a.Status, b.Status) || !StatusesMeet(b.Status, a.Status) ? "imagined and real"
        : PartiesConflict(a, b) || AreOtherCrafts(a, b) ? "other parties"
        : IsOtherVictim(a, b) || AreOtherNames(a, b) ? "other victim"
        : TimesConflict(a, b) ? "other time"
        : PlacesConflict(a.Place, b.Place) && !AreStops(a, b) && !(SameText(a, b) && (IsInferred(a) || IsInferred(b))) ? "other place"
        : OrdinalsConflict(a, b) ? "another of the series"
        : QuantitiesConflict(a, b) || CountsConflict(a, b) ? "other quantity"
        : null;

    /// <summary>The evidence for one act. Only meant where there is no conflict.</summary>
    public static double Evidence(Traits a, Traits b) =>
        Whole(a, b) + Parties(a, b) + Deed(a, b) + Time(a, b) + PlaceOf(a.Place, b.Place) + Wording(a, b) + Numbers(a, b) + Retelling(a, b) - Charges(a, b) - Commonness(a, b);

    /// <summary>The evidence in words, each figure beside its reason.</summary>
    public static string Explain(Traits a, Traits b) => Conflict(a, b) is { } conflict ? $"apart: {conflict}" : string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{Evidence(a, b):0.00} = parties {Parties(a, b):0.00} + deed {Deed(a, b):0.00} + time {Time(a, b):0.00} + place {PlaceOf(a.Place, b.Place):0.00} + wording {Wording(a, b):0.00} + numbers {Numbers(a, b):0.00} + retelling {Retelling(a, b):0.00} - charges {Charges(a, b):0.00} - commonness {Commonness(a, b):0.00}");

    // Whoever coded by hand has told the acts apart.
    static bool OneTable(Traits a, Traits b) =>
        a.Report.Rule == "human" && b.Report.Rule == "human" && a.Report.Version == b.Report.Version && a.Report.Document != b.Report.Document;

    // Between types of a family the same exercise, the same goods from one to the other, or the same person in a word that comes back.
    static bool IsWavering(Traits a, Traits b) =>
        a.Kind is "exercise" && b.Kind is "exercise" || a.Recipients.SameCodes(b.Recipients) && !a.Recipients.IsUnknown && Overlap.Cosine(a.Matter, b.Matter) >= 0.3
        || SameText(a, b) && a.Recipients.SharesPerson(b.Recipients) && Overlap.Shared(a.Trigger, b.Trigger) > 0;

    /// <summary>"hit the town, killing three": the one says what the other did.</summary>
    static bool IsItsResult(Traits a, Traits b) =>
        a.Act == EventType.Assault && (a.Kind is Traits.Toll) != (b.Kind is Traits.Toll)
        && a.Actors.SameCodes(b.Actors) && a.Recipients.SameCodes(b.Recipients) && a.Status == b.Status && SameDays(a, b);

    /// <summary>"a visit to Chad, where he will meet the government": the talks are what the visit is for.</summary>
    static bool IsItsProgramme(Traits visit, Traits talks) =>
        visit is { Act: EventType.Consult, Kind: "visit" } && talks is { Act: EventType.Consult, Kind: "talks" }
        && visit.Actors.SameCodes(talks.Actors) && visit.Recipients.Codes.Length == 1 && visit.Recipients.SameCodes(talks.Recipients)
        && visit.Recipients.Description.IsEmpty && visit.Status == talks.Status && SameDays(visit, talks);

    static bool SameDays(Traits a, Traits b) => a.Days?.First == b.Days?.First && a.Days?.Last == b.Days?.Last;

    // Parts that one sentence tells of one act are one before anything else is asked.
    static double Whole(Traits a, Traits b) => WithinSentence(a, b) && (IsItsResult(a, b) || IsItsProgramme(a, b) || IsItsProgramme(b, a)) ? 10 : 0;

    static bool WithinSentence(Traits a, Traits b) =>
        SameText(a, b) && a.Report.Evidence == b.Report.Evidence && !a.Report.Trigger.Overlaps(b.Report.Trigger);

    public static bool SameText(Traits a, Traits b) =>
        a.Report.Document == b.Report.Document && a.Report.TextSha256 == b.Report.TextSha256;

    // What merely could be is no deed; it may be a plan told more carefully. And what is going on was not called off.
    static bool StatusesMeet(EventStatus one, EventStatus other) => one switch
    {
        EventStatus.Hypothetical => other is EventStatus.Hypothetical or EventStatus.Planned or EventStatus.Cancelled,
        EventStatus.Cancelled => other is not EventStatus.Ongoing,
        _ => true,
    };

    static bool PartiesConflict(Traits a, Traits b)
    {
        if (IsMutual(a, b))
        {
            if (CodesConflict(a, b, side => side.Everybody) && !LeavesOut(a, b) && !LeavesOut(b, a))
                return true;
        }
        else if (!IsDisputed(a, b))
        {
            bool actors = CodesConflict(a, b, side => side.Actors), recipients = CodesConflict(a, b, side => side.Recipients);
            if (actors && (recipients || !NamesSome(a.Actors, b.Actors, a.Recipients, b.Recipients))
                || recipients && !NamesSome(a.Recipients, b.Recipients, a.Actors, b.Actors) && !TakesUp(a, b))
                return true;
        }
        // Who speaks, and who meets whom, makes the act; who of a state's people fights does not.
        return (IsMutual(a, b) || Linking.Act.IsSpoken(a.Act))
            && (Side.PersonsDiffer(a.Actors, b.Actors) || Side.PersonsDiffer(a.Recipients, b.Recipients));
    }

    // Who signs with whom is told in any order, or by one side alone: "we could have a deal".
    static bool IsMutual(Traits a, Traits b) => Linking.Act.IsMutual(a.Act) || Linking.Act.IsMutual(b.Act) || a.Act == EventType.Support && a.Kind is "agreement" && b.Kind is "agreement";

    // "Freed the commander Luis Rojas", "freed the trader Ana Gil": what is done to persons is done to each of them by name.
    static bool AreOtherNames(Traits a, Traits b) =>
        IsDoneToPersons(a) && IsDoneToPersons(b) && !a.Names.IsEmpty && !b.Names.IsEmpty && Overlap.Shared(a.Names, b.Names) == 0
        && !a.Recipients.SharesPerson(b.Recipients) && IsNamed(a) && IsNamed(b);

    static bool IsDoneToPersons(Traits report) => report.Act is EventType.Coerce or EventType.Assault or EventType.Retreat or EventType.Sanction
        && report.Kind is "arrest" or "abduction" or "release" or "expulsion" or "verdict";

    static bool IsDoneTo(Traits report) => report.Act is EventType.Coerce or EventType.Assault or EventType.Retreat;

    // Two names in a row behind the act are somebody's; one may be a nation's or a month's.
    static bool IsNamed(Traits report) => report.Names.Length > 1;

    // Who strikes, strikes for himself; a march may be told by this group or that.
    static bool AreOtherCrafts(Traits a, Traits b) => a.Kind is "strike" && b.Kind is "strike" && AreOthersWhoProtest(a, b);

    // Of those who protest the text says who they are, unless anybody does.
    static bool AreOthersWhoProtest(Traits a, Traits b) =>
        a.Act == EventType.Protest && !a.Actors.IsAnybody && !b.Actors.IsAnybody && Overlap.Shared(a.Actors.Description, b.Actors.Description) == 0;

    // "Arrested a businessman", "arrested a student": one person each, and not the same.
    static bool IsOtherVictim(Traits a, Traits b) =>
        IsDoneTo(a) && IsDoneTo(b)
        && a.Recipients is { IsOnePerson: true, Description.IsEmpty: false } one && b.Recipients is { IsOnePerson: true, Description.IsEmpty: false } other
        && Overlap.Shared(one.Description, other.Description) == 0 && !(one.Sectors.Intersect(other.Sectors).Any() && !one.Sectors.Contains("CVL"));

    // "Sought refuge at their embassy", "had taken refuge in their embassy in London": the words that come back need not name whose refuge it was.
    static bool TakesUp(Traits a, Traits b) => SameText(a, b) && Overlap.Shared(a.Trigger, b.Trigger) > 0 && a.Status == b.Status
        && (a.Recipients.Within(b.Recipients) || b.Recipients.Within(a.Recipients)) && (a.Actors.IsUnknown || b.Actors.IsUnknown);

    // "Two allies bombed the port" and "the one bombed it": the other side is the same.
    static bool NamesSome(Side one, Side other, Side opposite, Side otherOpposite) =>
        (one.Within(other) || other.Within(one)) && !opposite.IsUnknown && opposite.SameCodes(otherOpposite);

    /// <summary>Whether it tells of a violent act at a point by somebody's word: the kind of which each accuses the other.</summary>
    public static bool MayBeDisputed(Traits report) =>
        report.Act is EventType.Assault or EventType.Coerce && report.Place is { } place && IsPoint(place)
        && report.Days is { Exact: true } && (report.Report.Attribution.Length > 0 || report.Status is EventStatus.Alleged or EventStatus.Denied);

    /// <summary>Whether two tell of one violent act by different hands: same day, same point, same words, each by somebody's word.</summary>
    public static bool IsDisputed(Traits a, Traits b) =>
        MayBeDisputed(a) && MayBeDisputed(b) && a.Days == b.Days && a.Place!.Name == b.Place!.Name
        && Overlap.Cosine(a.Objects, b.Objects) >= 0.5;

    static bool CodesConflict(Traits a, Traits b, Func<Traits, Side> sideOf) =>
        !sideOf(a).IsUnknown && !sideOf(b).IsUnknown && !Agree(a, b, sideOf);

    // Within one text a name is one person, whichever country his code was taken from.
    // Of a party without a name ("peaceful people") the country is a guess from the scene, which gives way to a name where the words of the act come back.
    static bool Agree(Traits a, Traits b, Func<Traits, Side> sideOf) =>
        sideOf(a).SameCodes(sideOf(b))
        || SameText(a, b) && (sideOf(a).SharesName(sideOf(b))
            || sideOf(a).IsGuessed != sideOf(b).IsGuessed && a.Status == b.Status
                && (Returning.IsInOwnWords(a, b) || Overlap.Shared(a.Trigger, b.Trigger) > 0 && Overlap.Shared(a.Objects, b.Objects) > 0));

    // "The minister attends the conference" names one of those that meet there; who hosts it does something else, and whoever
    // is told to meet "the leaders of the country" may not meet the other's party.
    static bool LeavesOut(Traits one, Traits other) =>
        one.Everybody.Codes.Length == 1 && other.Actors.Codes.Contains(one.Everybody.Codes[0])
        && (!one.Everybody.HasStranger || Overlap.Shared(one.Everybody.Description, other.Everybody.Description) > 0
            || one.Place?.Country is { } host && other.Recipients.Codes.Contains(host));

    static bool TimesConflict(Traits a, Traits b) =>
        a.Days is { } one && b.Days is { } other && one.GapTo(other) > (Retold(a, b) || IsPlanOfDays(a, one) || IsPlanOfDays(b, other) ? 1 : 0)
        // "Had taken refuge": a text that comes back to an act of which it gave the day need not give it again.
        && !(SameText(a, b) && one.Told != other.Told);

    // "Next week" is no day: he may set out on the Sunday before.
    static bool IsPlanOfDays(Traits report, Days days) => report.Status == EventStatus.Planned && days is { Told: true, Exact: false };

    // "On Tuesday" against "on Wednesday" in the same words is one of the two mistaken, not another act.
    // What is told anew on each day, in the words of the day before, is done on each.
    static bool Retold(Traits a, Traits b) => !SameText(a, b) && a.Telling.Published == b.Telling.Published
        && (Overlap.Jaccard(a.Sentence, b.Sentence) >= 0.7 || a.Said.Length >= 4 && a.Said.SequenceEqual(b.Said));

    public static bool PlacesConflict(Place? a, Place? b)
    {
        if (a is null || b is null || a == b)
            return false;
        if (a.Country is not null && b.Country is not null && a.Country != b.Country)
            return true;
        return IsPoint(a) && IsPoint(b) && a.Name != b.Name && Kilometres(a, b) > 5;
    }

    // A trip to two countries is told as in the one or the other.
    static bool AreStops(Traits a, Traits b) =>
        a.Place is { Kind: "country", Country: { } one } && b.Place is { Kind: "country", Country: { } other }
        && a.Everybody.Codes.Contains(one) && a.Everybody.Codes.Contains(other);

    // Where the parties are is no word of the text on where they did it.
    static bool IsInferred(Traits report) => report.Report.Place is { Span: null };

    static bool IsPoint(Place place) => place.Kind is "city" or "site";

    static bool OrdinalsConflict(Traits a, Traits b) =>
        a.Ordinals.Any(one => b.Ordinals.Any(other => one.Counted == other.Counted)
            && !b.Ordinals.Any(other => one == other));

    // Casualties are counted differently and grow; what was given, taken or agreed is the act itself.
    static bool QuantitiesConflict(Traits a, Traits b) =>
        a.Report.Quantities.Any(one => !IsCasualties(one.Kind) && b.Report.Quantities.Any(other => one.Kind == other.Kind && Apart(one, other))
            && !b.Report.Quantities.Any(other => one.Kind == other.Kind && !Apart(one, other)));

    // "Sanctioned five judges", "sanctioned two banks": whom a state names it counts.
    static bool CountsConflict(Traits a, Traits b) => a.Act == EventType.Sanction && b.Act == EventType.Sanction
        && a.Recipients.Count is { } one && b.Recipients.Count is { } other && one != other
        && Overlap.Shared(a.Recipients.Description, b.Recipients.Description) == 0;

    public static bool IsCasualties(string kind) => kind is "dead" or "injured" or "missing" or "displaced" or "participants" or "arrested";

    static bool Apart(Quantity a, Quantity b) => Math.Max(a.Value, b.Value) > 1.15 * Math.Min(a.Value, b.Value);

    static double Parties(Traits a, Traits b)
    {
        var mutual = IsMutual(a, b);
        var actors = mutual ? Agreement(side => side.Everybody) : Agreement(side => side.Actors);
        var recipients = mutual ? 0 : Agreement(side => side.Recipients);
        var between = Math.Min(a.Everybody.Codes.Length, b.Everybody.Codes.Length);
        // A pair of states says much; "China" alone, or one state's own people, says little: then the words for them must.
        var score = between >= 2 ? 2.5 : actors > 0 && recipients > 0 ? 1.25 : actors > 0 || recipients > 0 ? 0.75 : -0.5;
        if (between < 2)
        {
            var named = Overlap.Cosine(a.Everybody.Content, b.Everybody.Content);
            var isWithinOne = actors > 0 && recipients > 0;
            score += named > 0 ? 1.5 * named : isWithinOne && !a.Everybody.Content.IsEmpty && !b.Everybody.Content.IsEmpty ? -0.75 : 0;
            if (Apart(a.Actors, b.Actors) || Apart(a.Recipients, b.Recipients))
                score -= 1.5;
        }
        else
        {
            score += 0.75 * Overlap.Cosine(a.Everybody.Description, b.Everybody.Description);
            // Both name the town or the group that was hit.
            if (a.Recipients.SharesPerson(b.Recipients) && !Side.Meet(a.Recipients.Persons, b.Recipients.Persons))
                score += 0.75;
        }
        if (Side.Meet(a.Everybody.Persons, b.Everybody.Persons))
            score += 1;
        // "The defence minister" of one text is the other's "Defence Minister" with his name.
        else if (mutual && a.Everybody.SharesOffice(b.Everybody))
            score += 0.75;
        // Who travels to a state and who tours its bases do not do the same.
        if (a.Act == EventType.Consult && between >= 2)
        {
            var shared = Overlap.Shared(a.Recipients.Description, b.Recipients.Description) > 0
                || Overlap.Shared(a.Recipients.Description, b.Objects) > 0 || Overlap.Shared(a.Objects, b.Recipients.Description) > 0;
            score += shared ? 1.25 : a.Recipients.Description.IsEmpty != b.Recipients.Description.IsEmpty && a.Kind == b.Kind ? -0.75 : 0;
        }
        if (AreOthersWhoProtest(a, b))
            score -= 2;
        // Whom it was done to tells acts of one kind between two states apart.
        if (IsDoneTo(a) && IsDoneTo(b) || a.Act == EventType.Sanction && b.Act == EventType.Sanction)
        {
            if (between >= 2 && Apart(a.Recipients, b.Recipients))
                score -= 1.5;
            if (!a.Recipients.Description.IsEmpty && !b.Recipients.Description.IsEmpty && Overlap.Shared(a.Recipients.Description, b.Recipients.Description) == 0)
                score -= 1;
        }
        return score;

        double Agreement(Func<Traits, Side> sideOf) => !sideOf(a).IsUnknown && !sideOf(b).IsUnknown && Agree(a, b, sideOf) ? 1 : 0;

        bool Apart(Side one, Side other) => !one.Sectors.IsEmpty && !other.Sectors.IsEmpty && !one.Sectors.Intersect(other.Sectors).Any()
            && !one.SharesName(other) && !(SameText(a, b) && (one.IsState || other.IsState || one.IsVague || other.IsVague));
    }

    static double Deed(Traits a, Traits b)
    {
        var score = a.Report.Type == b.Report.Type || a.Act == b.Act && a.Status != b.Status ? 0.5 : 0.0;
        // The mode of a promise or a threat is not that of its act.
        if (a.Report.Type == b.Report.Type && !a.Report.Modes.IsEmpty && !b.Report.Modes.IsEmpty)
            score += a.Report.Modes.Intersect(b.Report.Modes).Any() ? 0.75 : TellsTheResult(a) || TellsTheResult(b) ? 0 : -1.5;
        if (a.Kind is not null && b.Kind is not null)
            score += a.Kind == b.Kind ? 1 : a.Kind is Traits.Toll || b.Kind is Traits.Toll || a.Kinds.Intersect(b.Kinds).Any() ? 0 : -1.5;
        if (a.Act != b.Act)
            score -= 0.5;
        if (Overlap.Shared(a.Trigger, b.Trigger) > 0)
            score += 0.75;
        return score;
    }

    // "Destroyed the depot", "bombed the depot": the one says what came of it, the other how.
    static bool TellsTheResult(Traits report) => report.Report.Modes is ["destroy"];

    static double Time(Traits a, Traits b)
    {
        if (a.Days is not { } one || b.Days is not { } other)
            return -0.5;
        if (!one.Meets(other))
            return -1;
        if (one.Told && other.Told)
            return one.Exact && other.Exact && one == other ? 1.5
                : one.Exact || other.Exact ? (Math.Max(one.Length, other.Length) <= 14 ? 1 : 0.25)
                : one == other && one.Length <= 31 ? 0.75
                : one.Length <= 31 && other.Length <= 31 ? 0.5 : 0;
        // A text that comes back to an act of which it gave the day need not give it again.
        if (one.Told != other.Told && SameText(a, b))
            return 0;
        // Without a day of its own a report speaks of the last days before it was written.
        if (one.Told || other.Told)
        {
            var (told, vague) = one.Told ? (one, b) : (other, a);
            if (vague.Telling.Anchor is not { } written)
                return -0.5;
            var off = written.DayNumber < told.First ? told.First - written.DayNumber : Math.Max(0, written.DayNumber - told.Last);
            // A promise, or its end, lies as far before the act as it likes.
            return off <= 2 ? 0.75 : off <= 7 || vague.Status is EventStatus.Planned or EventStatus.Cancelled && written.DayNumber < told.First ? 0 : -1.5;
        }
        if (a.Telling.Anchor is not { } day || b.Telling.Anchor is not { } second)
            return -0.5;
        var apart = Math.Abs(day.DayNumber - second.DayNumber);
        return apart <= 1 ? 0.75 : apart <= 3 ? 0.25 : apart <= 7 ? -0.5 : apart <= 14 ? -1.5 : -3;
    }

    static double PlaceOf(Place? a, Place? b)
    {
        if (a is null || b is null)
            return 0;
        return IsPoint(a) && IsPoint(b) ? a.Name == b.Name ? 1.5 : 1 : a.Name == b.Name ? 0.5 : 0;
    }

    static double Wording(Traits a, Traits b)
    {
        var objects = Math.Max(Overlap.Cosine(a.Objects, b.Objects), a.Act != b.Act || Overlap.Shared(a.Trigger, b.Trigger) == 0 ? Overlap.Cosine(a.Matter, b.Matter) : 0);
        var score = 3.5 * objects;
        // What the triggers share is what the act is about: "signed the Vienna fishing accord", "announced the Vienna fishing pact".
        if (SameText(a, b) && Overlap.Shared(a.Trigger, b.Trigger) > 1)
            return score + 1;
        if (Returning.Is(a, b))
            return score;
        // Nothing in common in so many words; less telling where both triggers are of one kind.
        if (objects < 0.08 && a.Objects.Length >= 3 && b.Objects.Length >= 3)
            score -= a.Kind is not null && a.Kind == b.Kind ? 0.5 : 1;
        // Undated acts of two parties that share no other word: they meet and quarrel all the time.
        if (objects == 0 && a.Objects.Length > 0 && b.Objects.Length > 0 && a.Days is not { Told: true } && b.Days is not { Told: true })
            score -= 0.75;
        if (Overlap.Jaccard(a.Sentence, b.Sentence) >= 0.6)
            score += 2;
        return score;
    }

    static double Numbers(Traits a, Traits b)
    {
        var score = a.Ordinals.Any(one => b.Ordinals.Contains(one)) ? 1.0 : 0;
        foreach (var one in a.Report.Quantities)
            foreach (var other in b.Report.Quantities)
                if (one.Kind == other.Kind)
                    score += one.Value == other.Value ? 1 : SamePoint(a.Place, b.Place) ? 0 : -1.5;
        return score;
    }

    // A text comes back to its acts, and tells those that are alike apart: by what else it says of them, or by "another" and its kin.
    static double Retelling(Traits a, Traits b) => a.IsAnother != b.IsAnother ? SameText(a, b) ? -3 : -2 : SameText(a, b) ? 0.5 + Returning.Evidence(a, b) : 0;

    // "Helped militants", two neighbours say of the third: each has its own militants in mind.
    static double Charges(Traits a, Traits b) =>
        a.Status == EventStatus.Alleged && b.Status == EventStatus.Alleged && a.Recipients.IsUnknown && b.Recipients.IsUnknown
        && a.Report.Attribution is [.., { Code: { } one }] && b.Report.Attribution is [.., { Code: { } other }] && one != other ? 3 : 0;

    static bool SamePoint(Place? a, Place? b) => a is not null && b is not null && IsPoint(a) && IsPoint(b);

    // Enemies fight and governments speak every day: that much more must agree.
    static double Commonness(Traits a, Traits b) => a.Act == b.Act ? CommonnessOf(a, b) : 0;

    static double CommonnessOf(Traits a, Traits b) => a.Act switch
    {
        // To look into somebody is done, not said, and not every day.
        EventType.Accuse when a.Report.Modes.Contains("investigate") && b.Report.Modes.Contains("investigate") => 0,
        EventType.Accuse or EventType.Request or EventType.Reject or EventType.Threaten => 1.5,
        EventType.Assault or EventType.Coerce => 1,
        _ => 0,
    };

    static double Kilometres(Place a, Place b)
    {
        const double EarthRadius = 6371, Degree = Math.PI / 180;
        var north = (b.Latitude - a.Latitude) * Degree;
        var east = (b.Longitude - a.Longitude) * Degree * Math.Cos((a.Latitude + b.Latitude) / 2 * Degree);
        return EarthRadius * Math.Sqrt(north * north + east * east);
    }
}
