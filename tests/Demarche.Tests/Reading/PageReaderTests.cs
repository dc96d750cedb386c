using Demarche.Documents;

namespace Demarche.Tests.Reading;

public class PageReaderTests
{
    const string Page = """
        <!DOCTYPE html>
        <html lang="en-GB">
        <head>
        <title>Darat and Ostia reopen their border | The Valmont Courier</title>
        <link rel="canonical" href="https://courier.example/world/border">
        <meta property="og:site_name" content="The Valmont Courier">
        <meta property="article:published_time" content="2021-03-09T18:30:00+02:00">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Darat and Ostia reopen their border","author":[{"@type":"Person","name":"Mira Hollis"},{"@type":"Person","name":"Jon Abt"}]}</script>
        <style>p { color: red }</style>
        </head>
        <body>
        <nav><ul><li><a href="/">Home</a><li><a href="/world">World</a></ul></nav>
        <div class="main">
        <article>
        <h1>Darat and Ostia reopen their border</h1>
        <div class="byline">By <a rel="author" href="/mira">Mira Hollis</a></div>
        <figure><img src="x.jpg"><figcaption>Ministers shake hands. Photo: Jo Field</figcaption></figure>
        <div class="story-body">
        <p>Darat &amp; Ostia will reopen their only border crossing next month, the Foreign Ministry said on Tuesday.</p>
        <p>&ldquo;This is a first step,&rdquo; Foreign Minister <b>Ana</b>&nbsp;Belo told reporters, who had waited for hours outside.</p>
        <h2>What comes next</h2>
        <p>The crossing has been closed since the fighting of 2019, in which forty soldiers died on both sides.
        <div class="related"><h3>Related stories</h3><p>The prime minister of Lorne resigned on Friday after weeks of protest.</p></div>
        <p>Trade between the two states fell by half after the closure, according to the Chamber of Commerce.</p>
        <p style="display: none">Nobody sees this sentence, which is not shown to any reader of the page.</p>
        </div>
        </article>
        <div class="comments"><p>I have crossed that border many times and never met a friendlier guard, says a reader.</p></div>
        </div>
        <footer><p>© 2021 The Valmont Courier. All rights reserved.</p></footer>
        </body>
        </html>
        """;

    [Fact]
    public void The_body_is_the_article_and_nothing_that_stands_around_it() =>
        Assert.Equal(
            """
            Darat & Ostia will reopen their only border crossing next month, the Foreign Ministry said on Tuesday.

            “This is a first step,” Foreign Minister Ana Belo told reporters, who had waited for hours outside.

            What comes next

            The crossing has been closed since the fighting of 2019, in which forty soldiers died on both sides.

            Trade between the two states fell by half after the closure, according to the Chamber of Commerce.
            """.ReplaceLineEndings("\n"),
            Reads.One(Page).Body);

    [Fact]
    public void Blocks_around_the_body_keep_their_text_and_their_kind()
    {
        var kinds = Reads.Kinds(Reads.One(Page));

        Assert.Contains("title: Darat and Ostia", kinds);
        Assert.Contains("byline: By Mira Hollis", kinds);
        Assert.Contains("caption: Ministers shake hands.", kinds);
        Assert.Contains("heading: What comes next", kinds);
        Assert.Contains("teaser: The prime minister", kinds);
        Assert.DoesNotContain(kinds, kind => kind.Contains("Nobody", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_page_says_about_itself_is_read()
    {
        var article = Reads.One(Page);

        Assert.Equal("https://courier.example/world/border", article.Url);
        Assert.Equal("Darat and Ostia reopen their border", article.Title);
        Assert.Equal("The Valmont Courier", article.Outlet);
        Assert.Equal(["Mira Hollis", "Jon Abt"], article.Authors);
        Assert.Equal("2021-03-09T18:30:00+02:00", article.Published.Iso);
        Assert.Equal(DateBasis.Meta, article.Published.Basis);
        Assert.Equal("en", article.Language);
    }

    [Theory]
    [InlineData("<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"Article\",\"datePublished\":\"2021-03-09T23:30:00Z\"}]}</script>", "2021-03-09", DateBasis.JsonLd)]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"Article\",\"datePublished\":\"2021-03-09T23:30:00Z\"}</script><link rel=canonical href='https://x.example/2021/03/10/a'>", "2021-03-10", DateBasis.JsonLd)]
    [InlineData("<meta name='pubdate' content='20210309'>", "2021-03-09", DateBasis.Meta)]
    [InlineData("<time datetime='2021-03-09'>Tuesday</time>", "2021-03-09", DateBasis.TimeElement)]
    [InlineData("<link rel=canonical href='https://x.example/2021/03/09/a'>", "2021-03-09", DateBasis.Url)]
    [InlineData("<p>9. März 2021</p>", "2021-03-09", DateBasis.Text)]
    [InlineData("<p>Опубликовано 9 марта 2021, 18:30</p>", "2021-03-09", DateBasis.Text)]
    [InlineData("<p>২০২১-০৩-০৯</p>", "2021-03-09", DateBasis.Text)]
    [InlineData("<meta property='article:published_time' content='0000-00-00'><p>9 March 2021</p>", "2021-03-09", DateBasis.Text)]
    public void The_date_of_a_page_comes_from_the_best_statement_there_is(string statement, string day, DateBasis basis)
    {
        var published = Reads.One($"""
            <html><body>{statement}<div>
            <p>Darat and Ostia will reopen their only border crossing next month, the Foreign Ministry said.</p>
            <p>The crossing has been closed since the fighting, in which forty soldiers died on both sides.</p></div></body></html>
            """).Published;

        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd"), published.Day);
        Assert.Equal(basis, published.Basis);
    }

    [Theory]
    [InlineData("<meta property='article:published_time' content='2021-03-09T08:00:00+02:00'><script type='application/ld+json'>{\"@type\":\"Article\",\"datePublished\":\"2021-03-02\"}</script>", "2021-03-09")]
    [InlineData("<meta name='date' content='2021-06-01'><h1>Border to reopen</h1><time datetime='2021-03-09'>Tuesday</time>", "2021-03-09")]
    [InlineData("<meta property='article:published_time' content='2021-03-09'><link rel=canonical href='https://x.example/2021/03/02/a'>", "2021-03-09")]
    [InlineData("<meta property='article:published_time' content='2023-03-09'><link rel=canonical href='https://x.example/2021/03/02/a'>", "2021-03-02")]
    [InlineData("<meta name='date' content='2021-06-01'><h1>Border to reopen</h1><p>Published on 9 March 2021</p>", "2021-03-09")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\", \"datePublished\": \"2021-03-09T08:00:00Z\", \"name\": \"a \"b\"\"}</script>", "2021-03-09")]
    [InlineData("<h1>Border to reopen</h1><p>9 March 2021</p><ul class='related-posts'><li><span class='date'>1 June 2021</span> Harvest</ul>", "2021-03-09")]
    [InlineData("<div class='datum'>9.3.21</div><h1>Border to reopen</h1>", "2021-03-09")]
    public void Of_several_days_the_one_it_appeared_on_is_taken(string statements, string day) =>
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd"), Around(statements).Published.Day);

