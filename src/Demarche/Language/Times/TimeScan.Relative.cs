using System.Globalization;
using Demarche.Documents;

namespace Demarche.Language.Times;

/// <summary>Times told from another time: yesterday, last week, two years ago, since then; and lengths of time.</summary>
sealed partial class TimeScan
{
    TimeReading? Deictic(int i)
    {
        if (!Is(i, TimeWord.Deictic))
            return null;
        if (published is not { } today)
            return TimeReading.Unresolved(i + 1, "XXXX-XX-XX");
        var day = today.AddDays(calendar.NumberOf(tokens.Forms[i], TimeWord.Deictic));
        return Lower(i) == "tonight" ? TimeReading.Day(i + 1, day, "TNI") : WithDaypart(TimeReading.Day(i + 1, day));
    }

    TimeReading WithDaypart(TimeReading day) =>
        Is(day.End, TimeWord.Daypart) ? day with { End = day.End + 1, Kind = TimeKind.Time, Value = day.Value + "T" + calendar.ValueOf(tokens.Forms[day.End], TimeWord.Daypart) } : day;

    /// <summary>"last week", "this year", "next month", "this morning", "the following day", "last August".</summary>
    TimeReading? RelativeUnit(int i)
    {
        if (!Is(i, TimeWord.Relative))
            return null;
        var value = calendar.ValueOf(tokens.Forms[i], TimeWord.Relative);
        if (IsMonth(i + 1) && value != "A1" && published is { } day && FourDigitYear(i + 2) is null && DayNumber(i + 2) is null)
        {
            var month = calendar.NumberOf(tokens.Forms[i + 1], TimeWord.Month);
            var year = value switch
            {
                "-1" => month >= day.Month ? day.Year - 1 : day.Year,
                "1" => month <= day.Month ? day.Year + 1 : day.Year,
                _ => day.Year,
            };
            return TimeReading.Month(i + 2, year, month);
        }
        if (Is(i + 1, TimeWord.Daypart) && published is { } today)
        {
            var part = calendar.ValueOf(tokens.Forms[i + 1], TimeWord.Daypart);
            return TimeReading.Day(i + 2, value == "-1" ? today.AddDays(-1) : today, "T" + part);
        }
        var at = Lower(i + 1) == "fiscal" ? i + 2 : i + 1;
        if (!Is(at, TimeWord.Unit) || calendar.ValueOf(tokens.Forms[at], TimeWord.Unit) is var unit && tokens.FineTags[at] == "NNS")
            return null;
        // "the next day", "the following year" tell from what was told before; "next year" from now.
        var told = value == "A1" || (i > first && Lower(i - 1) == "the" && value is "1" or "-1" && Lower(i) is "next" or "previous");
        var origin = told ? narrative ?? published : published;
        var shift = value == "A1" ? 1 : int.Parse(value, CultureInfo.InvariantCulture);
        if (origin is not { } from)
            return TimeReading.Unresolved(at + 1, Vaguely(unit));
        // "this year's third quarter"
        var own = Lower(at + 1) is "'s" or "’s" ? at + 2 : at + 1;
        return unit == "Y" && QuarterNumber(own) is { } quarter ? QuarterOf(quarter.End, from.Year + shift, quarter.Number) : Shifted(at + 1, from, unit, shift);
    }

