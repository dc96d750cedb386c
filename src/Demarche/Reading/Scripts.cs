namespace Demarche.Reading;

/// <summary>Counts the letters of a text by script.</summary>
static class Scripts
{
    /// <summary>The language a script alone decides (Greek, Hebrew, Chinese, ...), or null where several share it.</summary>
    public readonly record struct Finding(string? Language, int Letters);

    public static Finding Main(ReadOnlySpan<char> text)
    {
        int latin = 0, cyrillic = 0, arabic = 0, han = 0, kana = 0, hangul = 0, greek = 0, hebrew = 0, devanagari = 0, thai = 0, georgian = 0, armenian = 0;
        int persian = 0, urdu = 0;
        foreach (var c in text)
        {
            switch (c)
            {
                case (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '\u00C0' and <= '\u024F') or (>= '\u1E00' and <= '\u1EFF'): latin++; break;
                case >= '\u0370' and <= '\u03FF': greek++; break;
                case >= '\u0400' and <= '\u052F': cyrillic++; break;
                case >= '\u0530' and <= '\u058F': armenian++; break;
                case >= '\u0590' and <= '\u05FF': hebrew++; break;
                case >= '\u0600' and <= '\u06FF':
                    arabic++;
                    persian += c is 'پ' or 'چ' or 'ژ' or 'گ' or 'ی' or 'ک' ? 1 : 0;
                    urdu += c is 'ٹ' or 'ڈ' or 'ڑ' or 'ں' or 'ے' or 'ہ' ? 1 : 0;
                    break;
                case >= '\u0900' and <= '\u097F': devanagari++; break;
                case >= '\u0E00' and <= '\u0E7F': thai++; break;
                case >= '\u10A0' and <= '\u10FF': georgian++; break;
                case >= '\u3040' and <= '\u30FF': kana++; break;
                case (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF'): han++; break;
                case >= '\uAC00' and <= '\uD7AF': hangul++; break;
            }
        }
        // A Chinese character carries what takes a Latin word two or three letters.
        var letters = latin + cyrillic + arabic + 2 * han + 2 * kana + 2 * hangul + greek + hebrew + devanagari + thai + georgian + armenian;
        string? sole =
            2 * (han + kana) > letters / 2 ? kana > (han + kana) / 12 ? "ja" : "zh"
            : 2 * hangul > letters / 2 ? "ko"
            : greek > letters / 2 ? "el"
            : hebrew > letters / 2 ? "he"
            : thai > letters / 2 ? "th"
            : georgian > letters / 2 ? "ka"
            : armenian > letters / 2 ? "hy"
            : arabic > letters / 2 ? urdu > arabic / 25 ? "ur" : persian > arabic / 20 ? "fa" : "ar"
            : null;
        return letters == 0 ? new Finding(null, 0) : new Finding(sole, letters);
    }
}
