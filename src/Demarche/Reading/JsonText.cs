using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Demarche.Reading;

/// <summary>Strings of JSON as text. Half of a character by itself ("\ud83d" at the end of a text that was cut) becomes U+FFFD: the parser refuses it.</summary>
static class JsonText
{
    public static string Of(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return JsonSerializer.Deserialize<string>(WithoutHalves(value.GetRawText()))!;
        }
    }

    static string WithoutHalves(string raw)
    {
        var whole = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length;)
        {
            var length = raw[i] != '\\' ? 1 : raw[i + 1] != 'u' ? 2 : 6;
            if (length == 6 && char.IsHighSurrogate(Escaped(raw, i)) && i + 12 <= raw.Length && raw[i + 6] == '\\' && raw[i + 7] == 'u' && char.IsLowSurrogate(Escaped(raw, i + 6)))
                length = 12;
            if (length == 6 && char.IsSurrogate(Escaped(raw, i)))
                whole.Append("\\ufffd");
            else
                whole.Append(raw, i, length);
            i += length;
        }
        return whole.ToString();
    }

    // The parser has seen to it that there are four digits.
    static char Escaped(string raw, int at) => (char)ushort.Parse(raw.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
