using System.Collections.Immutable;
using System.Globalization;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Reviewing;

/// <summary>
/// The fields of an event that people may decide about, as text: one form to give them in, to keep them in and to show them in.
/// Empty means nothing. Lists are set off by <c>|</c>, parties by <c>;</c> and their parts (code, sector, name, office) by <c>:</c>.
/// </summary>
public static class EventFields
{
    public static ImmutableArray<string> Names { get; } =
        ["type", "mode", "contexts", "underlying", "quad", "score", "cameo", "status", "actors", "recipients", "date", "place", "grade"];

    /// <summary>The office of a party is the field of this prefix and the party's name.</summary>
    public const string OfficeOf = "office of ";

    /// <summary>The names by which the offices of an event's parties are asked for.</summary>
    public static ImmutableArray<string> PartiesOf(Event one) => [.. one.Actors.Concat(one.Recipients).Select(party => party.Name ?? party.Text).OfType<string>().Distinct()];

    public static string Read(Event one, string field) => field switch
    {
        "type" => TypeText(one.Type),
        "mode" => string.Join('|', one.Modes),
        "contexts" => string.Join('|', one.Contexts),
        "underlying" => TypeText(one.Underlying),
        "quad" => one.Quad == 0 ? "" : Text(one.Quad),
        "score" => one.Score is { } score ? Text(score) : "",
        "cameo" => one.Cameo ?? "",
        "status" => one.Status.ToString().ToLowerInvariant(),
        "actors" => PartyText.Write(one.Actors),
        "recipients" => PartyText.Write(one.Recipients),
        "date" => DateText.Write(one.Date),
        "place" => one.Place is { } place ? PlaceText(place.Place) : "",
        "grade" => one.Grade ?? "",
        _ when NamedIn(field) is { } name => one.Actors.Concat(one.Recipients).FirstOrDefault(party => IsNamed(party, name))?.Office ?? "",
        _ => throw Unknown(field),
    };

    /// <summary>The event with another value of a field. Throws <see cref="FormatException"/>, saying what was expected.</summary>
    public static Event With(Event one, string field, string text) => field switch
    {
        "type" => one with { Type = ReadType(text) },
        "mode" => one with { Modes = List(text) },
        "contexts" => one with { Contexts = List(text) },
        "underlying" => one with { Underlying = text.Length == 0 ? EventType.None : ReadType(text) },
        "quad" => one with { Quad = text.Length == 0 ? 0 : text is "1" or "2" or "3" or "4" ? text[0] - '0' : throw Wrong(text, "1, 2, 3 or 4") },
        "score" => one with { Score = text.Length == 0 ? null : Number(text) },
        "cameo" => one with { Cameo = text.Length == 0 ? null : text },
        "status" => one with { Status = ReadStatus(text) },
        "actors" => one with { Actors = PartyText.Read(text, one.Actors) },
        "recipients" => one with { Recipients = PartyText.Read(text, one.Recipients) },
        "date" => one with { Date = DateText.Read(text) },
        "place" => one with { Place = text.Length == 0 ? null : new EventPlace(ReadPlace(text), null) },
        "grade" => one with { Grade = text.Length == 0 ? null : text is [>= 'A' and <= 'F', >= '1' and <= '6'] ? text : throw Wrong(text, "a grade from A1 to F6") },
        _ when NamedIn(field) is { } name => one with { Actors = InOffice(one.Actors, name, text), Recipients = InOffice(one.Recipients, name, text) },
        _ => throw Unknown(field),
    };

    static string? NamedIn(string field) => field.StartsWith(OfficeOf, StringComparison.Ordinal) ? field[OfficeOf.Length..] : null;

    static bool IsNamed(Party party, string name) => (party.Name ?? party.Text) == name;

    static ImmutableArray<Party> InOffice(ImmutableArray<Party> parties, string name, string office) =>
        [.. parties.Select(party => IsNamed(party, name) ? party with { Office = office.Length == 0 ? null : office } : party)];

    static string TypeText(EventType type) => type == EventType.None ? "" : EventTypes.Code(type);

    static EventType ReadType(string text) =>
        EventTypes.Parse(text.ToUpperInvariant()) is { } type and not EventType.None ? type : throw Wrong(text, $"an event type such as ASSAULT{NearMiss.Hint(text, EventTypes.All.Select(EventTypes.Code))}");

    static EventStatus ReadStatus(string text) =>
        text.All(char.IsAsciiLetter) && Enum.TryParse<EventStatus>(text, ignoreCase: true, out var status) ? status : throw Wrong(text, $"a status such as planned{NearMiss.Hint(text, Enum.GetNames<EventStatus>().Select(name => name.ToLowerInvariant()))}");

    static string PlaceText(Place place) =>
        string.Join("; ", new[] { place.Name, place.Country ?? "", Text(place.Latitude), Text(place.Longitude), place.Kind, place.GeoNamesId?.ToString(CultureInfo.InvariantCulture) ?? "" }).TrimEnd(' ', ';');

    static Place ReadPlace(string text)
    {
        var parts = text.Split(';', StringSplitOptions.TrimEntries);
        if (parts.Length is < 4 or > 6 || parts[0].Length == 0)
            throw Wrong(text, "a place such as 'Lisbon; PRT; 38.72; -9.14' (name, country, latitude, longitude)");
        var kind = parts.Length > 4 && parts[4].Length > 0 ? parts[4] : "city";
        long? geonames = parts.Length > 5 && long.TryParse(parts[5], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        double latitude = Number(parts[2]), longitude = Number(parts[3]);
        return Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180
            ? new Place(parts[0], parts[1].Length == 0 ? null : parts[1], latitude, longitude, geonames, kind)
            : throw Wrong(text, "a place on earth: latitude from -90 to 90, longitude from -180 to 180");
    }

    static ImmutableArray<string> List(string text) => [.. text.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : throw Wrong(text, "a number");

    static FormatException Wrong(string text, string expected) => new($"'{text}' is not {expected}");

    static FormatException Unknown(string field) => new($"'{field}' is not a field: {string.Join(", ", Names)}");
}
