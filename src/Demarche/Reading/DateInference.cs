using System.Text.RegularExpressions;
using Demarche.Documents;

namespace Demarche.Reading;

/// <summary>
/// The day an undated news text was most likely written: news tells of the last day it names as past. Years come from the words or, for
/// "Aug. 14", from the other dates of the text.
/// </summary>
static partial class DateInference
{
    // The first paragraphs carry the news; later ones tell what went before.
    const int LeadParagraphs = 4;

    /// <summary>The day with month and year, or <c>default</c> where the text gives no year at all.</summary>
    /// <param name="captions">Dates of pictures: never the day of the text, but not after it, so they bound the year.</param>
    public static PublicationDate Infer(IReadOnlyList<string> body, IReadOnlyList<string> captions)
    {
        var years = new List<DateOnly>();
        foreach (var text in body.Concat(captions))
            foreach (Match match in English().Matches(text))
                if (Day(match, null) is { } day)
                    years.Add(day);
        if (years.Count == 0)
            return default;
        DateOnly? latest = null;
        foreach (var paragraph in body.Take(LeadParagraphs))
        {
            foreach (Match match in English().Matches(paragraph))
            {
                if (IsAhead(paragraph, match.Index) || Day(match, years) is not { } day)
                    continue;
                latest = latest is null || day > latest ? day : latest;
            }
        }
        return latest is { } found ? PublicationDate.OfDay(found, DateBasis.Text) : default;
    }

    /// <summary>Whether the clause before a date speaks of what is to come.</summary>
    static bool IsAhead(string text, int index)
    {
        var start = text.LastIndexOfAny(['.', ';', ','], Math.Max(0, index - 1));
        // "Aug." ends in a full stop, and so does "U.S.": a clause has more than a few letters.
        while (start > 0 && index - start < 12)
            start = text.LastIndexOfAny(['.', ';', ','], start - 1);
        return Future().IsMatch(text[(start + 1)..index]) && !Past().IsMatch(text[(start + 1)..index]);
    }

    static DateOnly? Day(Match match, List<DateOnly>? others)
    {
        var month = MonthNames.Number(match.Groups["m"].ValueSpan);
        var day = int.Parse(match.Groups["d"].ValueSpan);
        if (month == 0 || day is < 1 or > 31)
            return null;
        if (match.Groups["y"].Success)
            return int.Parse(match.Groups["y"].ValueSpan) is >= 1800 and <= 2100 and var year && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
        if (others is null)
            return null;
        // The first such day on or after the latest date the text gives in full, but not a year later.
        var anchor = others.Max();
        foreach (var candidate in (ReadOnlySpan<int>)[anchor.Year, anchor.Year + 1])
            if (day <= DateTime.DaysInMonth(candidate, month) && new DateOnly(candidate, month, day) is var found && found >= anchor.AddDays(-7))
                return found <= anchor.AddMonths(10) ? found : null;
        return null;
    }

    [GeneratedRegex(@"\b(?<m>January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?\s+(?<d>[0-9]{1,2})(?:st|nd|rd|th)?(?![0-9:])(?:,?\s+(?<y>[0-9]{4})\b)?|\b(?<d>[0-9]{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<m>January|February|March|April|May|June|July|August|September|October|November|December)(?:,?\s+(?<y>[0-9]{4})\b)?", RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex English();

    [GeneratedRegex(@"\b(?:will|would|shall|to|is set|are set|scheduled|plans?|planned|next|until|by|upcoming|before)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Future();

    [GeneratedRegex(@"\b(?:said|says|told|announced|reported|reports|stated|started|began|arrived|departed|published|wrote|confirmed|posted)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Past();
}
