using System.Collections.Frozen;
using System.Globalization;
using Demarche.Knowledge;

namespace Demarche.Language.Times;

/// <summary>What a word can be in an expression of time. A word may be several ("second", "may", "last").</summary>
[Flags]
enum TimeWord : long
{
    None = 0,
    Month = 1L << 0,
    Weekday = 1L << 1,
    Unit = 1L << 2,
    Number = 1L << 3,
    VagueNumber = 1L << 4,
    Ordinal = 1L << 5,
    Deictic = 1L << 6,
    Present = 1L << 7,
    Past = 1L << 8,
    Future = 1L << 9,
    Relative = 1L << 10,
    Stretch = 1L << 11,
    Ago = 1L << 12,
    Later = 1L << 13,
    Part = 1L << 14,
    Daypart = 1L << 15,
    Season = 1L << 16,
    Since = 1L << 17,
    Until = 1L << 18,
    By = 1L << 19,
    From = 1L << 20,
    To = 1L << 21,
    Between = 1L << 22,
    After = 1L << 23,
    Set = 1L << 24,
    Each = 1L << 25,
    Told = 1L << 26,
    Latest = 1L << 27,
    Forward = 1L << 28,
    FutureAuxiliary = 1L << 29,
    Weekdays = 1L << 30,
    Clock = 1L << 31,
    HalfDay = 1L << 32,
    Zone = 1L << 33,
    Era = 1L << 34,
    Circa = 1L << 35,
    Period = 1L << 36,
    More = 1L << 37,
}

/// <summary>The words of time of one language, from <c>data/lexicon/LANGUAGE/calendar.tsv</c>.</summary>
public sealed class Calendar
{
    static readonly FrozenDictionary<string, TimeWord> Classes = new Dictionary<string, TimeWord>
    {
        ["month"] = TimeWord.Month,
        ["weekday"] = TimeWord.Weekday,
        ["weekdays"] = TimeWord.Weekdays,
        ["unit"] = TimeWord.Unit,
        ["number"] = TimeWord.Number,
        ["vaguenumber"] = TimeWord.VagueNumber,
        ["ordinal"] = TimeWord.Ordinal,
        ["deictic"] = TimeWord.Deictic,
        ["present"] = TimeWord.Present,
        ["past"] = TimeWord.Past,
        ["future"] = TimeWord.Future,
        ["relative"] = TimeWord.Relative,
        ["stretch"] = TimeWord.Stretch,
        ["ago"] = TimeWord.Ago,
        ["later"] = TimeWord.Later,
        ["part"] = TimeWord.Part,
        ["daypart"] = TimeWord.Daypart,
        ["season"] = TimeWord.Season,
        ["since"] = TimeWord.Since,
        ["until"] = TimeWord.Until,
        ["by"] = TimeWord.By,
        ["from"] = TimeWord.From,
        ["to"] = TimeWord.To,
        ["between"] = TimeWord.Between,
        ["after"] = TimeWord.After,
        ["set"] = TimeWord.Set,
        ["each"] = TimeWord.Each,
        ["told"] = TimeWord.Told,
        ["latest"] = TimeWord.Latest,
        ["clock"] = TimeWord.Clock,
        ["half-day"] = TimeWord.HalfDay,
        ["zone"] = TimeWord.Zone,
        ["era"] = TimeWord.Era,
        ["circa"] = TimeWord.Circa,
        ["period"] = TimeWord.Period,
        ["more"] = TimeWord.More,
        ["forward"] = TimeWord.Forward,
        ["future-auxiliary"] = TimeWord.FutureAuxiliary,
    }.ToFrozenDictionary();

    readonly FrozenDictionary<string, Entry> words;
    readonly FrozenDictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> lookup;

    sealed class Entry
    {
        public TimeWord Class { get; set; }

        public List<(TimeWord Class, string Value)> Values { get; } = [];
    }

    Calendar(Dictionary<string, Entry> entries, NamedTimes named, WordLists lists)
    {
        Named = named;
        (BeforeClock, BeforeYear, BeforeWeekend) = (lists["before-clock"], lists["before-year"], lists["before-weekend"]);
        (AmbiguousMonths, AfterFuture) = (lists["ambiguous-months"], lists["after-future"]);
        words = entries.ToFrozenDictionary();
        lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    internal FrozenSet<string> BeforeClock { get; }

    internal FrozenSet<string> BeforeYear { get; }

    internal FrozenSet<string> BeforeWeekend { get; }

    internal FrozenSet<string> AmbiguousMonths { get; }

    internal FrozenSet<string> AfterFuture { get; }

    /// <summary>Periods and festivals, from <c>data/lexicon/LANGUAGE/periods.tsv</c>.</summary>
    internal NamedTimes Named { get; }

    /// <summary>Reads the words of a language.</summary>
    /// <exception cref="DataFileException">The file is missing or names an unknown class.</exception>
    public static Calendar Load(DataFolder data, string language)
    {
        var path = $"data/lexicon/{language}/calendar.tsv";
        using var file = new TsvFile(data.Open(path), path, "word", "class", "value");
        int word = file.Column("word"), kind = file.Column("class"), value = file.Column("value");
        var entries = new Dictionary<string, Entry>();
        while (file.Read())
        {
            if (!Classes.TryGetValue(file[kind], out var timeWord))
                throw file.Problem($"unknown class '{file[kind]}'; known are {string.Join(", ", Classes.Keys.Order(StringComparer.Ordinal))}");
            if (!entries.TryGetValue(file[word], out var entry))
                entries[file[word]] = entry = new Entry();
            entry.Class |= timeWord;
            entry.Values.Add((timeWord, file[value]));
        }
        return new Calendar(entries, NamedTimes.Load(data, language), WordLists.Load(data, language, "times", "before-clock", "before-year", "ambiguous-months", "before-weekend", "after-future"));
    }

    /// <summary>The classes of a word, whatever its case; of the word before it, where an apostrophe and s were left on ("Tuesday's").</summary>
    internal TimeWord ClassOf(string form) => Find(form)?.Class ?? TimeWord.None;

    /// <summary>The value of a word in a class it has.</summary>
    internal string ValueOf(string form, TimeWord kind)
    {
        foreach (var (found, value) in Find(form)?.Values ?? [])
            if (found == kind)
                return value;
        throw new ArgumentException($"'{form}' is not of class {kind}", nameof(kind));
    }

    internal int NumberOf(string form, TimeWord kind) => int.Parse(ValueOf(form, kind), CultureInfo.InvariantCulture);

    Entry? Find(string form)
    {
        if (form.Length > 16)
            return null;
        Span<char> lower = stackalloc char[form.Length];
        form.AsSpan().ToLowerInvariant(lower);
        if (lookup.TryGetValue(lower, out var entry))
            return entry;
        return lower.Length > 4 && lower[^1] == 's' && lower[^2] is '\'' or '’' && lookup.TryGetValue(lower[..^2], out entry) ? entry : null;
    }
}
