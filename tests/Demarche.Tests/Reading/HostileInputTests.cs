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

        Assert.Contains("broken XML", Reads.Failure(Encoding.UTF8.GetBytes(feed)), StringComparison.Ordinal);
    }
}
