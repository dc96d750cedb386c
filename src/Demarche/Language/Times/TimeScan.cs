using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Demarche.Documents;

namespace Demarche.Language.Times;

/// <summary>One pass over one document: the words, their classes, and the dates given so far.</summary>
sealed partial class TimeScan(Calendar calendar, string text, TokenTable tokens, TimeWord[] classes, DateOnly? published)
{
    const int EarliestYear = 1000, LatestYear = 2199;

    /// <summary>The last full date the narrative has given; "a year later" counts from it.</summary>
    DateOnly? narrative;

    /// <summary>A year given outright, and the word and sentence that gave it.</summary>
    int? givenYear;
    int givenYearAt;
    int givenYearSentence = -2, sentenceNumber = -1;
    int first, end;

    public void Read(Sentence sentence, ImmutableArray<TimeExpression>.Builder found)
    {
        sentenceNumber++;
        first = sentence.First;
        end = sentence.End;
        for (var i = first; i < end;)
        {
            if (MayBegin(i) && ReadAt(i) is { } reading && reading.End > i)
            {
                found.Add(new TimeExpression(reading.Kind, i, reading.End, reading.Value,
                    new TextDate(reading.From, reading.To, reading.Precision, new TextSpan(tokens.Spans[i].Start, tokens.Spans[reading.End - 1].End))));
                i = reading.End;
            }
            else
            {
                i++;
            }
        }
    }

    bool MayBegin(int i) =>
        classes[i] != TimeWord.None || IsNumeral(i) || calendar.Named.At(tokens.Forms, i, end) is not null || tokens.Forms[i] is ['\'' or '’', >= '0' and <= '9', ..] || tokens.Forms[i].Contains('-', StringComparison.Ordinal);

    TimeReading? ReadAt(int i)
    {
        if (Point(i) is { } point)
        {
            Remember(point);
            return WithPreposition(i, WithRange(i, point));
        }
        return Stretch(i) ?? Duration(i) ?? Repeated(i) ?? Vague(i);
    }

    /// <summary>A time fixed on the calendar, absolutely or relative to a known day.</summary>
    TimeReading? Point(int i) =>
        NumericDate(i) ?? Clock(i) ?? WeekdayDate(i) ?? MonthFirst(i) ?? DayFirst(i) ?? Named(i) ?? PartOf(i) ?? MidPart(i) ?? DecadeOf(i) ?? SeasonOf(i) ?? HalfYear(i) ?? Quarter(i) ?? ReportedQuarter(i)
        ?? EraYear(i) ?? SpokenYear(i) ?? BareYear(i) ?? Deictic(i) ?? RelativeUnit(i) ?? Told(i) ?? Weekend(i) ?? Ago(i);

    void Remember(TimeReading reading)
    {
        if (reading.From is not { } from || reading.Value.Length < 4 || !char.IsAsciiDigit(reading.Value[0]))
            return;
        if (reading.Precision is DatePrecision.Day or DatePrecision.Month or DatePrecision.Year)
            narrative = from;
    }

    void GiveYear(int year, int at)
    {
        givenYear = year;
        givenYearAt = at;
        givenYearSentence = sentenceNumber;
    }

    /// <summary>"Aug. 14 to 19", "June 3 through July 5": both ends make a range; "between X and Y" a window.</summary>
    TimeReading WithRange(int i, TimeReading point)
    {
        var next = point.End;
        if (next >= end || point.From is not { } from || point.Kind == TimeKind.Time)
            return point;
        // "2013 - present"
        if (IsDash(next) && Is(next + 1, TimeWord.Present) && published is { } today && from <= today)
            return new TimeReading(next + 2, TimeKind.Date, $"{point.Value}/{TimeReading.Iso(today)}", from, null, DatePrecision.Open);
        var between = i > first && Is(i - 1, TimeWord.Between);
        var joined = Is(next, TimeWord.To) || IsDash(next) || (between && Lower(next) == "and");
        if (!joined || next + 1 >= end)
            return point;
        // A dash or "to" alone joins only what is a date on its own or a day of the same month.
        TimeReading? other = Point(next + 1);
        if (other is null && point.Precision == DatePrecision.Day && DayNumber(next + 1) is { } day && TryDay(from.Year, from.Month, day) is { } last && last > from)
            other = TimeReading.Day(next + 2, last);
        if (other is not { To: { } to, Kind: TimeKind.Date })
            return point;
        (point, from) = OfTheYear(i, point, other.Value, to) is { From: { } moved } dated ? (dated, moved) : (point, from);
        if (to < from)
            return point;
        return new TimeReading(other.Value.End, TimeKind.Date, $"{point.Value}/{other.Value.Value}", from, to, between ? DatePrecision.Window : DatePrecision.Range);
    }