    [Theory]
    [InlineData("<p>9.3.2021 - Mira Hollis</p>", "Mira Hollis")]
    [InlineData("<p>Posted by mira99 on Tuesday</p>", "mira99")]
    [InlineData("<script>var page = {\"author\": \"Mira Hollis\"}</script>", "Mira Hollis")]
    [InlineData("<meta name='author' content='mira'><p>A column by nobody</p><p>By Mira Hollis</p>", "Mira Hollis")]
    [InlineData("<meta name='author' content='AFP'>", null)]
    [InlineData("<dl><dt>Autorin:<dd>Mira Hollis</dl>", "Mira Hollis")]
    [InlineData("<p>9.3.2021 - Redaktion: Mira Hollis (press office of the guild)</p>", "Mira Hollis")]
    [InlineData("<p>Autor: Mira Hollis, Leiterin der Schule</p>", "Mira Hollis")]
    [InlineData("<meta property='og:site_name' content='Mira99'><h3>Border to reopen</h3><span class='author'>von mira99</span>", "mira99")]
    [InlineData("<div class='comments'><span class='author'>Jon Abt</span></div>", null)]
    public void Authors_are_found_without_markup_too(string statements, string? author) =>
        Assert.Equal(author is null ? [] : [author], Around(statements).Authors);

    [Theory]
    [InlineData("<title>Border to reopen | Valmont notes</title><h1>Valmont notes</h1><h2>Border to reopen</h2>", "Border to reopen")]
    [InlineData("<title>Valmont notes</title><h1><a href='https://valmont.example/'>Valmont notes</a></h1><h3 class='entry-title'>Border to reopen</h3>", "Border to reopen")]
    [InlineData("<title>Valmont notes - Border to reopen</title><meta property='og:site_name' content='Valmont Notes'>", "Border to reopen")]
    [InlineData("<title>Border to reopen | Valmont notes</title><h1>Border to reopen</h1><h2>Valmont notes</h2>", "Border to reopen")]
    public void The_title_is_the_articles_and_not_the_sites(string statements, string title) => Assert.Equal(title, Around(statements).Title);

    [Fact]
    public void Midnight_of_central_europe_written_in_utc_is_the_day_that_begins() =>
        Assert.Equal(new DateOnly(2021, 3, 9), Reads.One("""
            <html lang=de><meta property='article:published_time' content='2021-03-08T23:00:00Z'><body>
            <p>Darat und Ostia öffnen im nächsten Monat ihren einzigen Grenzübergang wieder, teilte das Ministerium mit.</p></body></html>
            """).Published.Day);

    static Article Around(string statements) => Reads.One($"""
        <html><body>{statements}<div>
        <p>Darat and Ostia will reopen their only border crossing next month, the Foreign Ministry said.</p>
        <p>The crossing has been closed since the fighting, in which forty soldiers died on both sides.</p></div></body></html>
        """);

    [Theory]
    [InlineData("By Mira Hollis and Jon Abt", new[] { "Mira Hollis", "Jon Abt" })]
    [InlineData("Von Mira Hollis, Jon Abt", new[] { "Mira Hollis", "Jon Abt" })]
    [InlineData("By Mira Hollis, Staff Writer", new[] { "Mira Hollis" })]
    [InlineData("Mira Hollis im Gespräch mit Jon Abt", new[] { "Mira Hollis", "Jon Abt" })]
    [InlineData("Text & Fotos: Mira Hollis", new[] { "Mira Hollis" })]
    [InlineData("Von Mira Hollis Fr", new[] { "Mira Hollis" })]
    [InlineData("By our editorial team", new string[0])]
    [InlineData("By Reuters", new string[0])]
    public void Authors_are_people(string byline, string[] authors)
    {
        var article = Reads.One($"""
            <html><body><div class="author">{byline}</div><div>
            <p>Darat and Ostia will reopen their only border crossing next month, the Foreign Ministry said.</p>
            <p>The crossing has been closed since the fighting, in which forty soldiers died on both sides.</p></div></body></html>
            """);

        Assert.Equal(authors, article.Authors);
    }
}
