using System.Net;
using System.Text;

namespace Demarche.Reading;

/// <summary>Character references: <c>&amp;amp;</c>, <c>&amp;#8217;</c>, <c>&amp;#x2019;</c>.</summary>
static class HtmlEntities
{
    // What &#128; to &#159; mean by the HTML standard: the letters of Windows-1252.
    const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    // The longest names are longer, but no page writes CounterClockwiseContourIntegral.
    const int LongestName = 12;

    public static string Decode(ReadOnlySpan<char> raw)
    {
        if (!raw.Contains('&'))
            return raw.ToString();
        var text = new StringBuilder(raw.Length);
        AppendDecoded(text, raw);
        return text.ToString();
    }

    public static void AppendDecoded(StringBuilder text, ReadOnlySpan<char> raw)
    {
        while (raw.IndexOf('&') is >= 0 and var at)
        {
            text.Append(raw[..at]);
            raw = raw[at..];
            var length = Reference(raw, out var value);
            text.Append(value);
            raw = raw[length..];
        }
        text.Append(raw);
    }

    /// <summary>Reads the reference at the start; how many characters it took (1, and an ampersand, where there is none).</summary>
    public static int Reference(ReadOnlySpan<char> raw, out string value)
    {
        value = "&";
        if (raw.Length < 3)
            return 1;
        return raw[1] == '#' ? Number(raw, ref value) : Name(raw, ref value);
    }

    static int Number(ReadOnlySpan<char> raw, ref string value)
    {
        var hexadecimal = raw[2] is 'x' or 'X';
        var start = hexadecimal ? 3 : 2;
        var end = start;
        var code = 0;
        for (; end < raw.Length && end < start + 8; end++)
        {
            var digit = hexadecimal ? char.IsAsciiHexDigit(raw[end]) ? Convert.ToInt32(raw[end].ToString(), 16) : -1 : char.IsAsciiDigit(raw[end]) ? raw[end] - '0' : -1;
            if (digit < 0)
                break;
            code = Math.Min((code * (hexadecimal ? 16 : 10)) + digit, 0x110000);
        }
        if (end == start)
            return 1;
        value = code is >= 128 and < 160 ? Windows1252[code - 128].ToString()
            : Rune.IsValid(code) && code != 0 ? new Rune(code).ToString()
            : "\uFFFD";
        return end < raw.Length && raw[end] == ';' ? end + 1 : end;
    }

    static int Name(ReadOnlySpan<char> raw, ref string value)
    {
        var end = 1;
        while (end < raw.Length && end <= LongestName && char.IsAsciiLetterOrDigit(raw[end]))
            end++;
        var name = raw[1..end];
        switch (name)
        {
            case "nbsp": value = "\u00A0"; break;
            case "amp": value = "&"; break;
            case "quot": value = "\""; break;
            case "apos": value = "'"; break;
            case "lt": value = "<"; break;
            case "gt": value = ">"; break;
            default:
                var reference = string.Concat("&", name, ";");
                var decoded = WebUtility.HtmlDecode(reference);
                // Without its semicolon a name is a reference in the oldest names only; "&copy=1" in an address is none.
                if (decoded == reference || end >= raw.Length || raw[end] != ';')
                    return 1;
                value = decoded;
                break;
        }
        return end < raw.Length && raw[end] == ';' ? end + 1 : end;
    }
}
