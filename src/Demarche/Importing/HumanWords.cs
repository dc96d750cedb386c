using System.Collections.Immutable;
using System.Globalization;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Importing;

/// <summary>Reads the values of human-coded tables, checked against the codebook. What is wrong is a <see cref="FormatException"/> that says what was expected.</summary>
sealed class HumanWords(Ontology ontology)
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

    public static Place? Place(string? name, string? country, string? latitude, string? longitude, string? kind, string? geonames)
    {
        if (name is not { Length: > 0 })
            return null;
        double north = latitude is { Length: > 0 } ? Number(latitude) : 0, east = longitude is { Length: > 0 } ? Number(longitude) : 0;
        if (Math.Abs(north) > 90 || Math.Abs(east) > 180)
            throw Wrong($"{latitude}, {longitude}", "a point on earth: latitude from -90 to 90, longitude from -180 to 180");
        return new Place(name, Code(country), north, east, long.TryParse(geonames, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null, kind is { Length: > 0 } ? kind : "city");
    }

    static FormatException Wrong(string text, string expected) => new($"'{text}' is not {expected}");
}
