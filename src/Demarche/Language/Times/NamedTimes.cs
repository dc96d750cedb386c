using System.Collections.Frozen;
using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Language.Times;

/// <summary>The periods and festivals of one language, by their first word.</summary>
sealed class NamedTimes
{
    static readonly FrozenDictionary<string, NamedTimeKind> Kinds = new Dictionary<string, NamedTimeKind>
    {
        ["period"] = NamedTimeKind.Period,
        ["reference"] = NamedTimeKind.Reference,
        ["day"] = NamedTimeKind.Day,
        ["weekday"] = NamedTimeKind.Weekday,
        ["easter"] = NamedTimeKind.Easter,
        ["orthodox-easter"] = NamedTimeKind.OrthodoxEaster,
        ["islamic"] = NamedTimeKind.Islamic,
        ["hebrew"] = NamedTimeKind.Hebrew,
        ["chinese"] = NamedTimeKind.Chinese,
        ["persian"] = NamedTimeKind.Persian,
    }.ToFrozenDictionary();

    readonly FrozenDictionary<string, NamedTime[]> byFirstWord;

    NamedTimes(FrozenDictionary<string, NamedTime[]> byFirstWord) => this.byFirstWord = byFirstWord;

    public static NamedTimes Load(DataFolder data, string language)
    {
        var path = $"data/lexicon/{language}/periods.tsv";
        using var file = new TsvFile(data.Open(path), path, "words", "kind", "rule");
        int words = file.Column("words"), kind = file.Column("kind"), rule = file.Column("rule");
        var times = new List<NamedTime>();
        while (file.Read())
        {
            if (!Kinds.TryGetValue(file[kind], out var known))
                throw file.Problem($"unknown kind '{file[kind]}'; known are {string.Join(", ", Kinds.Keys.Order(StringComparer.Ordinal))}");
            var time = new NamedTime(file[words].Split(' '), known, file[rule]);
            if (!IsRule(time))
                throw file.Problem($"'{file[rule]}' is no rule of kind '{file[kind]}'");
            times.Add(time);
        }
        return new NamedTimes(times.GroupBy(time => time.Words[0].ToLowerInvariant())
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(time => time.Words.Length).ToArray()));
    }

    /// <summary>The longest name that begins at a word; a capital in the table asks for one in the text.</summary>
    public NamedTime? At(IReadOnlyList<string> forms, int first, int end)
    {
        if (!byFirstWord.TryGetValue(forms[first].ToLowerInvariant(), out var candidates))
            return null;
        foreach (var candidate in candidates)
            if (first + candidate.Words.Length <= end && Fits(candidate.Words, forms, first))
                return candidate;
        return null;
    }

    static bool Fits(string[] words, IReadOnlyList<string> forms, int first)
    {
        for (var i = 0; i < words.Length; i++)
            if (!string.Equals(words[i], forms[first + i], StringComparison.OrdinalIgnoreCase) || (char.IsUpper(words[i][0]) && !char.IsUpper(forms[first + i][0])))
                return false;
        return true;
    }

    static bool IsRule(NamedTime time)
    {
        if (time.Kind == NamedTimeKind.Reference)
            return time.Rule is "PAST_REF" or "PRESENT_REF" or "FUTURE_REF";
        if (time.Kind == NamedTimeKind.Period)
            return TimexDays.Of(time.Rule) is not null;
        try
        {
            return time.InYear(2016) is not null || time.InYear(2015) is not null; // a day may be one of leap years, a lunar one may leave out a solar year
        }
        catch (Exception problem) when (problem is FormatException or IndexOutOfRangeException or OverflowException)
        {
            return false;
        }
    }
}
