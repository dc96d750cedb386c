using System.Collections.Frozen;
using Demarche.Knowledge;

namespace Demarche.Reading;

/// <summary>
/// Names the language of a text by its script and its most common words. Small words are a tenth to a half of any running text, so a
/// few lines decide; a document's own declaration breaks ties and speaks for texts too short to tell.
/// </summary>
sealed class LanguageIdentifier
{
    const string Unknown = "und";

    // Of the words of running text, at least this share must be common words before they outvote a declaration.
    const double Convincing = 0.08;

    // Two words of a language's own, or a handful it shares: "rug works for me" is not told by its one common word.
    const double Enough = 1.5;
    const int FewestWords = 6;

    readonly string[] languages;
    readonly FrozenDictionary<string, (int Language, double Weight)[]> words;

    LanguageIdentifier(string[] languages, FrozenDictionary<string, (int, double)[]> words)
    {
        this.languages = languages;
        this.words = words;
    }

    public static LanguageIdentifier Load(DataFolder data)
    {
        const string Path = "data/reading/stopwords.tsv";
        using var table = new TsvFile(data.Open(Path), Path, "language", "words");
        int language = table.Column("language"), list = table.Column("words");
        var names = new List<string>();
        var entries = new List<(string Word, int Language)>();
        while (table.Read())
        {
            entries.AddRange(table.List(list).Distinct().Select(word => (word, names.Count)));
            names.Add(table[language]);
        }
        // A word of one language says more than one that ten share.
        var byWord = entries.GroupBy(entry => entry.Word).ToFrozenDictionary(
            group => group.Key,
            group => group.Select(entry => (entry.Language, 1.0 / Math.Sqrt(group.Count()))).ToArray());
        return new LanguageIdentifier([.. names], byWord);
    }

    /// <summary>BCP 47 primary language of the text, or <c>und</c>.</summary>
    /// <param name="declared">What the document says ("pt-BR"), or null.</param>
    public string Identify(ReadOnlySpan<char> text, string? declared = null)
    {
        var claimed = Primary(declared);
        var script = Scripts.Main(text);
        if (script.Language is { } sole)
            return sole;
        if (script.Letters < 20)
            return claimed ?? Unknown;
        var scores = Score(text, out var total);
        AddLetters(text, scores);
        var best = -1;
        for (var i = 0; i < scores.Length; i++)
            if (scores[i] > 0 && (best < 0 || scores[i] > scores[best]))
                best = i;
        if (best < 0 || scores[best] < Enough || total < FewestWords)
            return claimed ?? Unknown;
        var own = claimed is null ? -1 : Array.IndexOf(languages, claimed);
        if (own >= 0 && scores[own] >= scores[best] * 0.9)
            return claimed!;
        // A language we have no words for can only be believed where nothing else is convincing.
        return scores[best] >= Convincing * total ? languages[best] : claimed ?? (scores[best] >= Convincing / 2 * total ? languages[best] : Unknown);
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
        }
        return scores;
    }

    // Letters that a language writes often and its neighbours never: worth about a common word each.
    static readonly (string Language, string Letters)[] OwnLetters =
    [
        ("ru", "ыэ"), ("uk", "їєґ"), ("be", "ў"), ("kk", "әғқұһ"), ("mk", "ѓќѕ"), ("sr", "ђћ"), ("pl", "łżśź"), ("cs", "řů"), ("hu", "őű"), ("ro", "țș"), ("tr", "ğı"), ("de", "ß"), ("es", "ñ¿"), ("pt", "ãõ"),
        ("lv", "ķļņģ"), ("lt", "ėųį"), ("vi", "ơưđ"),
    ];

    void AddLetters(ReadOnlySpan<char> text, double[] scores)
    {
        foreach (var (language, letters) in OwnLetters)
            if (Array.IndexOf(languages, language) is >= 0 and var index)
                foreach (var letter in letters)
                    scores[index] += text.Count(letter) * 0.5;
    }

    // Combining vowel signs belong to the words of Hindi; the turned comma to those of Uzbek.
    static bool IsWordCharacter(char c) =>
        char.IsLetter(c) || c == '‘' || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    static string? Primary(string? declared)
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
