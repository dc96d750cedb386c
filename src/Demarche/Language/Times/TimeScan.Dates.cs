using System.Globalization;
using Demarche.Documents;

namespace Demarche.Language.Times;

/// <summary>Dates by day, month and year.</summary>
sealed partial class TimeScan
{
    TimeReading? NumericDate(int i)
    {
        if (!IsNumeral(i) || NumericDatePattern().Match(text, tokens.Spans[i].Start) is not { Success: true } match)
            return null;
        var until = tokens.Spans[i].Start + match.Length;
        var last = i;
        while (last < end && tokens.Spans[last].End < until)
            last++;
        if (last >= end || tokens.Spans[last].End != until)
            return null;
        int Group(string name) => int.Parse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        DateOnly? day;
        if (match.Groups["m"].Success)
        {
            day = TryDay(Group("y"), Group("m"), Group("d"));
        }
        else
        {
            // 13/8 can only be day first; 8/13 only month first; between two readings the slash is read as in the United States, the dot as in Europe.
            int a = Group("a"), b = Group("b");
            day = match.Groups["s"].Value == "." || a > 12 ? TryDay(Group("y"), b, a) : TryDay(Group("y"), a, b);
        }
        if (day is not { } found)
            return null;
        GiveYear(found.Year, i);
        return TimeReading.Day(last + 1, found);
    }

    TimeReading? WeekdayDate(int i)
    {
        var at = i;
        var relative = 0;
        var isRelative = false;
        if (Is(i, TimeWord.Relative) && Is(i + 1, TimeWord.Weekday))
        {
            var value = calendar.ValueOf(tokens.Forms[i], TimeWord.Relative);
            if (value == "A1")
                return null;
            relative = int.Parse(value, CultureInfo.InvariantCulture);
            isRelative = true;
            at++;
        }
        if (!Is(at, TimeWord.Weekday) || !char.IsUpper(tokens.Forms[at][0]))
            return null;
        var weekday = calendar.NumberOf(tokens.Forms[at], TimeWord.Weekday);
        var next = at + 1;
        var full = next < end && Lower(next) == "," ? next + 1 : next;
        if (Lower(full) == "the")
            full++;
        if ((MonthFirst(full) ?? DayFirst(full)) is { Precision: DatePrecision.Day } date)
            return OfWeekday(date, weekday);
        if (published is not { } today)
            return TimeReading.Unresolved(next, $"XXXX-WXX-{weekday}");
        var direction = isRelative && relative != 0 ? Math.Sign(relative) : Direction(at) == Tense.Forward ? 1 : -1;
        var distance = weekday - (((int)today.DayOfWeek + 6) % 7 + 1);
        if (direction > 0 && (distance < 0 || (isRelative && distance == 0)))
            distance += 7;
        if (direction < 0 && (distance > 0 || (isRelative && relative < 0 && distance == 0)))
            distance -= 7;
        return WithDaypart(TimeReading.Day(next, today.AddDays(distance)));
    }

    // "Saturday, April 25" without a year: of the years beside, the one in which the weekday is right.
    TimeReading OfWeekday(TimeReading date, int weekday)
    {
        if (FourDigitYear(date.End - 1) is not null || date.From is not { } day || IsWeekday(day))
            return date;
        foreach (var shift in new[] { 1, -1 })
            if (TryDay(day.Year + shift, day.Month, day.Day) is { } other && IsWeekday(other))
                return TimeReading.Day(date.End, other);
        return date;

        bool IsWeekday(DateOnly candidate) => ((int)candidate.DayOfWeek + 6) % 7 + 1 == weekday;
    }

    /// <summary>"the third quarter", "first-quarter", "the second quarter of 2018": without a year, the latest one begun.</summary>
    TimeReading? Quarter(int i)
    {
        if (!Is(i, TimeWord.Ordinal))
            return null;
        var number = calendar.NumberOf(tokens.Forms[i], TimeWord.Ordinal);
        if (number is < 1 or > 4)
            return null;
        var at = IsDash(i + 1) ? i + 2 : i + 1;
        if (!Is(at, TimeWord.Unit) || calendar.ValueOf(tokens.Forms[at], TimeWord.Unit) != "Q" || tokens.FineTags[at] == "NNS")
            return null;
        var (next, year) = (at + 1, 0);
        if (Lower(at + 1) == "of" && FourDigitYear(at + 2) is { } given)
        {
            GiveYear(given, i);
            (next, year) = (at + 3, given);
        }
        else if (published is { } today)
        {
            year = number <= (today.Month + 2) / 3 ? today.Year : today.Year - 1;
        }
        else
        {
            return null;
        }
        var start = new DateOnly(year, (number - 1) * 3 + 1, 1);
        return TimeReading.Window(next, $"{year:0000}-Q{number}", start, start.AddMonths(3).AddDays(-1));
    }

