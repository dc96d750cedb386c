using System.Globalization;
using System.IO.Compression;
using System.Text;
using Demarche.Documents;

namespace Demarche.Evaluation.Times;

/// <summary>A date expression of a document, told by its words and its sentence.</summary>
/// <param name="Value">TIMEX3 or ISO value; "from/to" where the gold has an interval.</param>
public sealed record GoldDate(string Document, DateOnly? Published, string Value, string Words, string Sentence);

/// <summary>Scores times by span (<see cref="TimeSpans"/>) and value (<see cref="TimeValues"/>).</summary>
public static class DateScorer
{
    /// <summary>Reads a table of doc, dct, element, when, from, to, text, sentence (gzip).</summary>
    public static IReadOnlyList<GoldDate> Load(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
        var rows = new List<GoldDate>();
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var cells = line.Split('\t');
            rows.Add(new GoldDate(cells[0], DateOnly.TryParse(cells[1], CultureInfo.InvariantCulture, out var day) ? day : null, cells[3].Length > 0 ? cells[3] : $"{cells[4]}/{cells[5]}", cells[6], cells[7]));
        }
        return rows;
    }

    /// <summary>Shares of the gold dates found, and found with the right value.</summary>
    public static IReadOnlyList<Score> Compare(IReadOnlyList<GoldDate> gold, IReadOnlyDictionary<string, Document> system, string data)
    {
        int spans = 0, values = 0;
        var used = new HashSet<(string Document, TextSpan Span)>();
        foreach (var date in gold)
        {
            if (!system.TryGetValue(date.Document, out var document))
                continue;
            if (TimeSpans.Match(document, document.Times.Where(time => TimeSpans.Key(document.Sentences[document.SentenceOf(time.First)].Span.Of(document.Article.Text)) == TimeSpans.Key(date.Sentence))
                    .SelectMany(time => TimeSpans.Of(document, time)), date.Words, part => !used.Contains((date.Document, part.Span))) is not { } found)
                continue;
            used.Add((date.Document, found.Span));
            spans++;
            if (IsRight(found, date.Value))
                values++;
        }
        return Scores(data, spans, values, gold.Count);
    }

    /// <summary>Scores excerpts, each parsed as a document of its own.</summary>
    public static IReadOnlyList<Score> Compare(IReadOnlyList<(DateExcerpt Gold, Document System)> excerpts, string data)
    {
        int spans = 0, values = 0;
        foreach (var (gold, document) in excerpts)
            if (TimeSpans.Match(document, document.Times.SelectMany(time => TimeSpans.Of(document, time)), gold.Words, part => part.Span.Overlaps(gold.Span)) is { } found)
            {
                spans++;
                if (IsRight(found, gold.Value))
                    values++;
            }
        return Scores(data, spans, values, excerpts.Count);
    }

    static bool IsRight(TimePart found, string gold) =>
        TimeValues.Same(found.Value, gold) || (found.IsWhole && TimeValues.SameDays((found.Time.Date.Start, found.Time.Date.End), gold));

    static IReadOnlyList<Score> Scores(string data, int spans, int values, int count) =>
    [
        new("dates", data, "span_recall", spans / Math.Max(1.0, count), count),
        new("dates", data, "value_recall", values / Math.Max(1.0, count), count),
        new("dates", data, "value_right_of_found", values / Math.Max(1.0, spans), spans),
    ];
}
