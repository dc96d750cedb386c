namespace Demarche.Reading;

/// <summary>Counts the letters of a text by script.</summary>
static class Scripts
{
    /// <summary>The language a script alone decides (Greek, Hebrew, Chinese, ...), or null where several share it.</summary>
    public readonly record struct Finding(string? Language, int Letters);

    /// <summary>Scripts that one language alone writes in the news, or one above all; first and last letter.</summary>
    static readonly (char First, char Last, string Language)[] Sole =
    [
        ('\u0370', '\u03FF', "el"), ('\u0530', '\u058F', "hy"), ('\u0980', '\u09FF', "bn"), ('\u0A00', '\u0A7F', "pa"), ('\u0A80', '\u0AFF', "gu"), ('\u0B00', '\u0B7F', "or"), ('\u0B80', '\u0BFF', "ta"),
        ('\u0C00', '\u0C7F', "te"), ('\u0C80', '\u0CFF', "kn"), ('\u0D00', '\u0D7F', "ml"), ('\u0D80', '\u0DFF', "si"), ('\u0E00', '\u0E7F', "th"), ('\u0E80', '\u0EFF', "lo"), ('\u0F00', '\u0FFF', "bo"),
        ('\u1000', '\u109F', "my"), ('\u10A0', '\u10FF', "ka"), ('\u1780', '\u17FF', "km"),
    ];

    /// <summary>Letters by which the languages of the Arabic script differ; what none of them claims is Arabic.</summary>
    static readonly (string Language, string Letters, int OneIn)[] Arabic =
    [
        ("sd", "ڄڃڇڊڏڌڀٻڪڳڻڦٿ", 25), ("ps", "ټډړږښڼۍ", 40), ("ckb", "ڕڵێ", 30), ("ug", "ۇۈۋڭېۆە", 12), ("ur", "ٹڈڑںےہ", 25), ("fa", "پچژگیک", 20),
    ];

    public static Finding Main(ReadOnlySpan<char> text)
    {
        int latin = 0, cyrillic = 0, arabic = 0, hebrew = 0, han = 0, kana = 0, hangul = 0, devanagari = 0, ethiopic = 0;
        Span<int> sole = stackalloc int[Sole.Length];
        Span<int> marks = stackalloc int[Arabic.Length];
        sole.Clear();
        marks.Clear();
        foreach (var c in text)
        {
            switch (c)
            {
                case (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '\u00C0' and <= '\u024F') or (>= '\u1E00' and <= '\u1EFF'): latin++; break;
                case < '\u0370': break;
                case >= '\u0400' and <= '\u052F': cyrillic++; break;
                case >= '\u0590' and <= '\u05FF': hebrew++; break;
                case >= '\u0600' and <= '\u06FF':
                    arabic++;
                    for (var i = 0; i < Arabic.Length; i++)
                        marks[i] += Arabic[i].Letters.Contains(c, StringComparison.Ordinal) ? 1 : 0;
                    break;
                case >= '\u0900' and <= '\u097F': devanagari++; break;
                case >= '\u1200' and <= '\u137F': ethiopic++; break;
                case >= '\u3040' and <= '\u30FF': kana++; break;
                case (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF'): han++; break;
                case >= '\uAC00' and <= '\uD7AF': hangul++; break;
                default: CountSole(c, sole); break;
            }
        }
        // A Chinese character carries what takes a Latin word two or three letters.
        var letters = latin + cyrillic + arabic + hebrew + (2 * (han + kana + hangul)) + devanagari + (2 * ethiopic);
        foreach (var count in sole)
            letters += count;
        if (letters == 0)
            return new Finding(null, 0);
        for (var i = 0; i < sole.Length; i++)
            if (sole[i] > letters / 2)
                return new Finding(Sole[i].Language, letters);
        var language =
            2 * (han + kana) > letters / 2 ? kana > (han + kana) / 12 ? "ja" : "zh"
            : 2 * hangul > letters / 2 ? "ko"
            : hebrew > letters / 2 ? IsYiddish(text) ? "yi" : "he"
            : 2 * ethiopic > letters / 2 ? "am"
            : arabic > letters / 2 ? OfArabic(marks, arabic)
            : null;
        return new Finding(language, letters);
    }

    static void CountSole(char c, Span<int> counts)
    {
        for (var i = 0; i < Sole.Length; i++)
            if (c >= Sole[i].First && c <= Sole[i].Last)
                counts[i]++;
    }

    static string OfArabic(ReadOnlySpan<int> marks, int letters)
    {
        for (var i = 0; i < marks.Length; i++)
            if (marks[i] > letters / Arabic[i].OneIn)
                return Arabic[i].Language;
        return "ar";
    }

    // Yiddish writes its vowels: double vav and yod, and ayin everywhere.
    static bool IsYiddish(ReadOnlySpan<char> text) => text.Count('\u05E2') + (3 * (text.Count('\u05F0') + text.Count('\u05F1') + text.Count('\u05F2'))) > text.Length / 14;
}