    /// <summary>"Aug. 14, 2023", "August 2023", "August".</summary>
    TimeReading? MonthFirst(int i)
    {
        if (!IsMonth(i))
            return null;
        var month = calendar.NumberOf(tokens.Forms[i], TimeWord.Month);
        var next = i + 1;
        if (Lower(next) == "." && tokens.Spans[next].Start == tokens.Spans[i].End)
            next++;
        if (DayNumber(next) is { } day && !(Is(next + 1, TimeWord.Month) && FourDigitYear(next + 1) is null && IsMonth(next + 1) && DayNumber(next + 2) is null))
        {
            var after = next + 1;
            var comma = Lower(after) == "," ? after + 1 : after;
            if (FourDigitYear(comma) is { } given)
            {
                GiveYear(given, i);
                return TryDay(given, month, day) is { } exact ? TimeReading.Day(comma + 1, exact) : null;
            }
            if (YearOfDay(month, day, i) is not { } year)
                return TimeReading.Unresolved(after, $"XXXX-{month:00}-{day:00}");
            return TryDay(year, month, day) is { } found ? TimeReading.Day(after, found) : null;
        }
        var bare = Lower(next) is "of" or "," ? next + 1 : next;
        if (FourDigitYear(bare) is { } givenYearHere)
        {
            GiveYear(givenYearHere, i);
            return TimeReading.Month(bare + 1, givenYearHere, month);
        }
        return YearOfMonth(month, i) is { } monthYear ? TimeReading.Month(next, monthYear, month) : TimeReading.Unresolved(next, $"XXXX-{month:00}");
    }

    /// <summary>"14 August 2023", "the 14th of August", "14-19 August".</summary>
    TimeReading? DayFirst(int i)
    {
        if (DayNumber(i) is not { } day)
            return null;
        var next = i + 1;
        int? lastDay = null;
        if ((IsDash(next) || Lower(next) is "to" or "and") && DayNumber(next + 1) is { } other && other > day)
        {
            lastDay = other;
            next += 2;
        }
        if (Lower(next) == "of")
            next++;
        if (!IsMonth(next))
            return null;
        var month = calendar.NumberOf(tokens.Forms[next], TimeWord.Month);
        var after = next + 1;
        if (Lower(after) == "." && tokens.Spans[after].Start == tokens.Spans[next].End)
            after++;
        var comma = Lower(after) == "," ? after + 1 : after;
        int? year;
        if (FourDigitYear(comma) is { } given)
        {
            GiveYear(given, i);
            year = given;
            after = comma + 1;
        }
        else
        {
            // "10 May said": a bare number before a month that is also a word is a date only next to a preposition or alone.
            year = YearOfDay(month, day, i);
        }
        if (year is not { } known)
            return TimeReading.Unresolved(after, $"XXXX-{month:00}-{day:00}");
        if (TryDay(known, month, day) is not { } start)
            return null;
        if (lastDay is { } to && TryDay(known, month, to) is { } stop)
            return new TimeReading(after, TimeKind.Date, $"{TimeReading.Iso(start)}/{TimeReading.Iso(stop)}", start, stop, DatePrecision.Range);
        return TimeReading.Day(after, start);
    }

