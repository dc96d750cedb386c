using Demarche.Documents;

namespace Demarche.Reading.Archives;

/// <summary>The documents in a web archive: what servers answered, without pictures, styles, scripts, and what was not there.</summary>
static class WarcReader
{
    /// <param name="read">Reads one document; its own failures are its own affair.</param>
    public static IEnumerable<ReadOutcome> Read(InputName name, PeekStream bytes, ReadLimits limits, Func<InputName, WebDocument, IEnumerable<ReadOutcome>> read)
    {
        var any = false;
        var records = 0;
        foreach (var record in new WarcRecords(bytes, limits).Read())
        {
            records = record.Number;
            var place = record.Url is { } url ? name.Inside(url) with { Id = url } : name with { Input = $"{name.Input}: record {record.Number}" };
            var (document, problem) = Open(record, limits);
            if (problem is not null)
            {
                any = true;
                yield return ReadOutcome.Failed(place.Input, problem);
            }
            if (document is null)
                continue;
            foreach (var outcome in read(place, document))
            {
                any = true;
                yield return outcome;
            }
        }
        if (!any)
            yield return ReadOutcome.Failed(name.Input, $"{records} records, and none of them is a page, a feed or a text");
    }

    static (WebDocument? Document, string? Problem) Open(WarcRecord record, ReadLimits limits)
    {
        if (record.Problem is not null || record.Block.IsEmpty || record.Url is not { } url)
            return (null, record.Problem);
        // WARC-Date says when the page was fetched: it was there that day at the latest.
        var day = DateParser.Parse(record.Headers["WARC-Date"] ?? "", DateBasis.Archive).Moment;
        var seen = day is { } moment ? PublicationDate.OfDay(DateOnly.FromDateTime(moment.UtcDateTime), DateBasis.Archive) : default;
        try
        {
            var type = record.Headers["Content-Type"];
            var body = record.Block;
            if (record.Type == "response")
            {
                if (!url.StartsWith("http", StringComparison.OrdinalIgnoreCase))
                    return default;
                var response = HttpResponse.Parse(body);
                type = response.Headers["Content-Type"];
                if (response.Status != 200 || !IsWriting(url, type))
                    return default;
                body = response.Content(limits);
            }
            return IsWriting(url, type) && !body.IsEmpty ? (new WebDocument(url, type, body) { Seen = seen }, null) : default;
        }
        catch (UnreadableException problem)
        {
            return (null, problem.Message);
        }
    }

    static bool IsWriting(string url, string? type) =>
        WebDocument.MayBeRead(new WebDocument(url, type, default).MediaType)
        && !url.EndsWith("/robots.txt", StringComparison.OrdinalIgnoreCase)
        // What scripts of a page fetch for themselves.
        && type?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true;
}
