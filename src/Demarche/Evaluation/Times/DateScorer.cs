using System.Globalization;
using System.IO.Compression;
using System.Text;
using Demarche.Documents;

namespace Demarche.Evaluation.Times;

/// <summary>A date expression of a document, told by its words and its sentence.</summary>
/// <param name="Value">TIMEX3 or ISO value; "from/to" where the gold has an interval.</param>
public sealed record GoldDate(string Document, DateOnly? Published, string Value, string Words, string Sentence);

/// <summary>
/// Scores times by span (a preposition or article at the head is optional) and value: the same value, or the same days
/// ("199" is 1990-01-01/1999-12-31).
/// </summary>
public static class DateScorer
{
    /// <summary>Longest difference that an optional word at the head makes ("since", "the").</summary>
    const int OptionalHead = 6;

    /// <summary>Reads a table of doc, dct, element, when, from, to, text, sentence (gzip).</summary>
    public static IReadOnlyList<GoldDate> Load(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
        var rows = new List<GoldDate>();
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var cells = line.Split('\t');
            rows.Add(new GoldDate(cells[0], DateOnly.TryParse(cells[1], out var day) ? day : null, cells[3].Length > 0 ? cells[3] : $"{cells[4]}/{cells[5]}", cells[6], cells[7]));
        }
        return rows;
    }

    /// <summary>Shares of the gold dates found, and found with the right value.</summary>
    public static IReadOnlyList<Score> Compare(IReadOnlyList<GoldDate> gold, IReadOnlyDictionary<string, Document> system, string data)
    {
        int spans = 0, values = 0;
        var used = new HashSet<(string, int)>();
        foreach (var date in gold)
        {
            if (!system.TryGetValue(date.Document, out var document))
                continue;
            for (var i = 0; i < document.Times.Length; i++)
            {
                var time = document.Times[i];
                if (used.Contains((date.Document, i)) || !SameWords(Key(document.SpanOf(time.First, time.End).Of(document.Article.Text)), Key(date.Words))
                    || Key(document.Sentences[document.SentenceOf(time.First)].Span.Of(document.Article.Text)) != Key(date.Sentence))
                    continue;
                used.Add((date.Document, i));
                spans++;
                if (time.Value == date.Value || (DaysOf(date.Value) is { } days && days == (time.Date.Start, time.Date.End)))
                    values++;
                break;
            }
        }
        return
        [
            new("dates", data, "span_recall", spans / Math.Max(1.0, gold.Count), gold.Count),
            new("dates", data, "value_recall", values / Math.Max(1.0, gold.Count), gold.Count),
            new("dates", data, "value_right_of_found", values / Math.Max(1.0, spans), spans),
        ];
    }

    /// <summary>The first and last day of an ISO value or interval, null where open; null for values that are no days (BC, seasons).</summary>
    static (DateOnly? Start, DateOnly? End)? DaysOf(string value)
    {
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        var (from, to) = slash < 0 ? (value, value) : (value[..slash], value[(slash + 1)..]);
        if ((from.Length > 0 && DayOf(from, last: false) is null) || (to.Length > 0 && DayOf(to, last: true) is null))
            return null;
        return (DayOf(from, last: false), DayOf(to, last: true));
    }

    static DateOnly? DayOf(string iso, bool last)
    {
        if (DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        if (DateOnly.TryParseExact(iso, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return last ? day.AddMonths(1).AddDays(-1) : day;
        if (DateOnly.TryParseExact(iso, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return last ? new DateOnly(day.Year, 12, 31) : day;
        return null;
    }

    static bool SameWords(string a, string b) =>
        a == b || (a.Length > b.Length ? a.EndsWith(b, StringComparison.Ordinal) : b.EndsWith(a, StringComparison.Ordinal)) && Math.Abs(a.Length - b.Length) <= OptionalHead;

    static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
