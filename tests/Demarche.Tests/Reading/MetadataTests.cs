using System.Globalization;
using Demarche.Documents;
using Demarche.Reading;

namespace Demarche.Tests.Reading;

public class MetadataTests
{
    const string Text =
        "<p>The port authority said on Monday that two ferries had been taken out of service after an inspection.</p>"
        + "<p>Repairs are expected to last until the end of the month, and the morning line will be served by buses.</p>";

    static Article Page(string head, string body = "", string html = "<html lang='en-GB'>") =>
        Reads.One($"<!DOCTYPE html>{html}<head>{head}</head><body><article><h1>Ferries taken out of service</h1>{body}{Text}</article></body></html>");

    static string Conflict(Article article, string field) => string.Join(", ",
        article.Details.Conflicts.Where(conflict => conflict.Field == field).SelectMany(conflict => conflict.Values).Select(value => $"{value.Basis} {value.Value}"));

    [Theory]
    [InlineData("2024-03-01T09:30:00+02:00", "2024-03-01T09:30:00+02:00")]
    [InlineData("2024-03-01T09:30:00Z", "2024-03-01T09:30:00+00:00")]
    [InlineData("2024-03-01T09:30:00", "2024-03-01T09:30:00")]
    [InlineData("1 March 2024, 9:30 CEST", "2024-03-01T09:30:00+02:00")]
    [InlineData("1 March 2024, 9:30", "2024-03-01T09:30:00")]
    [InlineData("1 March 2024, 9:30 XYZ", "2024-03-01T09:30:00")]
    public void A_zone_is_kept_and_none_invented(string stated, string expected) =>
        Assert.Equal(expected, Page($"<meta property='article:published_time' content='{stated}'>").Published.Iso);

