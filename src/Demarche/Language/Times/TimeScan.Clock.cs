using System.Globalization;
using System.Text.RegularExpressions;
using Demarche.Documents;

namespace Demarche.Language.Times;

/// <summary>Times of day.</summary>
sealed partial class TimeScan
{
    /// <summary>"8:30 a.m.", "15:11 GMT", "two o'clock", "noon", "10 p.m. Wednesday"; without its day the time dates nothing.</summary>
    TimeReading? Clock(int i)
    {
        if (ClockTime(i) is not { } clock)
            return null;
        var next = clock.End;
        if (Is(next, TimeWord.Zone) && tokens.Forms[next].All(char.IsUpper))
            next++;
        var day = Lower(next) == "," ? next + 1 : next;
        if (day < end && (WeekdayDate(day) ?? MonthFirst(day) ?? DayFirst(day) ?? Deictic(day)) is { Precision: DatePrecision.Day, From: { } on } date && !date.Value.Contains('T', StringComparison.Ordinal))
            return TimeReading.Day(date.End, on, $"T{clock.Value}");
        return TimeReading.Unresolved(next, $"XXXX-XX-XXT{clock.Value}", TimeKind.Time);
    }

    (string Value, int End)? ClockTime(int i)
    {
        if (Is(i, TimeWord.Clock))
            return (calendar.ValueOf(tokens.Forms[i], TimeWord.Clock), i + 1);
        var match = ClockPattern().Match(tokens.Forms[i]);
        var hour = match.Success ? int.Parse(match.Groups["h"].ValueSpan, CultureInfo.InvariantCulture) : Is(i, TimeWord.Number) && NumberAt(i) is { Value: >= 1 and <= 12 } word && word.End == i + 1 ? (int)word.Value : -1;
        var minutes = match.Groups["m"].Success ? int.Parse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        if (hour is < 0 or > 24 || minutes > 59)
            return null;
        var (next, half) = (i + 1, match.Groups["half"].Value);
        if (half.Length == 0 && Is(next, TimeWord.HalfDay))
        {
            half = tokens.Forms[next++];
            if (Lower(next) == "." && next + 1 < end)
                next++;
        }
        if (half.Length == 0)
        {
            // A bare "7:15" may be a score or a verse; after a preposition or before a zone it is a time.
            var isTime = match.Groups["m"].Success && hour < 24 && (Is(next, TimeWord.Zone) || (i > first && calendar.BeforeClock.Contains(Lower(i - 1))));
            return isTime ? ($"{hour:00}:{minutes:00}", next) : null;
        }
        if ((calendar.ClassOf(half) & TimeWord.HalfDay) == TimeWord.None || hour is < 1 or > 12)
            return null;
        hour = calendar.ValueOf(half, TimeWord.HalfDay) switch { "AM" => hour % 12, "PM" => (hour % 12) + 12, _ => hour };
        return ($"{hour:00}:{minutes:00}", next);
    }

    [GeneratedRegex(@"^(?<h>[0-9]{1,2})(?:[:.](?<m>[0-9]{2}))?(?<half>[a-z][a-z.]*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex ClockPattern();
}
