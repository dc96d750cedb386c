using System.Collections.Immutable;
using System.Globalization;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Knowledge.Places;

namespace Demarche.Importing;

/// <summary>Reads the values of human-coded tables, checked against the codebook. What is wrong is a <see cref="FormatException"/> that says what was expected.</summary>
sealed class HumanWords(Ontology ontology, Gazetteer gazetteer)
{
    // Names of the draft before the one we code by (version 0.5b1).
    public static EventType Type(string text) => text.Trim().ToUpperInvariant() switch
    {
        "DEMAND" => EventType.Request,
        "DISAPPROVE" or "INVESTIGATE" => EventType.Accuse,
        "FIGHT" => EventType.Assault,
        "YIELD" => throw new FormatException("'YIELD' is CONCEDE or RETREAT in the codebook: say which"),
        var name => EventTypes.Parse(name) ?? throw Wrong(text, $"an event type{NearMiss.Hint(name, EventTypes.All.Select(EventTypes.Code))}"),
    };

    public ImmutableArray<string> Modes(EventType type, IEnumerable<string> modes) => [.. modes.Select(mode => ontology.HasMode(type, mode)
        ? mode
        : throw Wrong(mode, $"a mode of {EventTypes.Code(type)}: {string.Join(", ", ontology.ModesOf(type))}"))];

    // "political" of the earlier draft is a change in bodies or parties now.
    public ImmutableArray<string> Contexts(IEnumerable<string> contexts) => [.. contexts.Select(context => context == "political" ? "political_institutions" : context)
        .Select(context => ontology.Contexts.Contains(context) ? context : throw Wrong(context, $"a context{NearMiss.Hint(context, ontology.Contexts)}"))];

    public static EventStatus Status(string text) =>
        text.Length == 0 ? EventStatus.Occurred
        : text.All(char.IsAsciiLetter) && Enum.TryParse<EventStatus>(text, ignoreCase: true, out var status) ? status
        : throw Wrong(text, "a status: " + string.Join(", ", Enum.GetNames<EventStatus>().Select(name => name.ToLowerInvariant())));

    public static string? Code(string? text) => text is not { Length: > 0 } ? null
        : text.Length == 3 && text.All(char.IsAsciiLetterUpper) ? text
        : throw Wrong(text, "a code of three capital letters such as CHN or IGO");

    /// <summary>Three letters; of longer codes the rest names groups we do not know.</summary>
    public string? Sector(string? text) => text is not { Length: > 0 } ? null
        : text.Length >= 3 && ontology.Sectors.Contains(text[..3]) ? text[..3]
        : throw Wrong(text, $"a sector{NearMiss.Hint(text, ontology.Sectors)}");

    public static DateOnly? Day(string? text) => text is not { Length: > 0 } ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw Wrong(text, "a date like 2024-03-01");

    public static TextDate Date(string? start, string? end, string? precision)
    {
        DateOnly? first = Day(start), last = Day(end);
        if (first > last)
            throw Wrong($"{start} to {end}", "a time: it ends before it starts");
        if (precision is { Length: > 0 })
            return precision.All(char.IsAsciiLetter) && Enum.TryParse<DatePrecision>(precision, ignoreCase: true, out var known) ? new TextDate(first, last, known, null)
                : throw Wrong(precision, "a precision: " + string.Join(", ", Enum.GetNames<DatePrecision>().Select(name => name.ToLowerInvariant())));
        return first is null && last is null ? default
            : new TextDate(first ?? last, last ?? first, last is null || first == last ? DatePrecision.Day : DatePrecision.Range, null);
    }

    public static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : throw Wrong(text, "a number");

    public static double Number(string text, double least, double most) =>
        Number(text) is var number && number >= least && number <= most ? number : throw Wrong(text, string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"));

    /// <summary>Null, for that of the codebook, where the table has none ("0").</summary>
    public static int? Quad(string text) => text is "" or "0" ? null : text is "1" or "2" or "3" or "4" ? text[0] - '0' : throw Wrong(text, "a quad class: 1, 2, 3 or 4");

    /// <summary>What a table of events says of their review: all that people coded is accepted but what they rejected.</summary>
    public static bool IsRejected(string text) => text switch
    {
        "rejected" => true,
        "" or "accepted" or "edited" or "unreviewed" => false,
        _ => throw Wrong(text, $"a review: accepted, edited, rejected{NearMiss.Hint(text, ["accepted", "edited", "rejected"])}"),
    };

    public static string? Grade(string text) => text.Length == 0 ? null : text is [>= 'A' and <= 'F', >= '1' and <= '6'] ? text : throw Wrong(text, "a grade from A1 to F6");

    /// <summary>
    /// A place with its point, which the gazetteer gives where the coders did not. Without either there is no place, and a note says so:
    /// a point is never made up.
    /// </summary>
    public (Place? Place, string? Note) Place(string? name, string? country, string? latitude, string? longitude, string? kind, string? geonames)
    {
        if (name is not { Length: > 0 })
            return (null, null);
        var code = Code(country);
        var id = long.TryParse(geonames, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (long?)null;
        if (latitude is { Length: > 0 } != longitude is { Length: > 0 })
            throw Wrong($"{latitude}, {longitude}", "a point: latitude and longitude go together");
        if (latitude is { Length: > 0 })
            return (new Place(name, code, Number(latitude, -90, 90), Number(longitude!, -180, 180), id, kind is { Length: > 0 } ? kind : "city"), null);
        var meant = code ?? gazetteer.CountryOf(NameKey.Of(name));
        return gazetteer.Find(name).FirstOrDefault(entry => entry.Country == meant && (id is null || entry.GeoNamesId == id)) is { } found
            ? (new Place(name, found.Country, found.Latitude, found.Longitude, found.GeoNamesId, found.Kind), null)
            : (null, $"the place '{name}' is not taken: the gazetteer does not know it, or several of that name; give its latitude and longitude");
    }

    static FormatException Wrong(string text, string expected) => new($"'{text}' is not {expected}");
}