    [Theory]
    [InlineData("<meta property='article:modified_time' content='2024-03-02T10:00:00+01:00'>", "", "2024-03-02T10:00:00+01:00", DateBasis.Meta)]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"dateModified\":\"2024-03-02\"}</script>", "", "2024-03-02", DateBasis.JsonLd)]
    [InlineData("", "<time class='updated' datetime='2024-03-02T10:00Z'>Saturday</time>", "2024-03-02T10:00:00+00:00", DateBasis.TimeElement)]
    [InlineData("", "<p>1 March 2024</p><p>Last updated: 2 March 2024</p>", "2024-03-02", DateBasis.Text)]
    [InlineData("", "<p>1 March 2024</p><p>Zuletzt aktualisiert am 2. März 2024</p>", "2024-03-02", DateBasis.Text)]
    public void The_last_change_is_told_with_its_basis(string head, string body, string expected, DateBasis basis)
    {
        var article = Page("<meta property='article:published_time' content='2024-03-01'>" + head, body);

        Assert.Equal((expected, basis), (article.Details.Modified.Iso, article.Details.Modified.Basis));
        Assert.Equal("2024-03-01", article.Published.Iso);
    }

    [Fact]
    public void A_change_before_publication_is_none_and_is_kept_as_a_conflict()
    {
        var article = Page("<meta property='article:published_time' content='2024-03-03'><meta property='article:modified_time' content='2024-03-01'>");

        Assert.Null(article.Details.Modified.Iso);
        Assert.Equal("meta 2024-03-03, meta 2024-03-01", Conflict(article, "modified"));
    }

    [Fact]
    public void Days_that_differ_are_kept_with_their_basis_and_the_one_that_counts_stands_first()
    {
        var article = Page(
            "<link rel='canonical' href='https://news.example/2024/03/01/ferries'><meta property='article:published_time' content='2024-03-01T08:00:00+01:00'>"
            + "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-02-28\"}</script>");

        Assert.Equal("meta 2024-03-01T08:00:00+01:00, json-ld 2024-02-28", Conflict(article, "published"));
    }

    [Fact]
    public void Title_outlet_authors_and_address_that_differ_are_kept()
    {
        var article = Page(
            "<title>Two ferries break down | The Harbour</title><meta property='og:title' content='Two ferries break down'><meta property='og:site_name' content='The Harbour'><meta name='author' content='Ann Smith'>"
            + "<link rel='canonical' href='https://harbour.example/ferries'><meta property='og:url' content='https://old.example/ferries'>"
            + "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferries taken out of service\",\"publisher\":{\"@type\":\"Organization\",\"name\":\"Port Media\"},\"author\":{\"@type\":\"Person\",\"name\":\"Bob Jones\"}}</script>");

        Assert.Equal(("Ferries taken out of service", "The Harbour", "Bob Jones", "https://harbour.example/ferries"), (article.Title, article.Outlet, Assert.Single(article.Authors), article.Url));
        Assert.Equal("heading Ferries taken out of service, meta Two ferries break down, page Two ferries break down | The Harbour", Conflict(article, "title"));
        Assert.Equal("meta The Harbour, json-ld Port Media", Conflict(article, "outlet"));
        Assert.Equal("json-ld Bob Jones, meta Ann Smith", Conflict(article, "authors"));
        Assert.Equal("link https://harbour.example/ferries, meta https://old.example/ferries", Conflict(article, "url"));
    }

    [Theory]
    [InlineData("<link rel='canonical' href='https://news.example/'><meta property='og:url' content='https://news.example/a/b'>", "https://news.example/a/b")]
    [InlineData("<link rel='canonical' href='/a/b'>", "https://news.example/a/b")]
    [InlineData("<link rel='canonical' href='https://news.example/a/c'>", "https://news.example/a/c")]
    [InlineData("<link rel='canonical' href='javascript:alert(1)'>", "https://news.example/a/b?from=feed")]
    [InlineData("", "https://news.example/a/b?from=feed")]
    public void The_address_is_in_full_and_never_that_of_the_front_page(string head, string expected)
    {
        var page = $"<html><head>{head}</head><body><h1>Ferries taken out of service</h1>{Text}</body></html>";

        Assert.Equal(expected, Reads.One(page, new ReadOptions { Origin = new DocumentOrigin { Url = "https://news.example/a/b?from=feed" } }).Url);
    }

    [Theory]
    [InlineData("<meta property='article:section' content='World'>", "World")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleSection\":[\"Economy\",\"Ports\"]}</script>", "Economy")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"BreadcrumbList\",\"itemListElement\":[{\"name\":\"Home\"},{\"item\":{\"name\":\"Transport\"}},{\"name\":\"Ferries\"}]}</script>", "Transport")]
    [InlineData("", null)]
    public void The_section_is_read_where_it_is_named(string head, string? expected) => Assert.Equal(expected, Page(head).Details.Section);

    [Theory]
    [InlineData("<meta property='og:site_name' content='Der Spiegel'>", "DEU register")]
    [InlineData("<link rel='canonical' href='https://www.lemonde.fr/a/b'>", "FRA register")]
    [InlineData("<link rel='canonical' href='https://www.port-bote.example.at/a/b'>", "AUT domain")]
    [InlineData("<link rel='canonical' href='https://www.port-bote.co.uk/a/b'>", "GBR domain")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsMediaOrganization\",\"name\":\"Port\",\"address\":{\"addressCountry\":\"NO\"}}</script>", "NOR json-ld")]
    [InlineData("<link rel='canonical' href='https://port.tv/a/b'>", null)]
    [InlineData("<link rel='canonical' href='https://port.com/a/b'>", null)]
    public void The_outlets_state_is_told_with_its_basis_or_not_at_all(string head, string? expected) =>
        Assert.Equal(expected, Page(head).Details.OutletState is { } state ? $"{state.Code} {state.Basis}" : null);

    [Fact]
    public void States_that_differ_are_kept()
    {
        var article = Page("<meta property='og:site_name' content='Der Spiegel'><link rel='canonical' href='https://spiegel.example.at/a/b'>");

        Assert.Equal("register DEU, domain AUT", Conflict(article, "outlet_state"));
    }

    [Fact]
    public void The_language_is_that_of_the_text_and_a_declaration_of_another_is_kept()
    {
        var article = Page("", html: "<html lang='fr-FR'>");

        Assert.Equal(("en", LanguageBasis.Text, "fr-FR"), (article.Language, article.Details.LanguageBasis, article.Details.DeclaredLanguage));
        Assert.Equal("text en, declared fr", Conflict(article, "language"));
        Assert.Empty(Page("").Details.Conflicts);
    }

    [Fact]
    public void A_record_goes_before_its_content_and_what_differs_is_kept()
    {
        var record = """{"id":"a","published":"2024-03-05","title":"Ferries","url":"https://feed.example/1","section":"Ports","html":"<html><head><meta property='article:published_time' content='2024-03-01'></head><body><h1>Ferries taken out of service</h1><p>The port authority said on Monday that two ferries had been taken out of service.</p></body></html>"}""";
        var article = Reads.One(record);

        Assert.Equal("2024-03-05", article.Published.Day!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal("record 2024-03-05, meta 2024-03-01", Conflict(article, "published"));
        Assert.Equal("Ports", article.Details.Section);
    }
}
