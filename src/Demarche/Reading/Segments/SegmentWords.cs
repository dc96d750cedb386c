using System.Text.RegularExpressions;
using Demarche.Documents;

namespace Demarche.Reading.Segments;

/// <summary>Words and times by which pages that collect pieces are known.</summary>
static partial class SegmentWords
{
    /// <summary>Whether a line stands over news that came in one after the other.</summary>
    public static bool IsNewsFeed(string line) => line.Length < 40 && NewsFeed().IsMatch(line);

    /// <summary>Whether a headline is one of a page that collects pieces.</summary>
    public static bool IsCollection(string? title) => title is not null && Collection().IsMatch(title);

    /// <summary>The date or clock time a piece begins with; a clock time is of the given day. <c>default</c> where there is none.</summary>
    public static PublicationDate Start(string text, DateOnly? day)
    {
        var head = text.Length > 60 ? text[..60] : text;
        if (Clock().Match(head) is not { Success: true } clock)
            return Printed().IsMatch(head) ? DateParser.Find(head, DateBasis.Text) : default;
        var hour = int.Parse(clock.Groups["h"].ValueSpan);
        var half = clock.Groups["half"].Value;
        if (half.Length > 0)
            hour = hour % 12 + (half[0] is 'p' or 'P' ? 12 : 0);
        return day is { } known && hour < 24
            ? new PublicationDate(new DateTimeOffset(known.ToDateTime(new TimeOnly(hour, int.Parse(clock.Groups["m"].ValueSpan))), TimeSpan.Zero), PublicationPrecision.Second, DateBasis.Text)
            : default;
    }

    /// <summary>Whether a piece begins here: a clock time, alone on its line or before the first words.</summary>
    public static bool StartsWithClock(string text) => Clock().IsMatch(text.Length > 60 ? text[..60] : text);

    [GeneratedRegex(@"^(?:news ?feed|live (?:updates?|blog|feed|coverage)|latest (?:news|updates?)|news (?:in brief|ticker|wire)|in brief|briefs?|breaking news|as it happened)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex NewsFeed();

    [GeneratedRegex(@"\b(?:live(?:blog| blog| updates?| coverage)?:|live updates|as it happened|in brief|briefs|news roundup|round-?up|digest|what happened today)\b|\blive\b\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Collection();

    [GeneratedRegex(@"^\W*(?<h>[01]?[0-9]|2[0-3])[:.h](?<m>[0-5][0-9])(?![0-9]|[.,:][0-9])\s*(?<half>[ap]\.?m\b\.?)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^\W*(?:[A-Z][a-z]+day,? )?(?:\d{1,2}\.? [A-Z][a-z]+|[A-Z][a-z]{2,8}\.? \d{1,2},?|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./])", RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Printed();
}
