using System.Collections.Frozen;
using Demarche.Knowledge;

namespace Demarche.Reading;

/// <summary>
/// Names the language of a text by its script, its most common words, its letters and the endings of its longer words. Small words are a
/// tenth to a half of any running text, so one sentence mostly decides; a document's own declaration breaks ties and speaks for texts too
/// short to tell.
/// </summary>
public sealed class LanguageIdentifier
{
    /// <summary>Where neither the text nor its document tells.</summary>
    public const string Unknown = "und";

    // Of the words of running text, at least this share must be common words before they outvote a declaration.
    const double Convincing = 0.08;

    // Two words of a language's own, or a handful it shares: "rug works for me" is not told by its one common word.
    const double Enough = 1.2;
    const int FewestWords = 6;

    readonly string[] languages;
    readonly string[] englishNames;

    // Letters that a language writes often and its neighbours never: worth about half a common word each.
    readonly string[] letters;

    // Its letters beside those of the basic alphabet; any other is as much against it.
    readonly FrozenSet<char>[] alphabets;

    const double OwnLetter = 0.5, KnownLetter = 0.1, ForeignLetter = -0.4;

    /// <summary>Letters of the Cyrillic alphabet that all its languages share; of the Latin one, those of ASCII.</summary>
    const string BasicCyrillic = "абвгдежзклмнопрстуфхцчш";
    readonly FrozenDictionary<string, (int Language, double Weight)[]> words;

    // Endings of longer words, worth less than a common word.
    readonly FrozenDictionary<string, (int Language, double Weight)[]> endings;

    const double AnEnding = 0.4;
    const int ShortestEnding = 2, LongestEnding = 6, ShortestStem = 3;

    LanguageIdentifier(string[] languages, string[] englishNames, string[] letters, FrozenSet<char>[] alphabets, FrozenDictionary<string, (int, double)[]> words, FrozenDictionary<string, (int, double)[]> endings)
    {
        this.endings = endings;
        this.languages = languages;
        this.englishNames = englishNames;
        this.letters = letters;
        this.alphabets = alphabets;
        this.words = words;
    }

    public static LanguageIdentifier Load(DataFolder data)
    {
        const string Path = "data/reading/stopwords.tsv";
        using var table = new TsvFile(data.Open(Path), Path, "language", "name", "letters", "alphabet", "endings", "words");
        int language = table.Column("language"), name = table.Column("name"), own = table.Column("letters"), alphabet = table.Column("alphabet"), ending = table.Column("endings"), list = table.Column("words");
        var names = new List<string>();
        var englishNamesRead = new List<string>();
        var lettersRead = new List<string>();
        var alphabetsRead = new List<FrozenSet<char>>();
        var entries = new List<(string Word, int Language)>();
        var endingsRead = new List<(string Word, int Language)>();
        while (table.Read())
        {
            entries.AddRange(table.List(list).Distinct().Select(word => (word, names.Count)));
            names.Add(table[language]);
            englishNamesRead.Add(table[name]);
            endingsRead.AddRange(table.List(ending).Select(part => (part, lettersRead.Count)));
            lettersRead.Add(table[own]);
            alphabetsRead.Add(table[alphabet].ToFrozenSet());
        }
        // A word of one language says more than one that ten share.
        return new LanguageIdentifier([.. names], [.. englishNamesRead], [.. lettersRead], [.. alphabetsRead], Weighted(entries, 1), Weighted(endingsRead, AnEnding));

        static FrozenDictionary<string, (int, double)[]> Weighted(List<(string Word, int Language)> entries, double weight) => entries.GroupBy(entry => entry.Word).ToFrozenDictionary(
            group => group.Key,
            group => group.Select(entry => (entry.Language, weight / Math.Sqrt(group.Count()))).ToArray());
    }

    /// <summary>English name of a language of the table ("uk" is Ukrainian), or null.</summary>
    public string? NameOf(string language) => Array.IndexOf(languages, language) is >= 0 and var index ? englishNames[index] : null;

