using System.Globalization;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Cli;

/// <summary>The pieces of an event as people read them.</summary>
static class EventWords
{
    /// <summary>A sign for each status, so that no meaning hangs on colour.</summary>
    public static string Mark(EventStatus status) => status switch
    {
        EventStatus.Occurred => "●",
        EventStatus.Ongoing => "◐",
        EventStatus.Planned => "○",
        EventStatus.Alleged => "?",
        EventStatus.Denied => "✗",
        EventStatus.Hypothetical => "~",
        EventStatus.Negated => "¬",
        EventStatus.Cancelled => "⊘",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Name(EventStatus status) => status.ToString().ToLowerInvariant();

    public static string Deed(Event one)
    {
        var type = one.Type.ToString().ToUpperInvariant();
        return one.Modes.IsEmpty ? type : $"{type} {string.Join('+', one.Modes)}";
    }

    public static string Parties(Event one)
    {
        var actors = Names(one.Actors);
        return one.Recipients.IsEmpty ? actors : $"{actors} → {Names(one.Recipients)}";
    }

    static string Names(IReadOnlyCollection<Party> parties) => parties.Count == 0 ? "…" : string.Join(", ", parties.Select(Name).Distinct());

    static string Name(Party party)
    {
        var name = party.Name ?? party.Text;
        // A name tells whose it is; "the minister" and "its forces" do not.
        return name is null ? party.Code ?? "…" : party.Code is null || (party.Office is null && !party.Implicit) ? name : $"{name} ({party.Code})";
    }

    /// <summary>The sentence that best shows the event as it stands: the first that gives it its present status.</summary>
    public static string Evidence(Event one) => (one.Reports.FirstOrDefault(report => report.Status == one.Status) ?? one.Reports[0]).Sentence;

    /// <summary>When it happened, or, where no text says so, when it was first told.</summary>
    public static string Date(Event one) => Date(one.Date) is { Length: > 0 } date ? date
        : one.StatusHistory.Select(entry => entry.AsOf).Min() is { } told ? $"told {Iso(told)}"
        : "";

    public static string Date(TextDate date)
    {
        string? start = Iso(date.Start), end = Iso(date.End);
        return date.Precision switch
        {
            DatePrecision.Unresolved => "",
            DatePrecision.Before => end is null ? "" : $"by {end}",
            DatePrecision.Open => start is null ? "" : $"from {start}",
            DatePrecision.Future => start is null ? "" : $"after {start}",
            DatePrecision.Month => start?[..7] ?? "",
            DatePrecision.Year => start?[..4] ?? "",
            _ when start == end || end is null => start ?? "",
            _ when start is null => $"by {end}",
            _ => start[..7] == end[..7] ? $"{start}–{end[8..]}" : $"{start}–{end[5..]}",
        };
    }

    /// <summary>
    /// Text of the world made fit for a terminal: what would move the cursor, change colours or turn the writing direction
    /// becomes a blank.
    /// </summary>
    public static string Tame(string text) => string.Concat(text.Select(letter =>
        char.IsControl(letter) || letter is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029' ? ' ' : letter));

    /// <summary>Who printed a text once more.</summary>
    public static string Source(TextCopy copy) => copy.Outlet ?? copy.Document.Value;

    static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
