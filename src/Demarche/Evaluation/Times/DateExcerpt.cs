using System.Globalization;
using System.IO.Compression;
using System.Text;
using Demarche.Documents;

namespace Demarche.Evaluation.Times;

/// <summary>A time with a few words around it, for corpora whose texts may not be shared.</summary>
public sealed record DateExcerpt(string Text, TextSpan Span, DateOnly? Published, string Value)
{
    public string Words => Span.Of(Text);

    /// <summary>Reads a table of doc, dct, type, value, mod, temporal_function, left, text, right (gzip).</summary>
    public static IReadOnlyList<DateExcerpt> Load(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
        var rows = new List<DateExcerpt>();
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var cells = line.Split('\t');
            var (left, words, right) = (cells[6], cells[7], cells[8]);
            var start = left.Length > 0 ? left.Length + 1 : 0;
            var text = $"{(left.Length > 0 ? left + " " : "")}{words}{(right.Length > 0 && char.IsLetterOrDigit(right[0]) ? " " : "")}{right}";
            rows.Add(new DateExcerpt(text, new TextSpan(start, start + words.Length),
                DateOnly.TryParseExact(cells[1].AsSpan(0, Math.Min(10, cells[1].Length)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null, cells[3]));
        }
        return rows;
    }
}