    /// <summary>Whether a word is the name of a month and not "may", "march" or a person: months are written with a capital.</summary>
    bool IsMonth(int i)
    {
        if (!Is(i, TimeWord.Month) || !char.IsUpper(tokens.Forms[i][0]))
            return false;
        if (tokens.Forms[i] is not ("May" or "March" or "April" or "June" or "August" or "Jan" or "Mar"))
            return true;
        if (tokens.Tags[i] is PartOfSpeech.AUX or PartOfSpeech.VERB)
            return false;
        // "Theresa May", "April Smith": a name goes on beside it; a date stands alone or beside numbers.
        var nameBefore = i > first && tokens.Tags[i - 1] == PartOfSpeech.PROPN && !Is(i - 1, TimeWord.Weekday) && tokens.Relations[i] is "flat" or "compound";
        var nameAfter = i + 1 < end && tokens.Tags[i + 1] == PartOfSpeech.PROPN && tokens.Relations[i + 1] == "flat" && !IsNumeral(i + 1);
        return !nameBefore && !nameAfter;
    }

    TimeReading? BareYear(int i)
    {
        if (FourDigitYear(i) is not { } year || year < 1400)
            return null;
        var before = i > first ? Lower(i - 1) : "";
        var after = i + 1 < end ? tokens.FineTags[i + 1] : "";
        if (before is "$" or "€" or "£" or "no." or "number" || Lower(i + 1) is "%" or "percent" or "per" || Is(i + 1, TimeWord.Unit))
            return null;
        var introduced = before is "in" or "since" or "until" or "till" or "by" or "from" or "before" or "after" or "during" or "between" or "of" or "(" or "to" or "and" or "through" or "for"
            || Is(i - 1, TimeWord.Part) || IsDash(i - 1);
        // "2000 soldiers" counts; "the 2016 elections" dates.
        if (!introduced && (after is "NNS" or "NNPS") && before is not ("the" or "its" or "their" or "his" or "her"))
            return null;
        if (!introduced && year is < 1800 or > 2100)
            return null;
        if (before is "of" or "to" or "and" or "for" && year is < 1900 or > 2100)
            return null;
        GiveYear(year, i);
        if (IsDash(i + 1) && Integer(i + 2) is >= 0 and <= 99 and var shortYear && tokens.Forms[i + 2].Length == 2 && shortYear > year % 100)
        {
            var last = year / 100 * 100 + shortYear;
            return new TimeReading(i + 3, TimeKind.Date, $"{year}/{last}", new DateOnly(year, 1, 1), new DateOnly(last, 12, 31), DatePrecision.Window);
        }
        return TimeReading.Year(i + 1, year);
    }

