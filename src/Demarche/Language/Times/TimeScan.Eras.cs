using System.Globalization;
using Demarche.Documents;

namespace Demarche.Language.Times;

/// <summary>Years of other eras and other spellings: "508 BC", "AD 842", "c. 1580", "nineteen ninety-six".</summary>
sealed partial class TimeScan
{
    TimeReading? EraYear(int i)
    {
        if (Is(i, TimeWord.Era) && tokens.Forms[i].All(letter => char.IsUpper(letter) || letter == '.') && Integer(i + 1) is > 0 and <= LatestYear and var after && calendar.ValueOf(tokens.Forms[i], TimeWord.Era) == "1")
            return TimeReading.Year(i + 2, after);
        if (WholeNumber(i) is { } number && Is(i + 1, TimeWord.Era) && char.IsUpper(tokens.Forms[i + 1][0]))
        {
            tellsOldYears |= number < EarliestYear;
            return calendar.ValueOf(tokens.Forms[i + 1], TimeWord.Era) == "1"
                ? number <= LatestYear ? TimeReading.Year(i + 2, number) : null
                : TimeReading.Unresolved(i + 2, $"-{number:0000}");
        }
        // "c. 347", "(837-908)": bare numbers that only a year can be.
        if (Integer(i) is not (>= 100 and < EarliestYear) || IsBefore(i + 1, PartOfSpeech.NOUN) || Is(i + 1, TimeWord.Unit))
            return null;
        var old = Integer(i);
        if (!Is(i - 1, TimeWord.Circa) && !(Lower(i - 1) == "(" && IsDash(i + 1) && Integer(i + 2) > old) && !(IsDash(i - 1) && Integer(i - 2) is >= 100 and var start && start < old)
            && !(tellsOldYears && i > first && tokens.Tags[i - 1] is PartOfSpeech.ADP or PartOfSpeech.ADV))
            return null;
        tellsOldYears = true;
        return GivenHere(i + 1, old, i);
    }

    /// <summary>Whether the document has told of years before 1000, so that "in 348" is one.</summary>
    bool tellsOldYears;

    int? WholeNumber(int i)
    {
        if (i >= end || !IsNumeral(i) || tokens.Forms[i].Length > 6)
            return null;
        return int.TryParse(tokens.Forms[i], NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
    }

    /// <summary>"nineteen ninety-six", "the year two thousand": years read aloud.</summary>
    TimeReading? SpokenYear(int i)
    {
        if (!Is(i, TimeWord.Number) || IsNumeral(i))
            return null;
        if (Lower(i - 1) == "year" && NumberAt(i) is { Value: >= EarliestYear and <= LatestYear } whole)
            return GivenHere(whole.End, (int)whole.Value, i);
        if (calendar.ValueOf(tokens.Forms[i], TimeWord.Number) is not ("17" or "18" or "19" or "20") || !Is(i + 1, TimeWord.Number) || IsNumeral(i + 1)
            || NumberAt(i + 1) is not { Value: >= 10 and < 100 } rest || Is(rest.End, TimeWord.Unit) || IsBefore(rest.End, PartOfSpeech.NOUN))
            return null;
        return GivenHere(rest.End, (calendar.NumberOf(tokens.Forms[i], TimeWord.Number) * 100) + (int)rest.Value, i);
    }

    TimeReading GivenHere(int next, int year, int at)
    {
        GiveYear(year, at);
        return TimeReading.Year(next, year);
    }

    /// <summary>
    /// Whether the document tells of years long before its publication: then a day or month without a year belongs to the year
    /// told last, however many sentences ago.
    /// </summary>
    bool IsRetrospective => retrospective ??= CountYears();

    bool? retrospective;

    bool CountYears()
    {
        if (published is not { } today)
            return false;
        int old = 0, recent = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens.Forms[i].Length != 4 || !int.TryParse(tokens.Forms[i], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year < 1400 || year > today.Year)
                continue;
            if (year < today.Year - 1)
                old++;
            else
                recent++;
        }
        return old >= 8 && old >= 5 * recent;
    }
}
