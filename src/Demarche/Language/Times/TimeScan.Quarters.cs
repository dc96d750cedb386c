using Demarche.Documents;

namespace Demarche.Language.Times;

/// <summary>Quarters and halves of years.</summary>
sealed partial class TimeScan
{
    /// <summary>"the third quarter", "first-quarter", "the second quarter of 2018": without a year, the latest one begun.</summary>
    TimeReading? Quarter(int i)
    {
        if (QuarterNumber(i) is not { } quarter)
            return null;
        if (YearBehind(quarter.End) is { } of)
            return QuarterOf(of.End, of.Year, quarter.Number);
        return published is { } today ? QuarterOf(quarter.End, quarter.Number <= (today.Month + 2) / 3 ? today.Year : today.Year - 1, quarter.Number) : null;
    }

    (int Number, int End)? QuarterNumber(int i)
    {
        var number = Is(i, TimeWord.Ordinal) ? calendar.NumberOf(tokens.Forms[i], TimeWord.Ordinal) : 0;
        if (number is < 1 or > 4)
            return null;
        var at = IsDash(i + 1) ? i + 2 : i + 1;
        return IsUnit(at, "Q") && tokens.FineTags[at] != "NNS" ? (number, at + 1) : null;
    }

    bool IsUnit(int i, string unit) => Is(i, TimeWord.Unit) && calendar.ValueOf(tokens.Forms[i], TimeWord.Unit) == unit;

    /// <summary>"of 2018", "of last year", "last year".</summary>
    (int Year, int End)? YearBehind(int next)
    {
        var at = Lower(next) == "of" ? next + 1 : next;
        if (at > next && FourDigitYear(at) is { } given)
        {
            GiveYear(given, at);
            return (given, at + 1);
        }
        return at < end && RelativeUnit(at) is { Precision: DatePrecision.Year, From: { } day } year ? (day.Year, year.End) : null;
    }

    static TimeReading QuarterOf(int next, int year, int number)
    {
        var start = new DateOnly(year, ((number - 1) * 3) + 1, 1);
        return TimeReading.Window(next, $"{year:0000}-Q{number}", start, start.AddMonths(3).AddDays(-1));
    }

    /// <summary>"the first half of 2019", "the second half of this year".</summary>
    TimeReading? HalfYear(int i)
    {
        var number = Is(i, TimeWord.Ordinal) ? calendar.NumberOf(tokens.Forms[i], TimeWord.Ordinal) : Lower(i) is "last" or "latter" ? 2 : 0;
        if (number is not (1 or 2) || !Is(i + 1, TimeWord.Number) || calendar.ValueOf(tokens.Forms[i + 1], TimeWord.Number) != "0.5" || YearBehind(i + 2) is not { } year)
            return null;
        var start = new DateOnly(year.Year, number == 1 ? 1 : 7, 1);
        return TimeReading.Window(year.End, $"{year.Year:0000}-H{number}", start, start.AddMonths(6).AddDays(-1));
    }

    /// <summary>"the quarter", "the latest quarter", "the year-ago period": those of a report are of the last quarter that is over.</summary>
    TimeReading? ReportedQuarter(int i)
    {
        if (published is not { } today)
            return null;
        var years = 0;
        var at = i;
        if (IsUnit(i, "Y") && IsDash(i + 1) && (Is(i + 2, TimeWord.Ago) || (Is(i + 2, TimeWord.Later) && Lower(i + 2) == "earlier")))
        {
            years = -1;
            at = i + 3;
        }
        else if (Is(i, TimeWord.Latest))
        {
            at = i + 1;
        }
        if (QuarterNumber(at) is { } named && years < 0)
            return QuarterOf(named.End, (named.Number <= (today.Month + 2) / 3 ? today.Year : today.Year - 1) - 1, named.Number);
        var isQuarter = IsUnit(at, "Q") && tokens.FineTags[at] != "NNS" && !IsDash(at + 1) && Lower(at + 1) != "of";
        if (years < 0 && !isQuarter && !Is(at, TimeWord.Period))
            return TimeReading.Year(at, today.Year - 1);
        if ((!isQuarter && !(at > i && Is(at, TimeWord.Period))) || (at == i && Lower(i - 1) != "the"))
            return null;
        var last = (today.Year * 4) + ((today.Month - 1) / 3) - 1 + (4 * years);
        return QuarterOf(at + 1, last / 4, (last % 4) + 1);
    }
}