    // "from March to August 2011": a year given at the end is that of the beginning too, or the one before ("November to March 2011").
    TimeReading OfTheYear(int i, TimeReading point, TimeReading other, DateOnly to)
    {
        if (point.Precision is not (DatePrecision.Day or DatePrecision.Month) || point.From is not { } from || FourDigitYear(other.End - 1) is not { } year
            || Enumerable.Range(i, point.End - i).Any(word => FourDigitYear(word) is not null))
            return point;
        var its = (from.Month, from.Day).CompareTo((to.Month, to.Day)) <= 0 ? year : year - 1;
        return point.Precision == DatePrecision.Month ? TimeReading.Month(point.End, its, from.Month)
            : TryDay(its, from.Month, from.Day) is { } day ? TimeReading.Day(point.End, day) : point;
    }

    TimeReading WithPreposition(int i, TimeReading reading)
    {
        if (i == first || reading.Kind == TimeKind.Duration || reading.Precision == DatePrecision.Range)
            return reading;
        if (Is(i - 1, TimeWord.Since) || (Lower(i - 1) == "from" && reading.End < end && Lower(reading.End) is "on" or "onwards" or "onward"))
            return reading with { To = null, Precision = reading.From is null ? DatePrecision.Unresolved : DatePrecision.Open };
        if (Is(i - 1, TimeWord.Until) || Is(i - 1, TimeWord.By))
            return reading with { From = null, Precision = reading.To is null ? DatePrecision.Unresolved : DatePrecision.Before };
        if (Is(i - 1, TimeWord.After) && reading.To is { } to)
            return reading with { From = to, To = null, Precision = DatePrecision.Open };
        return reading;
    }

    bool Is(int i, TimeWord kind) => i >= first && i < end && (classes[i] & kind) != TimeWord.None;

    string Lower(int i) => i >= first && i < end ? tokens.Forms[i].ToLowerInvariant() : "";

    bool IsDash(int i) => Lower(i) is "-" or "–" or "—";

    bool IsNumeral(int i) => i < end && char.IsAsciiDigit(tokens.Forms[i][0]);

    int Integer(int i) =>
        i < end && tokens.Forms[i].Length <= 4 && int.TryParse(tokens.Forms[i], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    /// <summary>A day of the month: 1 to 31, "14th", or an ordinal in words.</summary>
    int? DayNumber(int i)
    {
        if (i >= end)
            return null;
        if (Integer(i) is >= 1 and <= 31 and var number)
            return number;
        var form = tokens.Forms[i];
        if (form.Length is 3 or 4 && char.IsAsciiDigit(form[0]) && form[^2..].ToLowerInvariant() is "st" or "nd" or "rd" or "th"
            && int.TryParse(form.AsSpan(0, form.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is >= 1 and <= 31)
            return number;
        return null;
    }

    int? FourDigitYear(int i) =>
        i < end && tokens.Forms[i].Length == 4 && Integer(i) is >= EarliestYear and <= LatestYear and var year ? year : null;

    static DateOnly? TryDay(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    // Only ASCII digits: \d takes in those of every script, which no number is read from.
    [GeneratedRegex(@"\G(?<y>[0-9]{4})[-/.](?<m>[0-9]{1,2})[-/.](?<d>[0-9]{1,2})(?![0-9])|\G(?<a>[0-9]{1,2})(?<s>[./])(?<b>[0-9]{1,2})\k<s>(?<y>[0-9]{4})(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NumericDatePattern();
}
