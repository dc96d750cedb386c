using System.Collections.Frozen;
using System.Globalization;
using Demarche.Knowledge;

namespace Demarche.Language.Times;

/// <summary>What a word can be in an expression of time. A word may be several ("second", "may", "last").</summary>
[Flags]
enum TimeWord
{
    None = 0,
    Month = 1 << 0,
    Weekday = 1 << 1,
    Unit = 1 << 2,
    Number = 1 << 3,
    VagueNumber = 1 << 4,
    Ordinal = 1 << 5,
    Deictic = 1 << 6,
    Present = 1 << 7,
    Past = 1 << 8,
    Future = 1 << 9,
    Relative = 1 << 10,
    Stretch = 1 << 11,
    Ago = 1 << 12,
    Later = 1 << 13,
    Part = 1 << 14,
    Daypart = 1 << 15,
    Season = 1 << 16,
    Since = 1 << 17,
    Until = 1 << 18,
    By = 1 << 19,
    From = 1 << 20,
    To = 1 << 21,
    Between = 1 << 22,
    After = 1 << 23,
    Set = 1 << 24,
    Each = 1 << 25,
    Festival = 1 << 26,
    Easter = 1 << 27,
    Forward = 1 << 28,
    FutureAuxiliary = 1 << 29,
    Weekdays = 1 << 30,
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
        ["festival"] = TimeWord.Festival,
        ["easter"] = TimeWord.Easter,
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

    Calendar(Dictionary<string, Entry> entries)
    {
        words = entries.ToFrozenDictionary();
        lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

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
        return new Calendar(entries);
    }

    /// <summary>The classes of a word, whatever its case.</summary>
    internal TimeWord ClassOf(string form)
    {
        if (form.Length > 16)
            return TimeWord.None;
        Span<char> lower = stackalloc char[form.Length];
        form.AsSpan().ToLowerInvariant(lower);
        return lookup.TryGetValue(lower, out var entry) ? entry.Class : TimeWord.None;
    }

    /// <summary>The value of a word in a class it has.</summary>
    internal string ValueOf(string form, TimeWord kind)
    {
        foreach (var (found, value) in words[form.ToLowerInvariant()].Values)
            if (found == kind)
                return value;
        throw new ArgumentException($"'{form}' is not of class {kind}", nameof(kind));
    }

    internal int NumberOf(string form, TimeWord kind) => int.Parse(ValueOf(form, kind), CultureInfo.InvariantCulture);
}
