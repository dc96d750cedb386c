using Demarche.Documents;
using Demarche.Reading;

namespace Demarche.Tests.Reading.Segments;

public class SplitTests
{
    static readonly ReadOptions Split = new() { Split = true };

    static string Sentence(int number) => $"Troops of Darat shelled border post number {number} near the river on Tuesday, officials said in the capital.";

    static readonly string LiveBlog = $"""
        <html><head><title>Border war live: shelling goes on</title><meta property="article:published_time" content="2024-03-05T06:00:00+02:00"><meta property="og:site_name" content="Coast Post"></head><body>
        <h1>Border war live: shelling goes on</h1>
        <p>We follow the fighting at the border today, with reports from our people on both sides of the river.</p>
        <div class="posts">
        <article class="post"><time datetime="2024-03-05T14:35:00+02:00">14.35</time><h2>Third post hit</h2><p>{Sentence(3)}</p><p>{Sentence(33)}</p></article>
        <article class="post"><time datetime="2024-03-05T12:10:00+02:00">12.10</time><h2>Second post hit</h2><p>{Sentence(2)}</p></article>
        <article class="post"><time datetime="2024-03-05T09:05:00+02:00">09.05</time><h2>First post hit</h2><p>{Sentence(1)}</p></article>
        </div></body></html>
        """;

    [Fact]
    public void Posts_of_a_live_blog_are_articles_with_the_time_each_has()
    {
        var articles = Reads.All("live.html", LiveBlog, Split).Select(outcome => outcome.Article!).ToList();

        var posts = articles.Where(article => article.Id.Value != "live").ToList();
        Assert.Equal(["live-1", "live-2", "live-3"], posts.Select(post => post.Id.Value));
        Assert.Equal(["Third post hit", "Second post hit", "First post hit"], posts.Select(post => post.Title));
        Assert.Equal(["2024-03-05T14:35:00+02:00", "2024-03-05T12:10:00+02:00", "2024-03-05T09:05:00+02:00"], posts.Select(post => post.Published.Iso));
        Assert.Equal($"{Sentence(3)}\n\n{Sentence(33)}", posts[0].Body);
        Assert.All(posts, post => Assert.Equal("Coast Post", post.Outlet));
        // What the posts hold is not told a second time by the page.
        Assert.All(articles.Except(posts), page => Assert.DoesNotContain("border post number", page.Body, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_split_unasked()
    {
        var article = Reads.One(LiveBlog);

        Assert.Contains(Sentence(1), article.Body, StringComparison.Ordinal);
        Assert.Contains(Sentence(33), article.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Briefs_are_divided_at_their_headings()
    {
        var page = $"<html><head><title>World in brief</title></head><body><h1>World in brief</h1>{string.Concat(Enumerable.Range(1, 4).Select(i => $"<h2>Brief number {i}</h2><p>{Sentence(i)}</p>"))}</body></html>";

        var articles = Reads.All("briefs.html", page, Split).Select(outcome => outcome.Article!).ToList();

        Assert.Equal(["Brief number 1", "Brief number 2", "Brief number 3", "Brief number 4"], articles.Select(article => article.Title));
        Assert.Equal(Enumerable.Range(1, 4).Select(Sentence), articles.Select(article => article.Body));
    }

    [Fact]
    public void An_article_with_headings_stays_one()
    {
        var page = $"<html><head><title>Why the border is quiet</title></head><body><article><h1>Why the border is quiet</h1>{string.Concat(Enumerable.Range(1, 4).Select(i => $"<section class=\"part\"><h2>Part number {i}</h2><p>{Sentence(i)}</p></section>"))}</article></body></html>";

        Assert.Single(Reads.All("long.html", page, Split));
    }

    [Fact]
    public void A_live_blog_dumped_as_text_is_divided_at_its_times()
    {
        var text = "Border war live\n\nMarch 5, 2024\n\n" + string.Join("\n\n", Enumerable.Range(1, 4).Select(i => $"{16 - i}:30\n\n{Sentence(i)}"));

        var posts = Reads.All("live.txt", text, Split).Select(outcome => outcome.Article!).Where(article => article.Id.Value != "live").ToList();

        Assert.Equal(Enumerable.Range(1, 4).Select(Sentence), posts.Select(post => post.Body));
        Assert.All(posts, post => Assert.Contains(post.Text, text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_news_feed_beside_an_article_gives_articles_without_its_day()
    {
        var text = $"""
            Talks on the border begin

            March 5, 2024

            {Sentence(1)}

            {Sentence(2)}

            {Sentence(3)}

            News Feed
            (Updated: )

            A ferry with a hundred people aboard ran onto rocks off the island of Pelagia on Friday evening, the coast guard said.

            The central bank of Corvania left its interest rate where it was on Wednesday, to the surprise of most economists.

            Show More
            """;

        var articles = Reads.All("page.txt", text, Split).Select(outcome => outcome.Article!).ToList();

        Assert.Equal(["page", "page-1", "page-2"], articles.Select(article => article.Id.Value));
        Assert.Contains(Sentence(3), articles[0].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("ferry", articles[0].Body, StringComparison.Ordinal);
        Assert.StartsWith("A ferry", articles[1].Body, StringComparison.Ordinal);
        Assert.Equal(DateBasis.None, articles[2].Published.Basis);
        Assert.Equal(Sentence(1), articles[0].Blocks.First(block => block.Kind == BlockKind.Body).Span.Of(articles[0].Text));
    }
}
