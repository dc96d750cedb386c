using System.Text;

namespace Demarche.Tests.Reading;

public class HostileInputTests
{
    [Fact]
    public void An_empty_input_is_named_as_such()
    {
        Assert.Equal("the input is empty", Reads.Failure([]));
        Assert.Equal("the input is empty", Reads.Failure(" \n\n"u8.ToArray()));
    }

    [Fact]
    public void Random_bytes_are_no_text()
    {
        var bytes = new byte[20_000];
        new Random(7).NextBytes(bytes);

        Assert.Contains("no text", Reads.Failure(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gzip_that_is_cut_short_says_so()
    {
        var gzip = Reads.Gzip(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5000).Select(i => $"Sentence number {i * 7919 % 5003}. "))));

        Assert.Contains("cut short", Reads.Failure(gzip[..(gzip.Length / 2)]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id": "a", "text": "A blast \ud83d hit the port."}""", "A blast \ufffd hit the port.")]
    [InlineData("""{"id": "a", "text": "A blast \\ud83d\udca5 hit \udca5 the port."}""", "A blast \\ud83d\ufffd hit \ufffd the port.")]
    [InlineData("""{"id": "a", "text": "A blast \ud83d\udca5 hit \ud83d the port."}""", "A blast \ud83d\udca5 hit \ufffd the port.")]
    [InlineData("""[{"id": "a", "text": "A blast \ud83d"}]""", "A blast \ufffd")]
    public void Half_a_character_in_JSON_is_no_end_of_reading(string json, string text) => Assert.Equal(text, Reads.One(json).Text);

    [Fact]
    public void No_article_holds_the_character_that_not_every_store_can_keep()
    {
        var article = Reads.One("""{"id": "a\u0000b", "title": "A\u0000B", "url": "https://x.org/\u0000", "publisher": "P\u0000", "authors": ["Q\u0000R"], "text": "Troops\u0000 shelled Darat."}""");

        Assert.Equal("a\ufffdb A\ufffdB P\ufffd Troops\ufffd shelled Darat.", $"{article.Id} {article.Title} {article.Outlet} {article.Text}");
        Assert.DoesNotContain('\0', article.Url + string.Concat(article.Authors));
    }

    [Fact]
    public void A_page_whose_metadata_hold_half_a_character_is_read() =>
        Assert.Contains("port", Reads.One("""
            <html><head><script type="application/ld+json">{"@type": "NewsArticle", "headline": "A blast \ud83d", "datePublished": "2024-05-06"}</script></head>
            <body><article><p>A blast hit the port of Darat on Monday, officials said, and nobody was hurt in the town.</p></article></body></html>
            """).Text, StringComparison.Ordinal);

    [Fact]
    public void A_record_with_a_field_whose_name_is_no_text_fails_alone()
    {
        var read = Reads.All("news.jsonl", """
            {"id": "a", "te\ud83dxt": "Troops shelled Darat."}
            {"id": "b", "text": "Troops left Darat."}
            """);

        Assert.Equal([true, false], read.Select(outcome => outcome.Failure is not null));
    }

    [Fact]
    public void A_decompression_bomb_is_refused() =>
        Assert.Contains("bomb", Reads.Failure(Reads.Gzip(new byte[8 << 20].Select(_ => (byte)'a').ToArray())), StringComparison.Ordinal);

    [Theory]
    [InlineData("<div>", "nested more than")]
    [InlineData("<table><tr><td>", "nested more than")]
    [InlineData("<b><div><i></b>", "nested more than")]
    [InlineData("<svg><g>", "nested more than")]
    [InlineData("<i>x</i><hr><hr><hr>", "more than 300,000 elements")]
    public void A_page_nested_100_000_deep_or_made_of_elements_alone_is_refused(string markup, string reason)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();

        Assert.Contains(reason, Reads.Failure(Encoding.UTF8.GetBytes("<html>" + string.Concat(Enumerable.Repeat(markup, 100_000)) + "text")), StringComparison.Ordinal);
        // Refused while it is parsed: afterwards would be minutes later. The bound is wide for the sake of busy machines.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("Published ", "--", " x 1")]
    [InlineData("By Ann", "  ", "x 1")]
    [InlineData("2024 ", " -", "x")]
    [InlineData("From: a", "a@", " 1")]
    public void Runs_that_a_pattern_could_divide_in_many_ways_take_no_time(string start, string repeated, string end)
    {
        var line = start + string.Concat(Enumerable.Repeat(repeated, 20_000)) + end;

        Assert.NotNull(Assert.Single(Reads.All("input", "A title\n\n" + line + "\n\nTroops left the town on Monday, officials said. They went home.")).Article);
    }

    [Fact]
    public void Sections_of_a_feed_that_never_end_take_no_time() =>
        Assert.Contains("broken XML", Reads.Failure(Encoding.UTF8.GetBytes("<rss><channel><item><title>" + string.Concat(Enumerable.Repeat("<![CDATA[&", 200_000)))), StringComparison.Ordinal);

    [Theory]
    [InlineData("<p>", "<p>x")]
    [InlineData("<table>", "<tr>x<td>x</td>")]
    public void Formatting_left_open_does_not_multiply(string start, string repeated)
    {
        var formats = string.Concat(Enumerable.Range(0, 400).Select(i => $"<font class=f{i}>"));

        Assert.Contains("multiplies", Reads.Failure(Encoding.UTF8.GetBytes("<html>" + start + formats + string.Concat(Enumerable.Repeat(repeated, 20_000)))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_50_megabytes_without_a_space_is_refused() =>
        Assert.Contains("limit", Reads.Failure(Enumerable.Repeat((byte)'x', 50 << 20).ToArray()), StringComparison.Ordinal);

    [Fact]
    public void A_word_of_a_million_letters_is_refused() =>
        Assert.Contains("this is no text", Reads.Failure(Enumerable.Repeat((byte)'x', 1_000_000).ToArray()), StringComparison.Ordinal);

    [Fact]
    public void A_broken_line_fails_by_its_number_and_the_rest_goes_on()
    {
        var outcomes = Reads.All("day.jsonl", """
            {"id":"a","text":"Troops left the town on Monday."}
            {"id":"b","text":"Troops
            {"id":"c","text":"Troops came back on Friday."}
            """);

        Assert.Equal(["a", null, "c"], outcomes.Select(outcome => outcome.Article?.Id.Value));
        Assert.Equal("day.jsonl:2: broken JSON: the line is cut short, before its object ends", outcomes[1].Failure!.ToString());
    }

    [Theory]
    [InlineData("0000-01-01")]
    [InlineData("2024-02-31")]
    [InlineData("yesterday")]
    public void A_date_that_is_none_fails_its_record(string date) =>
        Assert.Contains($"'{date}' is no publication date", Reads.Failure(Encoding.UTF8.GetBytes($$"""{"date":"{{date}}","text":"Troops left the town."}""")), StringComparison.Ordinal);

    [Fact]
    public void Chinese_text_is_kept_and_named()
    {
        var article = Reads.One("国防部长李尚福星期一抵达莫斯科，将出席安全会议，中国国防部说。");

        Assert.Equal("zh", article.Language);
        Assert.NotEmpty(article.Body);
    }

    [Fact]
    public void Entities_of_a_feed_do_not_grow()
    {
        var feed = """
            <?xml version="1.0"?>
            <!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/hostname">]>
            <rss><channel><item><title>T</title><description>&b;&x;</description></item></channel></rss>
            """;

        Assert.Contains("declares XML entities, which are refused", Reads.Failure(Encoding.UTF8.GetBytes(feed)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_inside_a_zip_and_one_of_members_that_share_their_bytes_are_refused()
    {
        var small = Reads.Zip(("a.txt", Encoding.UTF8.GetBytes("Troops left the town on Monday. " + string.Concat(Enumerable.Range(0, 2000)))));
        var overlapping = Overlapping(small, 5);

        Assert.Contains("bomb", Reads.Failure(Reads.Zip(("letters.txt", Enumerable.Repeat((byte)'a', 8 << 20).ToArray()))), StringComparison.Ordinal);
        Assert.Contains("lie over each other", Reads.Failure(overlapping), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("C:\\windows\\system.ini")]
    [InlineData("a/../../b.txt")]
    public void A_member_whose_name_leads_out_of_its_archive_is_refused(string name)
    {
        var outcomes = Reads.All("week.zip", Reads.Zip((name, "Troops left the town."u8.ToArray()), ("good.txt", "Troops left the town on Monday."u8.ToArray())));

        Assert.Equal($"week.zip/{name}: its name leads out of the archive, as only attacks do", outcomes[0].Failure!.ToString());
        Assert.Equal("good", outcomes[1].Article!.Id.Value);
    }

    [Fact]
    public void Archives_in_archives_are_opened_to_a_depth()
    {
        var nested = "Troops left the town on Monday."u8.ToArray();
        for (var i = 0; i < 3; i++)
            nested = Reads.Zip(("in.txt", nested));

        Assert.Equal("Troops left the town on Monday.", Assert.Single(Reads.All("nested.zip", nested)).Article!.Text);
        Assert.Contains("nested more than 3 deep", Reads.Failure(Reads.Gzip(nested)), StringComparison.Ordinal);
    }

    /// <summary>A zip whose directory lists its one member several times.</summary>
    static byte[] Overlapping(byte[] zip, int times)
    {
        var end = zip.Length - 22;
        var start = BitConverter.ToInt32(zip, end + 16);
        var entry = zip[start..end];
        byte[] tail = [.. zip[end..]];
        BitConverter.TryWriteBytes(tail.AsSpan(8), (short)times);
        BitConverter.TryWriteBytes(tail.AsSpan(10), (short)times);
        BitConverter.TryWriteBytes(tail.AsSpan(12), entry.Length * times);
        return [.. zip[..start], .. Enumerable.Repeat(entry, times).SelectMany(bytes => bytes), .. tail];
    }
}
