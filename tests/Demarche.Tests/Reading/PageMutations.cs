using System.Text;

namespace Demarche.Tests.Reading;

/// <summary>
/// Pages broken at random, always in the same way for the same seed: cut short, nested deep, with broken entities, in other encodings,
/// with huge attributes. For the test and for the long run of the benchmarks.
/// </summary>
static class PageMutations
{
    static readonly string[] Pieces =
    [
        "<", ">", "\"", "&", "&#x110000;", "&#0;", "&NotEqualTilde;", "&amp", "<p", "</p>", "</div>", "<table><tr>", "<!--", "-->", "<script>", "</script>", "<title>", "<svg>", "<template>", "<form>", "<plaintext>",
        "<select><option>", "<b><i><a href=x>", "]]>", "\0", "\uFEFF", "\uD83D", "\u202E", "<time datetime='9999-99-99'>", "<meta property='article:published_time' content='2021-13-45'>", "<h1>",
        " class='comment related byline'", "<a rel=author>By ", " - ", "    ", "published ", "Ann Smith, ",
    ];

    static readonly Encoding[] Encodings = [Encoding.UTF8, Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.Latin1, Encoding.UTF32];

    public static byte[] Of(string page, Random random)
    {
        var text = new StringBuilder(page);
        for (var change = random.Next(1, 6); change > 0; change--)
            Change(text, random);
        var bytes = Encodings[random.Next(Encodings.Length)].GetBytes(text.ToString());
        for (var flips = random.Next(3) == 0 ? random.Next(1, 20) : 0; flips > 0 && bytes.Length > 0; flips--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    static void Change(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var piece = Pieces[random.Next(Pieces.Length)];
        switch (random.Next(7))
        {
            case 0: // cut short, but not to nothing
                text.Length = Math.Min(text.Length, Math.Max(at, 100));
                break;
            case 1:
                text.Remove(at, Math.Min(text.Length - at, random.Next(5000)));
                break;
            case 2: // nested, or the same piece again and again
                text.Insert(at, string.Concat(Enumerable.Repeat(random.Next(2) == 0 ? "<div>" : piece, random.Next(1, 4000))));
                break;
            case 3:
                text.Insert(at, $"<div class=\"{new string((char)random.Next('a', 'z'), random.Next(1, 200_000))}\" id='{string.Concat(Enumerable.Repeat(piece, random.Next(1, 2000)))}'>");
                break;
            case 4:
                text.Insert(at, text.ToString(at, Math.Min(text.Length - at, random.Next(20_000))));
                break;
            case 5:
                text.Replace(random.Next(2) == 0 ? ">" : "\"", piece, at, Math.Min(text.Length - at, random.Next(2000)));
                break;
            default:
                text.Insert(at, piece);
                break;
        }
    }
}
