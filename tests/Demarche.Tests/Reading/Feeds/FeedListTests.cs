using Demarche.Reading;
using Demarche.Reading.Feeds;

namespace Demarche.Tests.Reading.Feeds;

public class FeedListTests
{
    [Fact]
    public void What_is_written_as_OPML_is_read_back()
    {
        FeedOutline[] feeds = [new("https://a.example/rss?x=1&y=2", "A & B", ""), new("https://b.example/atom", null, "World/Asia"), new("http://c.example/", "C \"quoted\"", "World/Asia")];

        var read = FeedList.Read(FeedList.Write(feeds));

        Assert.Equal([feeds[0], feeds[1] with { Title = "https://b.example/atom" }, feeds[2]], read);
    }

    [Fact]
    public void A_list_is_an_address_a_line_with_comments_and_no_address_twice() => Assert.Equal(
        ["https://a.example/rss", "http://b.example/"],
        FeedList.Read("# mine\r\nhttps://a.example/rss\r\n\r\n  http://b.example/  \nhttps://a.example/rss\n").Select(feed => feed.Address));

    [Theory]
    [InlineData("https://a.example/\nfile:///etc/passwd", "line 2: file: addresses are refused")]
    [InlineData("my feeds", "line 1: 'my feeds' is no address")]
    [InlineData("# nothing", "a list without feeds")]
    [InlineData("<opml><body><outline xmlUrl='data:text/xml,x'/></body></opml>", "data: addresses are refused")]
    public void A_list_that_is_none_says_where_and_why(string list, string reason) =>
        Assert.Contains(reason, Assert.Throws<UnreadableException>(() => FeedList.Read(list)).Message, StringComparison.Ordinal);
}
