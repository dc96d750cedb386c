namespace Demarche.Tests.Reading.Feeds;

public class FeedReaderTests
{
    const string Text = "Troops of Darat shelled the border town of Lume on Tuesday, officials said.";

    /// <summary>The same item in the forms feeds had since 1999.</summary>
    [Theory]
    [InlineData("""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Post</title></channel><item><title>ITEM</title><link>https://post.example/1</link></item></rdf:RDF>""", false)]
    [InlineData("""<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>Post</title><language>en</language><item><title>Caf&eacute; raid</title><link>https://post.example/1</link><description>ITEM</description></item></channel></rss>""", false)]
    [InlineData("""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://post.example/"><title>Post</title><items><rdf:Seq><rdf:li rdf:resource="https://post.example/1"/></rdf:Seq></items></channel><item rdf:about="https://post.example/1"><title>Shelling</title><link>https://post.example/1</link><description>ITEM</description><dc:date>2024-03-05T10:00:00+02:00</dc:date><dc:creator>Ann Moss</dc:creator></item></rdf:RDF>""", true)]
    [InlineData("""<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Post</title><item><title>Shelling</title><guid isPermaLink="true">https://post.example/1</guid><pubDate>Tue, 05 Mar 2024 10:00:00 +0200</pubDate><author>Ann Moss</author><description>Short.</description><content:encoded><![CDATA[<p>ITEM</p>]]></content:encoded></item></channel></rss>""", true)]
    [InlineData("""<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><title>Shelling</title><id>tag:post.example,2024:1</id><link rel="self" href="https://post.example/1.atom"/><link href="https://post.example/1"/><updated>2024-03-06T10:00:00Z</updated><published>2024-03-05T10:00:00+02:00</published><author><name>Ann Moss</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>ITEM</p></div></content></entry></feed>""", true)]
    [InlineData("""<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Post</title><entry><title>Shelling</title><link rel="alternate" href="https://post.example/1"/><issued>2024-03-05T10:00:00+02:00</issued><author><name>Ann Moss</name></author><summary>ITEM</summary></entry></feed>""", true)]
    [InlineData("""{"version":"https://jsonfeed.org/version/1","title":"Post","items":[{"id":"1","url":"https://post.example/1","title":"Shelling","date_published":"2024-03-05T10:00:00+02:00","authors":[{"name":"Ann Moss"}],"content_html":"<p>ITEM</p><p></p>"}]}""", true)]
    public void Every_form_of_feed_gives_the_same_article(string feed, bool isDated)
    {
        var article = Reads.One(feed.Replace("ITEM", Text, StringComparison.Ordinal));

        Assert.Equal(Text, article.Body);
        Assert.Equal("https://post.example/1", article.Url);
        Assert.Equal("Post", article.Outlet);
        if (!isDated)
            return;
        Assert.Equal("2024-03-05T10:00:00+02:00", article.Published.Iso);
        Assert.Equal(["Ann Moss"], article.Authors);
    }

    [Fact]
    public void A_feed_that_writes_an_ampersand_as_it_is_can_be_read() =>
        Assert.Equal("Smith & Sons; R&D; 5 < 6", Reads.One("<rss><channel><item><title>Smith & Sons; R&D; 5 &lt; 6</title></item></channel></rss>").Title);

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:text/html,evil")]
    [InlineData("javascript:alert(1)")]
    public void A_link_to_no_place_on_the_web_is_no_address(string link) =>
        Assert.Null(Reads.One($"<rss><channel><item><description>{Text}</description><link>{link}</link></item></channel></rss>").Url);

    [Fact]
    public void Entries_of_a_news_sitemap_are_short_articles()
    {
        var article = Reads.One("""
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
              <url><loc>https://post.example/a?x=1&amp;y=2</loc>
                <news:news><news:publication><news:name>The Post</news:name><news:language>en</news:language></news:publication>
                  <news:publication_date>2024-03-05T10:00:00+02:00</news:publication_date><news:title>Troops of Darat shell border town</news:title></news:news>
                <image:image><image:loc>https://post.example/a.jpg</image:loc><image:title>A tank</image:title></image:image></url>
            </urlset>
            """);

        Assert.Equal(("https://post.example/a?x=1&y=2", "The Post", "Troops of Darat shell border town", "2024-03-05T10:00:00+02:00"), (article.Url, article.Outlet, article.Title, article.Published.Iso));
    }

    [Theory]
    [InlineData("sitemapindex", "sitemap", "a list of 2 sitemaps, which are not fetched (https://post.example/1.xml, https://post.example/2.xml)")]
    [InlineData("urlset", "url", "2 addresses without a text, which are not fetched (https://post.example/1.xml, https://post.example/2.xml)")]
    public void A_list_of_addresses_is_named_and_not_fetched(string root, string entry, string reason) => Assert.Contains(
        reason,
        Reads.Failure(System.Text.Encoding.UTF8.GetBytes($"<{root} xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><{entry}><loc>https://post.example/1.xml</loc></{entry}><{entry}><loc>https://post.example/2.xml</loc></{entry}><{entry}><loc>file:///etc/passwd</loc></{entry}></{root}>")),
        StringComparison.Ordinal);

    [Fact]
    public void A_billion_laughs_in_a_sitemap_are_refused() => Assert.Contains(
        "declares XML entities",
        Reads.Failure("""<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><urlset><url><loc>https://post.example/&b;</loc></url></urlset>"""u8.ToArray()),
        StringComparison.Ordinal);
}
