using System.Globalization;
using Demarche.Documents;

namespace Demarche.Evaluation.Times;

/// <summary>
/// When two values of time are the same: equal, the same days ("199" and 1990-01-01/1999-12-31), the same length ("P2DE" and
/// "P20Y"), or the same but for what the gold leaves open ("1989-WXX").
/// </summary>
public static class TimeValues
{
    /// <summary>Seasons as gold intervals write them, first and last month.</summary>
    static readonly Dictionary<string, (int First, int Last)> Seasons = new() { ["SP"] = (3, 6), ["SU"] = (6, 9), ["FA"] = (9, 12), ["WI"] = (12, 3) };

    public static bool Same(string system, string gold)
    {
        // "by 1900" is "/1900" to a gold that counts the preposition in.
        if (gold.Length > 1 && (gold[0] == '/' || gold[^1] == '/'))
            gold = gold.Trim('/');
        if (system == gold || Plain(system) == Plain(gold))
            return true;
        if (TimexDays.Of(system) is { } days && SameDays(days, gold))
            return true;
        // A time of day that is as the text has it, without its day; or a day whose part of day the gold leaves out.
        var time = system.IndexOf('T', StringComparison.Ordinal);
        if (time > 0 && system[0] != 'P')
            return (gold.Contains(':', StringComparison.Ordinal) && !gold.Contains('-', StringComparison.Ordinal) && TimeOfDay(system[(time + 1)..]) == TimeOfDay(gold))
                || (char.IsLetter(system[time + 1]) && system[..time] == gold);
        return (SeasonOf(system) is { } season && SameSeason(season, gold)) || (gold.Contains('X', StringComparison.Ordinal) && IsWithin(system, gold));
    }

    // "1989-W43" is a week of 1989, which is all the gold says with "1989-WXX".
    static bool IsWithin(string system, string gold)
    {
        if (system.Length != gold.Length || !char.IsAsciiDigit(gold[0]))
            return false;
        for (var i = 0; i < gold.Length; i++)
            if (gold[i] != system[i] && !(gold[i] == 'X' && char.IsAsciiDigit(system[i])))
                return false;
        return true;
    }

    /// <summary>Whether days are those of the gold's value; an open side is null.</summary>
    public static bool SameDays((DateOnly? First, DateOnly? Last) days, string gold) =>
        TimexDays.Of(gold) is { } its && its == days;

    // Years without their zeros, lengths by one unit, "?" for what the gold leaves open.
    static string Plain(string value)
    {
        if (value.StartsWith('P') && value is not ("PAST_REF" or "PRESENT_REF"))
            return Length(value);
        return int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var year) && value.Length >= 3 && (value[0] == '-' || value.Length == 4)
            ? year.ToString(CultureInfo.InvariantCulture) : value;
    }

    static string Length(string value)
    {
        var unit = value.Length - 1;
        while (unit > 1 && char.IsLetter(value[unit]) && value[unit] != 'X')
            unit--;
        var (number, letters, time) = (value[1..(unit + 1)].TrimStart('T'), value[(unit + 1)..], value[1] == 'T');
        if (!double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
            return $"{(time ? "T" : "")}{number}{letters switch { "DE" or "E" => "DE", "Q" => "M", _ => letters }}";
        return (letters, time) switch
        {
            ("DE" or "E", false) => $"{amount * 10}Y",
            ("CE" or "C", false) => $"{amount * 100}Y",
            ("Q", false) => $"{amount * 3}M",
            ("H", true) when amount % 24 == 0 => $"{amount / 24}D",
            _ => $"{(time ? "T" : "")}{amount.ToString(CultureInfo.InvariantCulture)}{letters}",
        };
    }

    static TimeOnly? TimeOfDay(string text) =>
        TimeOnly.TryParse(text is "24:00" or "24:00:00" ? "00:00" : text, CultureInfo.InvariantCulture, out var time) ? time : null;

    static string? SeasonOf(string system) => system.Length == 7 && system[4] == '-' && Seasons.ContainsKey(system[5..]) ? system : null;

    // "2012-06/2012-09" and "--06/--09" are summers.
    static bool SameSeason(string season, string gold)
    {
        var ends = gold.Split('/');
        if (ends.Length != 2 || Month(ends[0]) is not { } first || Month(ends[1]) is not { } last || Seasons[season[5..]] != (first, last))
            return false;
        var year = ends[0].StartsWith("--", StringComparison.Ordinal) ? "XXXX" : ends[0][..4];
        return year == season[..4];

        static int? Month(string end) =>
            end.Length is 4 or 7 && int.TryParse(end.AsSpan(end.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month) ? month : null;
    }
}