    TimeReading? DecadeOf(int i)
    {
        var form = i < end ? tokens.Forms[i] : "";
        if (form.Length == 5 && (form[4] is 's' or 'S') && int.TryParse(form.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year % 10 == 0 && year is >= 1500 and <= 2100)
            return TimeReading.Window(i + 1, (year / 10).ToString(CultureInfo.InvariantCulture), new DateOnly(year, 1, 1), new DateOnly(year + 9, 12, 31));
        return Century(i);
    }

    /// <summary>"the 19th century", "the twentieth century".</summary>
    TimeReading? Century(int i)
    {
        var number = DayNumber(i) ?? (Is(i, TimeWord.Ordinal) ? calendar.NumberOf(tokens.Forms[i], TimeWord.Ordinal) : 0);
        var next = IsDash(i + 1) ? i + 2 : i + 1;
        if (number is < 1 or > 21 || !Is(next, TimeWord.Unit) || calendar.ValueOf(tokens.Forms[next], TimeWord.Unit) != "CE" || Integer(i) == number)
            return null;
        var start = (number - 1) * 100;
        return TimeReading.Window(next + 1, $"{number - 1:00}", new DateOnly(Math.Max(start, 1), 1, 1), new DateOnly(start + 99, 12, 31));
    }

    TimeReading? SeasonOf(int i)
    {
        var relative = Is(i, TimeWord.Relative) && Is(i + 1, TimeWord.Season);
        var at = relative ? i + 1 : i;
        if (!Is(at, TimeWord.Season) || tokens.Tags[at] is PartOfSpeech.VERB or PartOfSpeech.AUX)
            return null;
        var season = calendar.ValueOf(tokens.Forms[at], TimeWord.Season);
        var next = Lower(at + 1) == "of" ? at + 2 : at + 1;
        int? year = null;
        if (FourDigitYear(next) is { } given)
        {
            GiveYear(given, i);
            year = given;
            next++;
        }
        else if (relative && published is { } today && calendar.ValueOf(tokens.Forms[i], TimeWord.Relative) is not "A1" and var shift)
        {
            year = YearOfSeason(season, int.Parse(shift, CultureInfo.InvariantCulture), today);
            next = at + 1;
        }
        else
        {
            return null;
        }
        if (year is not { } known)
            return null;
        var start = season switch
        {
            "SP" => new DateOnly(known, 3, 1),
            "SU" => new DateOnly(known, 6, 1),
            "FA" => new DateOnly(known, 9, 1),
            _ => new DateOnly(known, 12, 1),
        };
        return TimeReading.Window(next, $"{known:0000}-{season}", start, start.AddMonths(3).AddDays(-1));
    }

    static int YearOfSeason(string season, int shift, DateOnly today)
    {
        var startMonth = season switch { "SP" => 3, "SU" => 6, "FA" => 9, _ => 12 };
        var year = today.Year;
        if (shift < 0 && today.Month < startMonth + 3)
            year--;
        if (shift > 0 && today.Month >= startMonth)
            year++;
        return year;
    }

    TimeReading? FestivalDay(int i)
    {
        if (!Is(i, TimeWord.Festival))
            return null;
        var value = calendar.ValueOf(tokens.Forms[i], TimeWord.Festival);
        int month = int.Parse(value.AsSpan(0, 2), CultureInfo.InvariantCulture), day = int.Parse(value.AsSpan(3, 2), CultureInfo.InvariantCulture);
        var next = Lower(i + 1) is "day" or "eve" ? i + 2 : i + 1;
        if (YearOfDay(month, day, i) is not { } year || TryDay(year, month, day) is not { } date)
            return TimeReading.Unresolved(next, $"XXXX-{value}");
        return TimeReading.Day(next, Lower(i + 1) == "eve" ? date.AddDays(-1) : date);
    }

    /// <summary>The year of a day without one: that of the narrative where the sentence has just given it, else nearest the publication as the tense asks.</summary>
    int? YearOfDay(int month, int day, int at)
    {
        if (GivenYearNear() is { } given)
            return given;
        if (published is not { } today)
            return givenYear ?? LaterYear();
        if (TryDay(today.Year, month, Math.Min(day, 28)) is not { } candidate)
            return null;
        var ahead = candidate.DayNumber - today.DayNumber;
        return Direction(at) switch
        {
            Tense.Forward => ahead < -31 ? today.Year + 1 : today.Year,
            Tense.Backward => ahead > 0 ? today.Year - 1 : today.Year,
            // Without a tense to go by: the nearest, looking a little more back than forward.
            _ => ahead > 150 ? today.Year - 1 : ahead < -215 ? today.Year + 1 : today.Year,
        };
    }

    int? YearOfMonth(int month, int at)
    {
        if (GivenYearNear() is { } given)
            return given;
        if (published is not { } today)
            return givenYear ?? LaterYear();
        // "must leave by August" looks ahead unless the clause looks back.
        var direction = Direction(at);
        return direction == Tense.Forward || (direction == Tense.Neutral && Is(at - 1, TimeWord.By))
            ? month < today.Month ? today.Year + 1 : today.Year
            : month > today.Month ? today.Year - 1 : today.Year;
    }

    /// <summary>A past year given in this sentence, or in the main clause of the one before: what a sentence tells in passing does not move the story.</summary>
    int? GivenYearNear() =>
        givenYear is { } year && (sentenceNumber == givenYearSentence
            || (sentenceNumber - givenYearSentence == 1 && (published is not { } today || year < today.Year) && IsInMainClause(givenYearAt))) ? year : null;

    bool IsInMainClause(int token)
    {
        for (; token >= 0 && tokens.Heads[token] >= 0; token = tokens.Heads[token])
            if (Phrases.Relation(tokens, token) is "acl" or "advcl" or "ccomp" or "csubj")
                return false;
        return true;
    }

    /// <summary>In a text without publication date: the first year that stands behind a month, anywhere.</summary>
    int? LaterYear() => laterYear ??= FirstYearBehindAMonth();

    int? laterYear;

    int? FirstYearBehindAMonth()
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if ((classes[i] & TimeWord.Month) == TimeWord.None)
                continue;
            for (var j = i + 1; j <= i + 3 && j < tokens.Count; j++)
                if (tokens.Forms[j].Length == 4 && int.TryParse(tokens.Forms[j], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2100)
                    return year;
        }
        return null;
    }
}
