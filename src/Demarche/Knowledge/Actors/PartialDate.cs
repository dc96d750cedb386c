using System.Globalization;

namespace Demarche.Knowledge.Actors;

/// <summary>A day, month or year of a table ("2014-08-15", "2014-08", "2014"); the cut is the precision.</summary>
public readonly record struct PartialDate(int Year, int Month, int Day)
{
    public static PartialDate? Parse(string text)
    {
        if (text.Length is not (4 or 7 or 10) || !Number(text.AsSpan(0, 4), out var year) || year < 1)
            return null;
        var (month, day) = (0, 0);
        if (text.Length >= 7 && (text[4] != '-' || !Number(text.AsSpan(5, 2), out month) || month is < 1 or > 12))
            return null;
        if (text.Length == 10 && (text[7] != '-' || !Number(text.AsSpan(8, 2), out day) || day < 1 || day > DateTime.DaysInMonth(year, month)))
            return null;
        return new PartialDate(year, month, day);

        static bool Number(ReadOnlySpan<char> digits, out int value) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>The first day it can mean, as <see cref="DateOnly.DayNumber"/>.</summary>
    public int FirstDay => new DateOnly(Year, Math.Max(Month, 1), Math.Max(Day, 1)).DayNumber;

    /// <summary>The last day it can mean.</summary>
    public int LastDay
    {
        get
        {
            var month = Month == 0 ? 12 : Month;
            return new DateOnly(Year, month, Day == 0 ? DateTime.DaysInMonth(Year, month) : Day).DayNumber;
        }
    }

    public override string ToString() =>
        Day > 0 ? $"{Year:0000}-{Month:00}-{Day:00}" : Month > 0 ? $"{Year:0000}-{Month:00}" : $"{Year:0000}";
}

/// <summary>From the first day a term may have begun to the last on which it may have ended; open where a side is unknown.</summary>
readonly record struct Period(int From, int To)
{
    public static Period Always { get; } = new(int.MinValue, int.MaxValue);

    public bool Covers(int? day) => day is not { } d || From <= d && d <= To;

    public static Period Of(TsvFile table, int from, int to) => new(Date(table, from)?.FirstDay ?? int.MinValue, Date(table, to)?.LastDay ?? int.MaxValue);

    static PartialDate? Date(TsvFile table, int column) => table[column] is not { Length: > 0 } text
        ? null
        : PartialDate.Parse(text) ?? throw table.Problem($"'{text}' is no date; expected 2014, 2014-08 or 2014-08-15");
}
