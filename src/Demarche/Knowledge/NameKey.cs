using System.Runtime.CompilerServices;

namespace Demarche.Knowledge;

/// <summary>
/// Names as looked up: lower case, without diacritics, dots and apostrophes, hyphens as spaces, so that "al-Qaeda",
/// "Al Qaeda" and "U.S.", "US" meet. Whether the case of the text allows a reading is decided by who looks it up.
/// </summary>
public static class NameKey
{
    // Written out, because normalisation needs ICU, which the program runs without.
    const string Letters =
        "aàáâãäåāăąǎạảấầẩẫậắằẳẵặ" + "bḅ" + "cçćĉċč" + "dďđðḍḑ" + "eèéêëēĕėęěẹẻẽếềểễệə" + "gĝğġģ" + "hĥħḥḩ" + "iìíîïĩīĭįıịỉ" + "jĵ" + "kķḳ" + "lĺļľŀłḷ" +
        "nñńņňŋṇ" + "oòóôõöøōŏőơọỏốồổỗộớờởỡợ" + "rŕŗřṛ" + "sśŝşšșṣ" + "tţťŧțṭ" + "uùúûüũūŭůűųưụủứừửữự" + "wŵ" + "yýÿŷỳỵỷỹ" + "zźżžẓ";

    static readonly char[] Folded = MakeTable();

    /// <summary>The key of a whole name. A possessive "'s" is left out: the tokenizer may have parted it from its word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Runs for every name when the program starts, before the compiler would see that it is hot.
    public static string Of(ReadOnlySpan<char> name)
    {
        Span<char> key = name.Length <= 120 ? stackalloc char[2 * name.Length] : new char[2 * name.Length];
        var end = 0;
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (c is ' ' or '-' or '–' or '—' or '\u00a0' or '/' or '‑')
            {
                if (end > 0 && key[end - 1] != ' ')
                    key[end++] = ' ';
            }
            else if (c is '\'' or '’' && i + 1 < name.Length && name[i + 1] == 's' && (i + 2 == name.Length || name[i + 2] == ' '))
                i++;
            else
                Append(key, ref end, c);
        }
        while (end > 0 && key[end - 1] == ' ')
            end--;
        return key[..end].ToString();
    }

    /// <summary>Whether the name is an abbreviation that only capitals spell: "US", "IS", "WHO".</summary>
    public static bool IsAbbreviation(string name)
    {
        var letters = 0;
        foreach (var c in name)
        {
            if (char.IsLower(c) || c is ' ')
                return false;
            if (char.IsUpper(c))
                letters++;
        }
        return letters >= 2;
    }

    /// <summary>Appends what a character contributes: nothing, a letter, or two for "ß" and "æ".</summary>
    internal static void Append(Span<char> key, ref int end, char c)
    {
        if (c is 'ß')
            (key[end], key[end + 1], end) = ('s', 's', end + 2);
        else if (c is 'æ' or 'Æ')
            (key[end], key[end + 1], end) = ('a', 'e', end + 2);
        else if (Fold(c) is var folded && folded != '\0')
            key[end++] = folded;
    }

    /// <summary>The folded letter or digit, or NUL for what a key leaves out.</summary>
    public static char Fold(char c)
    {
        if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
            return c;
        if (char.IsAsciiLetterUpper(c))
            return (char)(c | 0x20);
        if (c is '&' or '+')
            return c;
        if (c < 128)
            return '\0';
        var lower = char.ToLowerInvariant(c);
        if (lower < Folded.Length && Folded[lower] != '\0')
            return Folded[lower];
        return char.IsLetterOrDigit(lower) ? lower : '\0';
    }

    static char[] MakeTable()
    {
        var table = new char[0x1f00];
        var plain = '\0';
        foreach (var c in Letters)
        {
            if (char.IsAscii(c))
                plain = c;
            else
                table[c] = plain;
        }
        return table;
    }
}
