using System.Globalization;
using System.Text.RegularExpressions;
using Demarche.Documents;

namespace Demarche.Reading;

/// <summary>Reads publication dates: the machine forms (ISO 8601, RFC 822, epoch) and the forms that pages print.</summary>
public static partial class DateParser
{
    const int FirstYear = 1800;
    const int LastYear = 2100;

    // 1921 to 2121.
    const int FirstIranianYear = 1300, LastIranianYear = 1499;

    static readonly PersianCalendar Iran = new();

    /// <summary>A value that is to be a date as a whole; <c>default</c> where it is none.</summary>
    public static PublicationDate Parse(string value, DateBasis basis)
    {
        if (!HasDigit(value))
            return default;
        value = WesternDigits(value.Trim());
        if (value.Length is < 4 or > 100)
            return default;
        if (Iso().Match(value) is { Success: true } iso)
            return FromIso(iso, basis);
        if (Epoch().IsMatch(value))
        {
            var number = long.Parse(value);
            var moment = DateTimeOffset.FromUnixTimeSeconds(value.Length > 10 ? number / 1000 : number);
            return new PublicationDate(moment, PublicationPrecision.Second, basis);
        }
        return Find(value, basis);
    }

    /// <summary>The first whole date (day, month, year) among other words, with its clock time if one follows; <c>default</c> where there is none.</summary>
    /// <param name="atStart">Whether nothing but a weekday may stand before it.</param>
    /// <param name="monthFirst">Whether 03/04/2024 is the fourth of March.</param>
    public static PublicationDate Find(string text, DateBasis basis, bool monthFirst = false, bool atStart = false)
    {
        if (!HasDigit(text))
            return default;
        if (text.Length > 2000)
            text = text[..2000];
        text = WesternDigits(text);
        foreach (Match match in Printed().Matches(text))
        {
            // A weekday may come first.
            if (atStart && match.Index > 14)
                return default;
            if (Day(match, monthFirst) is not { } day)
                continue;
            var tail = text[(match.Index + match.Length)..];
            var clock = Clock().Match(tail.Length > 40 ? tail[..40] : tail);
            return clock.Success && Time(clock) is { } time ? Moment(day, time, clock.Groups["zone"].Value, basis) : PublicationDate.OfDay(day, basis);
        }
        return default;
    }

    // Most lines have no digit, and no date is without one.
    static bool HasDigit(string text)
    {
        foreach (var c in text)
            if (char.IsDigit(c))
                return true;
        return false;
    }

