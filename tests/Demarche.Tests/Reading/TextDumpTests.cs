using Demarche.Documents;

namespace Demarche.Tests.Reading;

public class TextDumpTests
{
    const string Dump = """
        World

        Darat and Ostia agree to reopen the border crossing

        4 min read
        Darat and Ostia agree to reopen the border crossing
        The foreign ministers of Darat and Ostia shake hands in Valmont on March 2, 2021. (Photo credit: Jo Field/Example Pictures)

        Darat and Ostia will reopen their only border crossing next month, the Daratian Foreign Ministry said on Mar. 9.

        "This is a first step," Foreign Minister Ana Belo told reporters.

        What comes next

        The crossing has been closed since the fighting of July 2019, in which forty soldiers died on both sides.

        Read more: The long road to Valmont

        Trade between the two states fell by half after the closure, according to the Chamber of Commerce.

        Mira Hollis
        Reporter

        Mira Hollis is a reporter for The Valmont Courier and covers diplomacy. She graduated from the University of Valmont.

        Read more
        Latest

        The prime minister of Lorne resigned on Nov. 4 after weeks of protest over prices.

        Do you value our work? Support us and subscribe to our newsletter today.

        © 2021 The Valmont Courier. All rights reserved.
        """;

    [Fact]
    public void A_copied_page_keeps_its_article_and_tells_the_chrome_apart()
    {
        var article = Reads.One(Dump);

        Assert.Equal(
            [
                "body: Darat and Ostia", "body: \"This is a", "body: The crossing has", "body: Trade between the",
            ],
            Reads.Kinds(article).Where(kind => kind.StartsWith("body", StringComparison.Ordinal)));
        Assert.Contains("caption: The foreign ministers", Reads.Kinds(article));
        Assert.Contains("heading: What comes next", Reads.Kinds(article));
        Assert.Contains("related: Read more: The", Reads.Kinds(article));
        Assert.Contains("biography: Mira Hollis is", Reads.Kinds(article));
        Assert.Contains("teaser: The prime minister", Reads.Kinds(article));
        Assert.Contains("appeal: Do you value", Reads.Kinds(article));
        Assert.Contains("legal: © 2021 The", Reads.Kinds(article));
    }

    [Fact]
    public void The_repeated_line_is_the_title_and_the_biography_names_author_and_outlet()
    {
        var article = Reads.One(Dump);

        Assert.Equal("Darat and Ostia agree to reopen the border crossing", article.Title);
        Assert.Equal(["Mira Hollis"], article.Authors);
        Assert.Equal("The Valmont Courier", article.Outlet);
        Assert.Equal("en", article.Language);
    }

    [Fact]
    public void An_undated_text_is_as_old_as_the_last_day_its_lead_reports()
    {
        var published = Reads.One(Dump).Published;

        Assert.Equal(new DateOnly(2021, 3, 9), published.Day);
        Assert.Equal(DateBasis.Text, published.Basis);
    }

    [Fact]
    public void What_the_user_says_comes_before_what_the_words_suggest()
    {
        var published = Reads.One(Dump, new() { Published = PublicationDate.OfDay(new DateOnly(2021, 3, 10), DateBasis.User) }).Published;

        Assert.Equal(new DateOnly(2021, 3, 10), published.Day);
    }

    [Fact]
    public void Spans_point_into_the_unchanged_text()
    {
        var article = Reads.One(Dump);

        Assert.Equal(Dump.ReplaceLineEndings("\n"), article.Text);
        Assert.Equal("Darat and Ostia will reopen", article.Blocks.First(block => block.Kind == BlockKind.Body).Span.Of(article.Text)[..27]);
    }

    [Theory]
    [InlineData("Troops shelled Darat on Tuesday.")]
    [InlineData("Ostia to send envoy to Darat")]
    [InlineData("He left.")]
    public void A_single_line_is_body(string text) => Assert.Equal(text, Reads.One(text).Body);

    [Fact]
    public void Wrapped_lines_are_one_paragraph()
    {
        var article = Reads.One("""
            The government of Darat said that it would not take part in the talks
            that Ostia proposed last week, because the terms were not acceptable
            to the army and to the parties of the coalition.

            Ostia called the answer regrettable but did not withdraw its proposal
            and said that the door remained open for as long as both sides wished
            to speak with each other.
            """);

        Assert.Equal(2, article.Blocks.Count(block => block.Kind == BlockKind.Body));
    }

    [Theory]
    [InlineData("seed-news", 9)]
    [InlineData("seed-report", 15)]
    public void The_seeds_keep_every_paragraph_and_nothing_else(string name, int paragraphs)
    {
        var text = File.ReadAllText(Repository.RequireDevelopmentData($"seeds/{name}.txt"));
        using var gold = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Repository.RequireDevelopmentData($"seeds/{name}.gold.json")));
        var article = Reads.One(text);
        var bodyLines = article.Blocks.Where(block => block.Kind == BlockKind.Body).Select(block => text.AsSpan(0, block.Span.Start).Count('\n') + 1).ToList();

        Assert.Equal(gold.RootElement.GetProperty("body").EnumerateArray().Select(line => line.GetProperty("line").GetInt32()), bodyLines);
        Assert.Equal(paragraphs, bodyLines.Count);
        Assert.Equal(gold.RootElement.GetProperty("title").GetString(), article.Title);
        Assert.Equal(gold.RootElement.GetProperty("outlet").GetString(), article.Outlet);
    }
}
