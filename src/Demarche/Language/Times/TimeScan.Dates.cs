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

    /// <summary>"Aug. 14, 2023", "August 2023", "August".</summary>
    TimeReading? MonthFirst(int i)
    {
        if (!IsMonth(i))
            return null;
        var month = calendar.NumberOf(tokens.Forms[i], TimeWord.Month);
        var next = i + 1;
        if (Lower(next) == "." && tokens.Spans[next].Start == tokens.Spans[i].End)
            next++;
        if ((DayNumber(next) ?? (Is(next, TimeWord.Ordinal) && Lower(next - 1) != "." ? calendar.NumberOf(tokens.Forms[next], TimeWord.Ordinal) : null)) is { } day && !IsUnit(next + 1, "Q") && !(Is(next + 1, TimeWord.Month) && FourDigitYear(next + 1) is null && IsMonth(next + 1) && DayNumber(next + 2) is null))
        {
            var after = next + 1;
            var comma = Lower(after) == "," ? after + 1 : after;
            if (FourDigitYear(comma) is { } given)
            {
                GiveYear(given, i);
                return TryDay(given, month, day) is { } exact ? TimeReading.Day(comma + 1, exact) : null;
            }
            if (YearBehind(after) is { } told && TryDay(told.Year, month, day) is { } ofThatYear)
                return TimeReading.Day(told.End, ofThatYear);
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
        if (Lower(next) == "of" && Integer(next + 1) is >= 100 and < EarliestYear and var old && !IsBefore(next + 2, PartOfSpeech.NOUN))
            return TimeReading.Month(next + 2, old, month);
        if (YearBehind(next) is { } behind)
            return TimeReading.Month(behind.End, behind.Year, month);
        return YearOfMonth(month, i) is { } monthYear ? TimeReading.Month(next, monthYear, month) : TimeReading.Unresolved(next, $"XXXX-{month:00}");
    }

    /// <summary>"14 August 2023", "the 14th of August", "14-19 August".</summary>
    TimeReading? DayFirst(int i)
    {
        // "the fifth of January"
        if ((DayNumber(i) ?? (Is(i, TimeWord.Ordinal) && Lower(i + 1) == "of" ? calendar.NumberOf(tokens.Forms[i], TimeWord.Ordinal) : null)) is not { } day)
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
        else if (Integer(after) is >= 100 and < EarliestYear and var old && !IsBefore(after + 1, PartOfSpeech.NOUN) && !IsBefore(after + 1, PartOfSpeech.ADJ))
        {
            // "30 September 420"
            (year, after) = (old, after + 1);
        }
        else if (YearBehind(after) is { } behind)
        {
            (year, after) = (behind.Year, behind.End);
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
        if (!calendar.AmbiguousMonths.Contains(tokens.Forms[i]))
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
        if (before is "$" or "€" or "£" or "no." or "number" || Lower(i + 1) is "%" or "percent" or "per" || (Is(i + 1, TimeWord.Unit) && !IsUnit(i + 1, "Q")))
            return null;
        if (QuarterNumber(i + 1) is { } quarter)
            return QuarterOf(quarter.End, year, quarter.Number);
        var introduced = calendar.BeforeYear.Contains(before)
            || Is(i - 1, TimeWord.Part) || IsDash(i - 1) || (year is >= 1900 and <= 2100 && i > first && tokens.Tags[i - 1] == PartOfSpeech.PROPN && !IsBefore(i + 1, PartOfSpeech.NOUN));
        // "2000 soldiers" counts; "the 2016 elections" dates.
        if (!introduced && (after is "NNS" or "NNPS") && before is not ("the" or "its" or "their" or "his" or "her"))
            return null;
        if (!introduced && year is < 1800 or > 2100)
            return null;
        if (before is "of" or "to" or "and" or "for" && year is < 1900 or > 2100 && (i < first + 2 || FourDigitYear(i - 2) is not { } beside || beside > year))
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
        if (form.Length is 5 or 6 && (form[^1] is 's' or 'S') && (form.Length == 5 || form[4] is '\'' or '’') && int.TryParse(form.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year % 10 == 0 && year is >= 1100 and <= 2100)
            // "the 1600s" are a century, "the 2000s" a decade.
            return year % 100 == 0 && year < 2000 ? CenturyFrom(i + 1, year) : TimeReading.Window(i + 1, (year / 10).ToString(CultureInfo.InvariantCulture), new DateOnly(year, 1, 1), new DateOnly(year + 9, 12, 31));
        // "the '80s"
        if (form.Length == 4 && form[0] is '\'' or '’' && form[2] == '0' && form[3] is 's' && char.IsAsciiDigit(form[1]))
            return TimeReading.Window(i + 1, $"19{form[1]}", new DateOnly(1900 + (10 * (form[1] - '0')), 1, 1), new DateOnly(1909 + (10 * (form[1] - '0')), 12, 31));
        return Century(i);
    }

    static TimeReading CenturyFrom(int end, int start) =>
        TimeReading.Window(end, $"{start / 100:00}", new DateOnly(Math.Max(start, 1), 1, 1), new DateOnly(start + 99, 12, 31));

    /// <summary>"the 19th century", "the twentieth century".</summary>
    TimeReading? Century(int i)
    {
        var number = DayNumber(i) ?? (Is(i, TimeWord.Ordinal) ? calendar.NumberOf(tokens.Forms[i], TimeWord.Ordinal) : 0);
        var next = IsDash(i + 1) ? i + 2 : i + 1;
        if (number is < 1 or > 21 || !Is(next, TimeWord.Unit) || calendar.ValueOf(tokens.Forms[next], TimeWord.Unit) != "CE" || Integer(i) == number)
            return null;
        return Is(next + 1, TimeWord.Era) && calendar.ValueOf(tokens.Forms[next + 1], TimeWord.Era) == "-1"
            ? TimeReading.Unresolved(next + 2, $"-{number * 100:0000}")
            : CenturyFrom(next + 1, (number - 1) * 100);
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
        else if (relative && calendar.ValueOf(tokens.Forms[i], TimeWord.Relative) == "A1")
        {
            year = narrative is { } told ? YearOfSeason(season, 1, told) : null;
            next = at + 1;
        }
        else if (relative && published is { } today && calendar.ValueOf(tokens.Forms[i], TimeWord.Relative) is not "A1" and var shift)
        {
            year = YearOfSeason(season, int.Parse(shift, CultureInfo.InvariantCulture), today);
            next = at + 1;
        }
        else if (YearBehind(at + 1) is { } behind)
        {
            (year, next) = (behind.Year, behind.End);
        }
        else
        {
            return BareSeason(at, season);
        }
        if (year is not { } known)
            return TimeReading.Unresolved(next, $"XXXX-{season}");
        var start = season switch
        {
            "SP" => new DateOnly(known, 3, 1),
            "SU" => new DateOnly(known, 6, 1),
            "FA" => new DateOnly(known, 9, 1),
            _ => new DateOnly(known, 12, 1),
        };
        return TimeReading.Window(next, $"{known:0000}-{season}", start, start.AddMonths(3).AddDays(-1));
    }

    /// <summary>"in the summer": the latest, or the next where the clause looks forward; none where it tells of every year ("summers are hot").</summary>
    TimeReading? BareSeason(int at, string season)
    {
        if (tokens.Tags[at] != PartOfSpeech.NOUN && tokens.Tags[at] != PartOfSpeech.PROPN)
            return null;
        // "fall" and "spring" are other things too: alone they must stand as times do.
        if (tokens.FineTags[at] != "NNS" && Phrases.Relation(tokens, at) is not ("obl" or "nsubj" or "conj") && Lower(at - 1) != "the")
            return null;
        if (IsBefore(at + 1, PartOfSpeech.NOUN) || IsBefore(at + 1, PartOfSpeech.PROPN))
            return null;
        var direction = published is null || tokens.FineTags[at] == "NNS" ? Tense.Neutral : Direction(at);
        if (direction == Tense.Neutral || published is not { } today)
            return TimeReading.Unresolved(at + 1, $"XXXX-{season}");
        var year = YearOfSeason(season, direction == Tense.Forward ? 1 : -1, today);
        var start = new DateOnly(year, season switch { "SP" => 3, "SU" => 6, "FA" => 9, _ => 12 }, 1);
        return TimeReading.Window(at + 1, $"{year:0000}-{season}", start, start.AddMonths(3).AddDays(-1));
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
        if (direction == Tense.Forward || (direction == Tense.Neutral && Is(at - 1, TimeWord.By)))
            return month < today.Month ? today.Year + 1 : today.Year;
        // Without a tense to go by, a month that begins soon is the one to come.
        var ahead = month - today.Month;
        if (direction == Tense.Neutral && (ahead is > 0 and <= 3 || ahead <= -9))
            return ahead > 0 ? today.Year : today.Year + 1;
        return ahead > 0 ? today.Year - 1 : today.Year;
    }

    /// <summary>A past year given in this sentence, or in the main clause of the one before: what a sentence tells in passing does not move the story.</summary>
    int? GivenYearNear() =>
        givenYear is { } year && (sentenceNumber == givenYearSentence || (IsRetrospective && published is { } now && year < now.Year - 1)
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