    static PublicationDate FromIso(Match match, DateBasis basis)
    {
        var year = Number(match, "y");
        var month = match.Groups["m"].Success ? Number(match, "m") : 0;
        var day = match.Groups["d"].Success ? Number(match, "d") : 0;
        if (year is < FirstYear or > LastYear || month > 12 || (match.Groups["m"].Success && month == 0))
            return default;
        if (month == 0)
            return new PublicationDate(new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero), PublicationPrecision.Year, basis);
        if (day == 0)
            return match.Groups["d"].Success ? default : new PublicationDate(new DateTimeOffset(year, month, 1, 0, 0, 0, TimeSpan.Zero), PublicationPrecision.Month, basis);
        if (day > DateTime.DaysInMonth(year, month))
            return default;
        if (!match.Groups["h"].Success)
            return PublicationDate.OfDay(new DateOnly(year, month, day), basis);
        var time = Time(match);
        return time is null
            ? PublicationDate.OfDay(new DateOnly(year, month, day), basis)
            : Moment(new DateOnly(year, month, day), time.Value, match.Groups["zone"].Value, basis);
    }

    static PublicationDate Moment(DateOnly day, TimeOnly time, string zone, DateBasis basis)
    {
        var offset = Offset(zone);
        return new PublicationDate(new DateTimeOffset(day.ToDateTime(time), offset ?? TimeSpan.Zero), PublicationPrecision.Second, basis) { IsLocal = offset is null };
    }

    static DateOnly? Day(Match match, bool monthFirst)
    {
        int year, month, day;
        if (match.Groups["y1"].Success)
            (year, month, day) = (Number(match, "y1"), Number(match, "m1"), Number(match, "d1"));
        else if (match.Groups["y2"].Success)
            (year, month, day) = (Number(match, "y2"), MonthNames.Number(match.Groups["m2"].ValueSpan), Number(match, "d2"));
        else if (match.Groups["y3"].Success)
            (year, month, day) = (Number(match, "y3"), MonthNames.Number(match.Groups["m3"].ValueSpan), Number(match, "d3"));
        else
        {
            (year, day, month) = (Number(match, "y4"), Number(match, "a4"), Number(match, "b4"));
            if (year < 100)
                year += 2000;
            if (month > 12 || (monthFirst && day <= 12 && match.Groups["s4"].Value == "/"))
                (day, month) = (month, day);
        }
        if (month == 0 && year is >= FirstIranianYear and <= LastIranianYear && match.Groups["m2"].Success && MonthNames.Iranian(match.Groups["m2"].ValueSpan) is > 0 and var iranian && day <= Iran.GetDaysInMonth(year, iranian))
            return DateOnly.FromDateTime(Iran.ToDateTime(year, iranian, day, 0, 0, 0, 0));
        return year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    static TimeOnly? Time(Match match)
    {
        var hour = Number(match, "h");
        var minute = match.Groups["min"].Success ? Number(match, "min") : 0;
        var second = match.Groups["s"].Success ? Number(match, "s") : 0;
        var half = match.Groups["half"].Value;
        if (half.Length > 0 && hour is >= 1 and <= 12)
            hour = (hour % 12) + (half[0] is 'p' or 'P' ? 12 : 0);
        return hour < 24 && minute < 60 && second < 60 ? new TimeOnly(hour, minute, second) : null;
    }

    /// <summary>Of a zone as printed; null for none, and for one that is not known.</summary>
    static TimeSpan? Offset(string zone)
    {
        var name = zone.Trim().ToUpperInvariant();
        if (name.Length >= 3 && name[0] is '+' or '-' or '−')
        {
            var digits = name[1..].Replace(":", "", StringComparison.Ordinal).PadRight(4, '0');
            var offset = new TimeSpan(int.Parse(digits[..2]), int.Parse(digits[2..4]), 0);
            return offset > TimeSpan.FromHours(14) ? TimeSpan.Zero : name[0] == '+' ? offset : -offset;
        }
        double? hours = name switch
        {
            "Z" or "UTC" or "GMT" or "WET" => 0,
            "EST" or "CDT" or "ET" => -5,
            "EDT" => -4,
            "CST" or "MDT" or "CT" => -6,
            "MST" or "PDT" => -7,
            "PST" or "PT" => -8,
            "BST" or "CET" or "WEST" or "MEZ" => 1,
            "CEST" or "EET" or "MESZ" or "SAST" => 2,
            "EEST" or "MSK" or "TRT" => 3,
            "IST" => 5.5,
            "HKT" or "SGT" => 8,
            "JST" or "KST" => 9,
            "AEST" => 10,
            "AEDT" => 11,
            _ => null,
        };
        return hours is { } known ? TimeSpan.FromHours(known) : null;
    }

    static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>The digits of other scripts as ours, so that one pattern reads them all.</summary>
    static string WesternDigits(string text)
    {
        var foreign = text.AsSpan().IndexOfAnyInRange('\u0660', '\uFF19');
        return foreign < 0 ? text : string.Create(text.Length, text, (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = char.IsDigit(source[i]) ? (char)('0' + (int)char.GetNumericValue(source[i])) : source[i];
        });
    }

    [GeneratedRegex(@"^(?<y>\d{4})(?:-(?<m>\d{1,2})(?:-(?<d>\d{1,2})(?:[T\s]+(?<h>\d{1,2}):(?<min>\d{2})(?::(?<s>\d{2})(?:[.,]\d+)?)?\s*(?<half>[ap]m)?\s*(?<zone>Z|[+−-]\d{2}:?\d{2}|[+-]\d{2}|[A-Z]{2,4})?(?:\[[\w/]+\])?)?)?|(?<m>\d{2})(?<d>\d{2})(?:T?(?<h>\d{2}):?(?<min>\d{2}):?(?<s>\d{2})?(?<zone>Z|[+-]\d{2}:?\d{2})?)?)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?:[1-9]\d{8,9}|1\d{12})$", RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Epoch();

    [GeneratedRegex(@"(?<!\d)(?:(?<y1>\d{4})\s?[-/.年년]\s?(?<m1>\d{1,2})\s?[-/.月월]\s?(?<d1>\d{1,2})(?!\d)|(?<d2>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?[\s-]*(?:de\s+|of\s+|d['’])?(?:[\p{L}\p{M}]{2,10}\s*/\s*)?(?<m2>[\p{L}\p{M}]{2,16})\.?,?[\s-]*(?:del?\s+)?(?<y2>\d{4})(?!\d)|(?<a4>\d{1,2})(?<s4>\.\s?|[/-]|\s\|\s)(?<b4>\d{1,2})\k<s4>(?<y4>\d{4}|\d{2})(?![\d./]|-(?!\d{1,2}:)))|(?<![\p{L}\d])(?<m3>[\p{L}\p{M}]{3,16})\.?\s+(?<d3>\d{1,2})(?:st|nd|rd|th)?\.?,?\s+(?<y3>\d{4})(?!\d)", RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Printed();

    [GeneratedRegex(@"^(?:[\s,|·•–—-]|at|um|à|a las|às|kl\.?|в|ore|г\.|р\.)*(?<h>\d{1,2})[:.h](?<min>\d{2})(?::(?<s>\d{2}))?\s*(?:Uhr\s*)?(?<half>[ap]\.?m)?\.?\s*(?<zone>Z\b|[+-]\d{2}:?\d{2}|[A-Z]{2,4}\b)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Clock();
}