    /// <summary>BCP 47 primary language of the text, or <c>und</c>.</summary>
    /// <param name="declared">What the document says ("pt-BR"), or null.</param>
    public string Identify(ReadOnlySpan<char> text, string? declared = null) => Tell(text, declared).Language;

    /// <summary>The language to go by, and what the text alone tells; either may be <c>und</c>.</summary>
    public (string Language, string Told) Tell(ReadOnlySpan<char> text, string? declared)
    {
        var claimed = Primary(declared);
        var script = Scripts.Main(text);
        if (script.Language is { } sole)
            return (sole, sole);
        if (script.Letters < 20)
            return (claimed ?? Unknown, Unknown);
        var scores = Score(text, out var total);
        AddLetters(text, scores);
        var best = -1;
        for (var i = 0; i < scores.Length; i++)
            if (scores[i] > 0 && (best < 0 || scores[i] > scores[best]))
                best = i;
        if (best < 0 || scores[best] < Enough || total < FewestWords)
            return (claimed ?? Unknown, Unknown);
        var own = claimed is null ? -1 : Array.IndexOf(languages, claimed);
        // Neighbours as close as this are told apart by the declaration.
        if (own >= 0 && scores[own] >= scores[best] * 0.9)
            return (claimed!, claimed!);
        if (scores[best] >= Convincing * total)
            return (languages[best], languages[best]);
        // A language we have no words for can only be believed where nothing else is convincing.
        var likely = scores[best] >= Convincing / 2 * total ? languages[best] : Unknown;
        return (claimed ?? likely, likely);
    }

    double[] Score(ReadOnlySpan<char> text, out int total)
    {
        var scores = new double[languages.Length];
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[24];
        total = 0;
        for (var i = 0; i < text.Length;)
        {
            if (!IsWordCharacter(text[i]))
            {
                i++;
                continue;
            }
            var start = i;
            while (i < text.Length && IsWordCharacter(text[i]))
                i++;
            total++;
            var word = text[start..i];
            if (word.Length > lower.Length)
                continue;
            word.ToLowerInvariant(lower);
            if (lookup.TryGetValue(lower[..word.Length], out var found))
                foreach (var (language, weight) in found)
                    scores[language] += weight;
            else
                AddEnding(lower[..word.Length], scores);
        }
        return scores;
    }

    void AddEnding(ReadOnlySpan<char> word, double[] scores)
    {
        var lookup = endings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(LongestEnding, word.Length - ShortestStem); length >= ShortestEnding; length--)
            if (lookup.TryGetValue(word[^length..], out var found))
            {
                foreach (var (language, weight) in found)
                    scores[language] += weight;
                return;
            }
    }

    void AddLetters(ReadOnlySpan<char> text, double[] scores)
    {
        foreach (var c in text)
        {
            var letter = char.ToLowerInvariant(c);
            var isTold = letter is >= '\u00DF' and <= '\u02AF' or >= '\u1E00' and <= '\u1EFF' || (letter is >= '\u0400' and <= '\u052F' && !BasicCyrillic.Contains(letter, StringComparison.Ordinal));
            if (!isTold && letter is not ('¿' or '·'))
                continue;
            for (var i = 0; i < scores.Length; i++)
                scores[i] += letters[i].Contains(letter, StringComparison.Ordinal) ? OwnLetter : alphabets[i].Contains(letter) ? KnownLetter : ForeignLetter;
        }
    }

    // Combining vowel signs belong to the words of Hindi; the turned comma to those of Uzbek.
    static bool IsWordCharacter(char c) =>
        char.IsLetter(c) || c == '‘' || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    /// <summary>The primary language of a declaration; null where it names none.</summary>
    public static string? Primary(string? declared)
    {
        if (declared is null)
            return null;
        var code = declared.Trim().Split('-', '_', ',', ' ')[0].ToLowerInvariant();
        return code is { Length: 2 or 3 } && code.All(char.IsAsciiLetter) ? code switch
        {
            "no" or "nn" => "nb",
            "iw" => "he",
            "in" => "id",
            "eng" => "en",
            "und" or "mul" or "xx" => null,
            _ => code,
        } : null;
    }
}