    /// <summary>"that year", "the same month", "the day before", "the following morning": told from what was told last.</summary>
    TimeReading? Told(int i)
    {
        var at = i;
        while (Is(at, TimeWord.Told))
            at++;
        var isTold = at > i && (at > i + 1 || tokens.Tags[i] is PartOfSpeech.DET or PartOfSpeech.ADJ);
        var shift = 0;
        var next = at + 1;
        if (!isTold && Lower(i - 1) == "the" && Is(at, TimeWord.Unit) && Lower(at + 1) is "before" or "after" && Phrases.Relation(tokens, at + 1) == "advmod")
        {
            (isTold, next) = (true, at + 2);
            shift = Lower(at + 1) == "before" ? -1 : 1;
        }
        if (!isTold || narrative is not { } day)
            return null;
        if (Is(at, TimeWord.Daypart) && !Is(at, TimeWord.Unit))
            return TimeReading.Day(next, day, "T" + calendar.ValueOf(tokens.Forms[at], TimeWord.Daypart));
        if (!Is(at, TimeWord.Unit) || tokens.FineTags[at] == "NNS" || calendar.ValueOf(tokens.Forms[at], TimeWord.Unit) is "H" or "MIN" or "S" or "CE" or "WE")
            return null;
        return Shifted(next, day, calendar.ValueOf(tokens.Forms[at], TimeWord.Unit), shift);
    }

    /// <summary>"over the weekend": the one just past, or the one to come where the clause looks forward.</summary>
    TimeReading? Weekend(int i)
    {
        if (!Is(i, TimeWord.Unit) || published is not { } today || Lower(i - 1) != "the" || !calendar.BeforeWeekend.Contains(Lower(i - 2))
            || calendar.ValueOf(tokens.Forms[i], TimeWord.Unit) != "WE" || tokens.FineTags[i] == "NNS")
            return null;
        var isNow = today.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        return Shifted(i + 1, today, "WE", Direction(i) == Tense.Forward ? isNow ? 0 : 1 : isNow ? 0 : -1);
    }

