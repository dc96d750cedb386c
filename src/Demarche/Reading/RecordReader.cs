using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Demarche.Reading.Feeds;

namespace Demarche.Reading;

/// <summary>Tables and JSON: one record, one article.</summary>
sealed partial class RecordReader(PageReader pages, PlainTextReader texts, FeedReader feeds)
{
    public IEnumerable<ReadOutcome> ReadJson(InputName name, PeekStream bytes, ReadOptions options)
    {
        // In UTF-16 and UTF-32, a line end is more than a byte; in all other encodings, lines can be told apart before they are decoded.
        var encoding = TextDecoder.EncodingOf(bytes.Peek(InputKinds.PeekBytes));
        var stream = encoding.GetByteCount("\n") == 1 ? bytes : new PeekStream(Encoding.CreateTranscodingStream(bytes, encoding, Encoding.UTF8));
        var lines = new JsonLineReader(stream, options.Limits.DocumentBytes);
        if (!lines.Read())
            yield break;
        if (!lines.LooksLikeLines())
        {
            foreach (var outcome in ReadDocument(name, lines.Rest(), options))
                yield return outcome;
            yield break;
        }
        do
        {
            if (JsonLineReader.Trim(lines.Current).IsEmpty)
                continue;
            var place = name.Line(lines.Number);
            yield return lines.TooLong
                ? ReadOutcome.Failed(place.Input, $"a line of more than {options.Limits.DocumentBytes:N0} bytes, the limit for one document")
                : ReadLine(place, lines.Current, options);
        }
        while (lines.Read());
    }

    ReadOutcome ReadLine(InputName place, byte[] line, ReadOptions options)
    {
        try
        {
            using var json = JsonDocument.Parse(TextDecoder.Utf8(line));
            return ReadRecord(place, new JsonFields(json.RootElement), options);
        }
        catch (JsonException problem)
        {
            return ReadOutcome.Failed(place.Input, "broken JSON: " + (IsCutShort(line) ? "the line is cut short, before its object ends" : Shorten(problem.Message)));
        }
        // The parser looks at the names of fields only when they are asked for.
        catch (InvalidOperationException)
        {
            return ReadOutcome.Failed(place.Input, "broken JSON: the name of a field holds half a character");
        }
    }

    /// <summary>Whether a line is right as far as it goes.</summary>
    static bool IsCutShort(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line, isFinalBlock: false, default);
        try
        {
            while (reader.Read())
                continue;
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    List<ReadOutcome> ReadDocument(InputName name, byte[] bytes, ReadOptions options)
    {
        var outcomes = new List<ReadOutcome>();
        try
        {
            using var json = JsonDocument.Parse(TextDecoder.Utf8(bytes), new JsonDocumentOptions { AllowTrailingCommas = true });
            var root = json.RootElement;
            if (root.ValueKind == JsonValueKind.Array)
            {
                var number = 0;
                foreach (var element in root.EnumerateArray())
                    outcomes.Add(ReadRecord(name.Item(++number), new JsonFields(element), options));
                if (number == 0)
                    outcomes.Add(ReadOutcome.Failed(name.Input, "an empty list"));
            }
            else if (FeedReader.IsJsonFeed(root))
            {
                outcomes.AddRange(feeds.ReadJson(name, root, options));
            }
            else if (new JsonFields(root) is var fields && !fields.HasText && root.ValueKind == JsonValueKind.Object
                && root.EnumerateObject().Any() && root.EnumerateObject().All(property => property.Value.ValueKind == JsonValueKind.Object))
            {
                // {id: {fields}}: the form of extraction benchmarks.
                foreach (var property in root.EnumerateObject())
                    outcomes.Add(ReadRecord(new InputName($"{name.Input}#{property.Name}", property.Name), new JsonFields(property.Value), options));
            }
            else
            {
                outcomes.Add(ReadRecord(name, fields, options));
            }
        }
        catch (JsonException problem)
        {
            outcomes.Add(ReadOutcome.Failed(name.Input, "broken JSON: " + Shorten(problem.Message)));
        }
        return outcomes;
    }

    public IEnumerable<ReadOutcome> ReadTable(InputName name, PeekStream bytes, ReadOptions options)
    {
        using var table = new RecordTable(bytes, options.Limits.DocumentBytes);
        while (true)
        {
            ReadOutcome outcome;
            try
            {
                if (!table.Read())
                    yield break;
                outcome = ReadRecord(name.Line(table.Line), table.Fields, options);
            }
            catch (CsvHelper.CsvHelperException problem)
            {
                outcome = ReadOutcome.Failed(name.Line(table.Line).Input, "broken table: " + Shorten(problem.Message));
            }
            yield return outcome;
        }
    }

    ReadOutcome ReadRecord(InputName place, IRecordFields fields, ReadOptions options)
    {
        try
        {
            if (fields.Problem is { } problem)
                return ReadOutcome.Failed(place.Input, problem);
            var record = ArticleRecord.From(fields);
            return ReadOutcome.Of(record.IsMarkup ? pages.Read(place, record, options) : texts.Read(place, record, options));
        }
        catch (UnreadableException problem)
        {
            return ReadOutcome.Failed(place.Input, problem.Message);
        }
    }

    // System.Text.Json appends the position in a form for programmers; the part before is for everybody.
    static string Shorten(string message) => Position().Split(message)[0].TrimEnd();

    [GeneratedRegex(@" LineNumber:| Path:|\r?\n", RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Position();
}
