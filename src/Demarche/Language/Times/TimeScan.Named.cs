using Demarche.Documents;

namespace Demarche.Language.Times;

/// <summary>Times with names: festivals, wars, ages, "the past".</summary>
sealed partial class TimeScan
{
    /// <summary>"Christmas", "last Easter", "Ramadan 2019", "World War II", "the Middle Ages", "in the future".</summary>
    TimeReading? Named(int i)
    {
        var relative = Is(i, TimeWord.Relative) && i + 1 < end && calendar.Named.At(tokens.Forms, i + 1, end) is { IsYearly: true };
        var at = relative ? i + 1 : i;
        if (at >= end || calendar.Named.At(tokens.Forms, at, end) is not { } named)
            return null;
        var next = at + named.Words.Length;
        return named.Kind switch
        {
            // "in the past five years" and "future generations" speak of something else.
            NamedTimeKind.Reference => IsBefore(next, PartOfSpeech.NOUN) || IsBefore(next, PartOfSpeech.NUM) || IsBefore(next, PartOfSpeech.ADJ) || IsBefore(next, PartOfSpeech.PROPN)
                ? null : TimeReading.Unresolved(next, named.Rule),
            NamedTimeKind.Period => PeriodAt(i, next, named),
            _ => FestivalAt(i, next, named, relative ? calendar.ValueOf(tokens.Forms[i], TimeWord.Relative) : ""),
        };
    }

    bool IsBefore(int i, PartOfSpeech tag) => i < end && tokens.Tags[i] == tag;

    // "World War II wrecks" are not of the war's days: only what happens in, during, since ... a period is dated by it.
    TimeReading PeriodAt(int i, int next, NamedTime named)
    {
        var before = i > first && Lower(i - 1) == "the" ? i - 2 : i - 1;
        var dates = before >= first && tokens.Tags[before] is PartOfSpeech.ADP or PartOfSpeech.SCONJ && !IsBefore(next, PartOfSpeech.NOUN);
        return dates && TimexDays.Of(named.Rule) is { First: { } from, Last: { } to }
            ? TimeReading.Window(next, named.Rule, from, to)
            : TimeReading.Unresolved(next, named.Rule);
    }

    TimeReading? FestivalAt(int i, int next, NamedTime named, string relative)
    {
        int? year;
        var given = Lower(next) == "of" ? next + 1 : next;
        if (FourDigitYear(given) is { } stated)
        {
            GiveYear(stated, i);
            (year, next) = (stated, given + 1);
        }
        else
        {
            year = relative.Length > 0 && published is { } today ? YearOfFestival(named, relative, today) : YearOfFestival(named, i);
        }
        if (year is not { } known || named.InYear(known) is not { } days)
            return TimeReading.Unresolved(next, named.Kind == NamedTimeKind.Day ? $"XXXX-{named.Rule}" : "XXXX-XX-XX");
        return days.First == days.Last ? TimeReading.Day(next, days.First)
            : TimeReading.Window(next, $"{TimeReading.Iso(days.First)}/{TimeReading.Iso(days.Last)}", days.First, days.Last);
    }

    int? YearOfFestival(NamedTime named, int at) =>
        (named.InYear(published?.Year ?? givenYear ?? 2000) ?? named.InYear(2000)) is { } days ? YearOfDay(days.First.Month, days.First.Day, at) : null;

    static int? YearOfFestival(NamedTime named, string relative, DateOnly today) => relative switch
    {
        "-1" => named.InYear(today.Year) is { } days && days.Last < today ? today.Year : today.Year - 1,
        "1" => named.InYear(today.Year) is { } days && days.First > today ? today.Year : today.Year + 1,
        _ => today.Year,
    };
}