    /// <summary>The calendar unit that lies a number of units from a day.</summary>
    static TimeReading? Shifted(int next, DateOnly from, string unit, int shift)
    {
        try
        {
            switch (unit)
            {
                case "D":
                    return TimeReading.Day(next, from.AddDays(shift));
                case "NI":
                    return TimeReading.Day(next, from.AddDays(shift), "TNI");
                case "W":
                    return TimeReading.Week(next, from.AddDays(7 * shift));
                case "FN":
                    return TimeReading.Window(next, "P2W", from.AddDays(shift < 0 ? -14 : 0), from.AddDays(shift < 0 ? 0 : 14));
                case "M":
                    var month = from.AddMonths(shift);
                    return TimeReading.Month(next, month.Year, month.Month);
                case "Y":
                    return TimeReading.Year(next, from.Year + shift);
                case "DE":
                    var decade = (from.Year / 10 + shift) * 10;
                    return TimeReading.Window(next, (decade / 10).ToString(CultureInfo.InvariantCulture), new DateOnly(decade, 1, 1), new DateOnly(decade + 9, 12, 31));
                case "Q":
                    var quarter = from.Year * 4 + (from.Month - 1) / 3 + shift;
                    var start = new DateOnly(quarter / 4, quarter % 4 * 3 + 1, 1);
                    return TimeReading.Window(next, $"{start.Year:0000}-Q{quarter % 4 + 1}", start, start.AddMonths(3).AddDays(-1));
                case "WE":
                    // A weekend on Monday to Wednesday is the one just past (coding notes, Dates), later in the week the one to come.
                    var saturday = from.AddDays(6 - (from.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)from.DayOfWeek));
                    if (shift < 0 || (shift == 0 && from.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Tuesday or DayOfWeek.Wednesday))
                        saturday = saturday.AddDays(-7);
                    else if (shift > 0)
                        saturday = saturday.AddDays(from.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 7 : 0);
                    return TimeReading.Window(next, TimeReading.Week(next, saturday).Value + "-WE", saturday, saturday.AddDays(1));
                default:
                    return null;
            }
        }
        catch (ArgumentOutOfRangeException)
        {
            return null; // beyond the calendar: "ten thousand years ago"
        }
    }

    /// <summary>"two years ago", "a week later", "three days earlier".</summary>
    TimeReading? Ago(int i)
    {
        if (Quantity(i) is not { } quantity)
            return null;
        var next = quantity.End;
        if (quantity.Amount is not { } amount)
            return Is(next, TimeWord.Ago) ? new TimeReading(next + 1, TimeKind.Date, "PAST_REF", null, published, published is null ? DatePrecision.Unresolved : DatePrecision.Before) : null;
        var sign = Is(next, TimeWord.Ago) ? -1 : Is(next, TimeWord.Later) && Lower(next) is "later" or "earlier" ? calendar.NumberOf(tokens.Forms[next], TimeWord.Later) : 0;
        if (sign == 0 || amount != Math.Floor(amount))
            return null;
        var fromNow = Is(next, TimeWord.Ago);
        if (fromNow && quantity.Unit == "Y" && published is { } now && amount >= now.Year)
            return TimeReading.Unresolved(next + 1, $"-{amount - now.Year:0000}");
        if (amount > 5000)
            return null;
        // "a year earlier" without anything told before: seen from the publication.
        var origin = fromNow ? published : narrative ?? (sign < 0 && quantity.Unit is "Y" or "M" ? published : null);
        if (origin is not { } from)
            return TimeReading.Unresolved(next + 1, Vaguely(quantity.Unit));
        return Shifted(next + 1, from, quantity.Unit, sign * (int)amount) is { } reading
            ? quantity.Unit is "W" && fromNow ? reading with { Precision = DatePrecision.Window } : reading
            : TimeReading.Unresolved(next + 1, Vaguely(quantity.Unit));
    }

    /// <summary>"early 2019", "late last month", "earlier this year", "mid-November", "the end of the year".</summary>
    TimeReading? PartOf(int i)
    {
        if (!Is(i, TimeWord.Part))
            return null;
        var next = i + 1;
        if (IsDash(next) || Lower(next) is "in" or "of")
            next++;
        if (Lower(next) == "the")
            next++;
        var whole = MonthFirst(next) ?? BareYear(next) ?? DecadeOf(next) ?? RelativeUnit(next) ?? SeasonOf(next) ?? UnitOfNow(next);
        return whole is { From: not null, To: not null } reading && reading.Precision != DatePrecision.Day ? Narrowed(reading, calendar.ValueOf(tokens.Forms[i], TimeWord.Part)) : null;
    }

    TimeReading Narrowed(TimeReading reading, string part)
    {
        if (reading is not { From: { } from, To: { } to })
            return reading;
        var days = to.DayNumber - from.DayNumber + 1;
        var (start, stop) = part switch
        {
            "EARLY" or "START" => (from, from.AddDays(days / 3 - 1)),
            "MID" => (from.AddDays(days / 3), from.AddDays(2 * days / 3)),
            "LATE" or "END" => (from.AddDays(2 * days / 3), to),
            "EARLIER" when published is { } today && from <= today && today <= to => (from, today),
            "LATER" when published is { } today && from <= today && today <= to => (today, to),
            _ => (from, to),
        };
        return reading with { From = start, To = stop, Precision = DatePrecision.Window };
    }

    /// <summary>"mid-November", "mid-2016", "mid-1990s" in one word.</summary>
    TimeReading? MidPart(int i)
    {
        var form = tokens.Forms[i];
        var dash = form.IndexOf('-', StringComparison.Ordinal);
        if (dash < 2 || (calendar.ClassOf(form[..dash]) & TimeWord.Part) == TimeWord.None)
            return null;
        var rest = form[(dash + 1)..];
        TimeReading reading;
        if ((calendar.ClassOf(rest) & TimeWord.Month) != TimeWord.None && char.IsUpper(rest[0]))
        {
            var month = calendar.NumberOf(rest, TimeWord.Month);
            if (FourDigitYear(i + 1) is { } given)
                reading = GivenHere(i + 2, given, i);
            else if (YearOfMonth(month, i) is { } year)
                (reading, given) = (TimeReading.Year(i + 1, year), year);
            else
                return TimeReading.Unresolved(i + 1, $"XXXX-{month:00}");
            reading = TimeReading.Month(reading.End, given, month);
        }
        else if (rest.Length is 4 or 5 && int.TryParse(rest.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= EarliestYear and <= LatestYear)
        {
            if (rest.Length == 5 && (rest[4] != 's' || year % 10 != 0))
                return null;
            reading = rest.Length == 4 ? GivenHere(i + 1, year, i) : TimeReading.Window(i + 1, $"{year / 10}", new DateOnly(year, 1, 1), new DateOnly(year + 9, 12, 31));
        }
        else
        {
            return null;
        }
        return Narrowed(reading, calendar.ValueOf(form[..dash], TimeWord.Part));
    }

    /// <summary>"the year" in "the end of the year", "later in the month": the one of the publication.</summary>
    TimeReading? UnitOfNow(int i)
    {
        if (published is not { } today || Lower(i - 1) != "the" || !Is(i, TimeWord.Unit) || tokens.FineTags[i] == "NNS")
            return null;
        var unit = calendar.ValueOf(tokens.Forms[i], TimeWord.Unit);
        return unit is "Y" or "M" or "Q" or "W" or "DE" ? Shifted(i + 1, today, unit, 0) : null;
    }

    /// <summary>"the last five days", "the past year", "the coming weeks", "in recent months".</summary>
    TimeReading? Stretch(int i)
    {
        if (!Is(i, TimeWord.Stretch) || published is not { } today)
            return null;
        var sign = calendar.NumberOf(tokens.Forms[i], TimeWord.Stretch);
        if (Quantity(i + 1) is { Amount: null } vague)
            return new TimeReading(vague.End, TimeKind.Duration, Length(null, vague.Unit), sign < 0 ? null : today, sign < 0 ? today : null, sign < 0 ? DatePrecision.Before : DatePrecision.Future);
        if (Quantity(i + 1) is { Amount: { } amount } quantity)
        {
            if (amount > 5000 || Shifted(quantity.End, today, quantity.Unit, sign * (int)amount) is not { From: not null })
                return null;
            var other = Moved(today, quantity.Unit, sign * (int)amount);
            // So many whole years or months end with today: the first day is the one after the anniversary.
            if (sign < 0 && quantity.Unit is "Y" or "M" or "DE")
                other = other.AddDays(1);
            return new TimeReading(quantity.End, TimeKind.Duration, Length(quantity.Amount, quantity.Unit), sign < 0 ? other : today, sign < 0 ? today : other, DatePrecision.Window);
        }
        if (Is(i + 1, TimeWord.Unit))
        {
            var unit = calendar.ValueOf(tokens.Forms[i + 1], TimeWord.Unit);
            if (tokens.FineTags[i + 1] == "NNS")
                return TimeReading.Unresolved(i + 2, sign < 0 ? "PAST_REF" : "FUTURE_REF");
            var other = Moved(today, unit, sign);
            return new TimeReading(i + 2, TimeKind.Duration, Length(1, unit), sign < 0 ? other : today, sign < 0 ? today : other, DatePrecision.Window);
        }
        return null;
    }

    static DateOnly Moved(DateOnly from, string unit, int count) => unit switch
    {
        "Y" => from.AddYears(Math.Clamp(count, 1 - from.Year, 9998 - from.Year)),
        "DE" => from.AddYears(Math.Clamp(10 * count, 1 - from.Year, 9998 - from.Year)),
        "M" => from.AddMonths(count),
        "Q" => from.AddMonths(3 * count),
        "W" or "WE" => from.AddDays(7 * count),
        "FN" => from.AddDays(14 * count),
        "D" or "NI" => from.AddDays(count),
        _ => from,
    };

    /// <summary>"six days", "six-day", "several years", "decades".</summary>
    TimeReading? Duration(int i)
    {
        if (Quantity(i) is { } quantity)
            return Is(i, TimeWord.VagueNumber) && calendar.ValueOf(tokens.Forms[i], TimeWord.VagueNumber) is { Length: > 1 } reference
                ? new TimeReading(quantity.End, TimeKind.Date, reference, null, published, published is null ? DatePrecision.Unresolved : DatePrecision.Before)
                : TimeReading.Unresolved(quantity.End, Length(quantity.Amount, quantity.Unit), TimeKind.Duration);
        return Is(i, TimeWord.Unit) && tokens.FineTags[i] == "NNS" && tokens.Tags[i] == PartOfSpeech.NOUN && calendar.ValueOf(tokens.Forms[i], TimeWord.Unit) is not ("S" or "NI") and var unit
            ? TimeReading.Unresolved(i + 1, Length(null, unit), TimeKind.Duration)
            : null;
    }

    TimeReading? Repeated(int i)
    {
        if (Is(i, TimeWord.Each) && IsMonth(i + 1))
            return TimeReading.Unresolved(i + 2, $"XXXX-{calendar.NumberOf(tokens.Forms[i + 1], TimeWord.Month):00}", TimeKind.Set);
        if (Is(i, TimeWord.Each) && Is(i + 1, TimeWord.Season))
            return TimeReading.Unresolved(i + 2, $"XXXX-{calendar.ValueOf(tokens.Forms[i + 1], TimeWord.Season)}", TimeKind.Set);
        if (Is(i, TimeWord.Each) && (Is(i + 1, TimeWord.Unit) || Is(i + 1, TimeWord.Weekday)))
            return TimeReading.Unresolved(i + 2, Is(i + 1, TimeWord.Unit) ? Length(1, calendar.ValueOf(tokens.Forms[i + 1], TimeWord.Unit)) : $"XXXX-WXX-{calendar.ValueOf(tokens.Forms[i + 1], TimeWord.Weekday)}", TimeKind.Set);
        if (Is(i, TimeWord.Weekdays))
            return TimeReading.Unresolved(i + 1, $"XXXX-WXX-{calendar.ValueOf(tokens.Forms[i], TimeWord.Weekdays)}", TimeKind.Set);
        return Is(i, TimeWord.Set) ? TimeReading.Unresolved(i + 1, calendar.ValueOf(tokens.Forms[i], TimeWord.Set), TimeKind.Set) : null;
    }

    TimeReading? Vague(int i)
    {
        if (Is(i, TimeWord.Present))
            return new TimeReading(i + 1, TimeKind.Date, "PRESENT_REF", published, published, published is null ? DatePrecision.Unresolved : DatePrecision.Window);
        // "recent", "current" before a noun date it, they date no act; "to present" is none of them.
        if ((Is(i, TimeWord.Past) || Is(i, TimeWord.Present)) && tokens.Tags[i] is PartOfSpeech.ADJ or PartOfSpeech.NOUN or PartOfSpeech.VERB)
            return Phrases.Relation(tokens, i) == "amod" ? TimeReading.Unresolved(i + 1, calendar.ValueOf(tokens.Forms[i], Is(i, TimeWord.Past) ? TimeWord.Past : TimeWord.Present)) : null;
        if (Is(i, TimeWord.Past))
            return new TimeReading(i + 1, TimeKind.Date, "PAST_REF", null, published, published is null ? DatePrecision.Unresolved : DatePrecision.Before);
        // "shortly after the vote" tells from the vote, not from now.
        if (Is(i, TimeWord.Future) && !calendar.AfterFuture.Contains(Lower(i + 1)))
            return new TimeReading(i + 1, TimeKind.Date, "FUTURE_REF", published, null, published is null ? DatePrecision.Unresolved : DatePrecision.Future);
        return null;
    }

    readonly record struct Measured(int End, double? Amount, string Unit);

    /// <summary>A number and a unit of time: "five days", "a year", "twenty-five years", "6-day", "several weeks"; the amount is null where vague.</summary>
    Measured? Quantity(int i)
    {
        double? amount;
        int next;
        if (Is(i, TimeWord.VagueNumber) || (Is(i, TimeWord.Number) && Is(i + 1, TimeWord.VagueNumber)))
        {
            var vague = Is(i, TimeWord.VagueNumber) ? i : i + 1;
            amount = double.TryParse(calendar.ValueOf(tokens.Forms[vague], TimeWord.VagueNumber), NumberStyles.None, CultureInfo.InvariantCulture, out var about) ? about : null;
            next = vague + 1;
            if (Lower(next) == "of")
                next++;
        }
        else if (NumberAt(i) is { } number)
        {
            amount = number.Value;
            next = number.End;
        }
        else
        {
            return null;
        }
        if (amount is not null && Fraction(next) is { } fraction)
        {
            amount += fraction.Value;
            next = fraction.End;
        }
        if (IsDash(next))
            next++;
        if (Is(next, TimeWord.More))
            next++;
        if (!Is(next, TimeWord.Unit))
            return null;
        var after = next + 1;
        // "a year and a half"
        if (amount is not null && Lower(after) == "and" && IsHalf(after + 2) && Is(after + 1, TimeWord.Number))
        {
            amount += 0.5;
            after += 3;
        }
        return new Measured(after, amount, calendar.ValueOf(tokens.Forms[next], TimeWord.Unit));
    }

    bool IsHalf(int i) => Is(i, TimeWord.Number) && calendar.ValueOf(tokens.Forms[i], TimeWord.Number) == "0.5";

    /// <summary>What follows a whole number: "2 1/2 years", "two and a half years".</summary>
    (double Value, int End)? Fraction(int i)
    {
        if (Integer(i) is > 0 and < 10 and var above && Lower(i + 1) is "/" or "⁄" && Integer(i + 2) is > 1 and < 10 and var below)
            return ((double)above / below, i + 3);
        return Lower(i) switch
        {
            "1/2" or "½" => (0.5, i + 1),
            "1/4" or "¼" => (0.25, i + 1),
            "3/4" or "¾" => (0.75, i + 1),
            "and" when IsHalf(i + 2) => (0.5, i + 3),
            _ => null,
        };
    }

    (double Value, int End)? NumberAt(int i)
    {
        if (i < end && IsNumeral(i) && tokens.Forms[i].Length <= 6 && double.TryParse(tokens.Forms[i].Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var digits))
            return Multiplied(digits, i + 1);
        if (!Is(i, TimeWord.Number))
            return null;
        var value = double.Parse(calendar.ValueOf(tokens.Forms[i], TimeWord.Number), CultureInfo.InvariantCulture);
        var next = IsDash(i + 1) ? i + 2 : i + 1;
        if (value is >= 20 and < 100 && Is(next, TimeWord.Number) && double.Parse(calendar.ValueOf(tokens.Forms[next], TimeWord.Number), CultureInfo.InvariantCulture) is < 10 and >= 1 and var ones)
            return Multiplied(value + ones, next + 1);
        return Multiplied(value, i + 1);
    }

    /// <summary>"five thousand", "a hundred", "13 billion".</summary>
    (double Value, int End) Multiplied(double value, int next)
    {
        while (Is(next, TimeWord.Number) && double.Parse(calendar.ValueOf(tokens.Forms[next], TimeWord.Number), CultureInfo.InvariantCulture) is >= 100 and var factor)
        {
            value *= factor;
            next++;
        }
        return (value, next);
    }

    static string Length(double? amount, string unit)
    {
        var number = amount is { } known ? known.ToString("0.#", CultureInfo.InvariantCulture) : "X";
        return unit switch
        {
            "H" => $"PT{number}H",
            "MIN" => $"PT{number}M",
            "S" => $"PT{number}S",
            "FN" => amount is { } weeks ? $"P{(2 * weeks).ToString("0.#", CultureInfo.InvariantCulture)}W" : "PXW",
            "NI" => $"P{number}D",
            "Q" => amount is { } quarters ? $"P{(3 * quarters).ToString("0.#", CultureInfo.InvariantCulture)}M" : "PXM",
            _ => $"P{number}{unit}",
        };
    }

    static string Vaguely(string unit) => unit switch { "Y" => "XXXX", "M" => "XXXX-XX", "W" => "XXXX-WXX", _ => "XXXX-XX-XX" };

    enum Tense
    {
        Neutral,
        Forward,
        Backward,
    }

    /// <summary>
    /// Whether the clause of a time looks forward or back: up the tree from the time, a future auxiliary or a word of planning
    /// looks forward, a finite past verb back; whichever comes first decides.
    /// </summary>
    Tense Direction(int at)
    {
        if (NounDated(at) is { } noun)
            return LooksForward(noun) ? Tense.Forward : Tense.Neutral;
        var word = tokens.Heads[at];
        for (var steps = 0; word >= 0 && steps < 6; steps++, word = tokens.Heads[word])
        {
            if ((classes[word] & TimeWord.Forward) != TimeWord.None || (calendar.ClassOf(tokens.Lemmas[word]) & TimeWord.Forward) != TimeWord.None)
                return Tense.Forward;
            foreach (var child in tokens.Children[word])
                if (child < word && tokens.Tags[child] == PartOfSpeech.AUX && (classes[child] & TimeWord.FutureAuxiliary) != TimeWord.None)
                    return Tense.Forward;
            // "is to be held": what is to be is ahead, unless it was to be.
            if (HasToMark(word) && tokens.Heads[word] is >= 0 and var governor && tokens.Relations[word] is "xcomp" && tokens.FineTags[governor] is "VBP" or "VBZ")
                return Tense.Forward;
            if (IsPresentPassive(word))
                return Tense.Neutral;
            if (tokens.FineTags[word] == "VBD" || (tokens.FineTags[word] == "VBN" && tokens.Tags[word] == PartOfSpeech.VERB))
                return tokens.Relations[word] is "acl" or "amod" && tokens.FineTags[word] == "VBN" ? Tense.Neutral : Tense.Backward;
            if (tokens.Tags[word] == PartOfSpeech.VERB && tokens.Relations[word] is "root" or "ccomp" or "conj" or "parataxis" or "advcl")
                return tokens.FineTags[word] is "VBP" or "VBZ" ? Tense.Neutral : HasToMark(word) ? Tense.Forward : Tense.Neutral;
        }
        return Tense.Neutral;
    }

    /// <summary>The noun before which a date stands ("the July 25 call"): the verb of the clause tells nothing of its time.</summary>
    int? NounDated(int at)
    {
        var head = at;
        while (tokens.Heads[head] is >= 0 and var above && Math.Abs(above - head) <= 2 && (IsNumeral(above) || Is(above, TimeWord.Month)))
            head = above;
        var noun = tokens.Heads[head];
        return noun > head && tokens.Tags[noun] is PartOfSpeech.NOUN or PartOfSpeech.PROPN && Phrases.Relation(tokens, head) is "compound" or "nummod" or "nmod" or "amod" ? noun : null;
    }

    // "the planned June 5 summit", "the June 5 deadline".
    bool LooksForward(int noun)
    {
        if ((classes[noun] & TimeWord.Forward) != TimeWord.None)
            return true;
        foreach (var child in tokens.Children[noun])
            if (child < noun && tokens.Relations[child] is "amod" && ((classes[child] | calendar.ClassOf(tokens.Lemmas[child])) & TimeWord.Forward) != TimeWord.None)
                return true;
        return false;
    }

    // "is held on Fridays" tells no past.
    bool IsPresentPassive(int word)
    {
        var isPresent = false;
        foreach (var child in tokens.Children[word])
            if (child < word && tokens.Tags[child] == PartOfSpeech.AUX)
            {
                if (tokens.FineTags[child] is "VBD" or "VBN" || !tokens.Relations[child].EndsWith(":pass", StringComparison.Ordinal))
                    return false;
                isPresent |= tokens.FineTags[child] is "VBZ" or "VBP";
            }
        return isPresent && tokens.FineTags[word] == "VBN";
    }

    bool HasToMark(int word)
    {
        foreach (var child in tokens.Children[word])
            if (child < word && tokens.FineTags[child] == "TO")
                return true;
        return false;
    }
}
