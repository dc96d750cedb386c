namespace Demarche.Tests.Reading;

/// <summary>Texts as they come out of PDF files, mail programs and the clipboard: nothing but the article is body.</summary>
public class DumpLayoutTests
{
    const string Pdf = """
        The Valmont Courier                                  9 March 2021
        Darat and Ostia reopen their border

        By Mira Hollis

        Darat and Ostia will reopen their only border crossing next month, after
        negotiations that lasted nearly two years, the Daratian Foreign Minis-
        try said on Tuesday. The long-term agreement covers trade and visas.

        The crossing has been closed since the fighting of July 2019, in which
        forty soldiers died on both sides of the river in the valley. A long-
        term truce has held since then, according to observers of the truce.

                                      - 1 -
        The Valmont Courier                                  10 March 2021
        Trade between the two states fell by half after the closure, according
        to the Chamber of Commerce of Ostia. Both governments expect that the
        first lorries will cross the bridge in the second week of April.

                                      - 2 -
        The Valmont Courier                                  11 March 2021
        The opposition in Darat called the agreement a surrender and announced
        a protest in front of the parliament building on Thursday evening.
        """;

    const string Mail = """
        From: Mira Hollis <mira@courier.example>
        To: desk@courier.example
        Date: Tue, 9 Mar 2021 18:30:00 +0200
        Subject: Fwd: Darat expels two diplomats of Ostia

        The government of Darat expelled two diplomats of Ostia on Tuesday, the Foreign Ministry said in a statement.

        Ostia said that it would respond in kind, and summoned the ambassador of Darat the same evening.

        On 8 March 2021, Jon Abt <jon@courier.example> wrote:
        > The two governments were still talking to each other yesterday, officials told me.
        > Please call the ministry in the morning.

        --
        Mira Hollis is a reporter for The Valmont Courier
        +00 555 0100
        Sent from my phone, which spells as it likes to spell.
        """;

    const string Clipboard = """
        Skip to content
        Menu
        World | Politics | Sport
        Home > World > Valmont
        Ostia recalls its ambassador from Darat
        By Jon Abt
        Published 9 March 2021, 18:30
        Share
        Advertisement
        Ostia recalled its ambassador from Darat for consultations on Tuesday, a day after two of its diplomats were expelled.
        "We did not seek this quarrel," Prime Minister Ilan Roth told parliament in a short statement.
        • Darat expelled two diplomats on Monday.
        • Ostia denies that they were spies.
        Darat accused the two diplomats of having paid officials for plans of the new harbour, which Ostia denies.
        Related stories
        The long road to the treaty of Valmont, and why it took ten years to write.
        Most read
        Harvest festival opens in the capital with music from both sides of the river.
        Comments (2)
        Sign up for our newsletter and support our work: subscribe today, cancel anytime.
        © 2021 The Valmont Courier. All rights reserved.
        """;

    [Fact]
    public void A_printed_page_loses_its_headers_and_its_hyphens()
    {
        var article = Reads.One(Pdf);

        Assert.Equal(
            ["body: Darat and Ostia", "body: The crossing has", "body: Trade between the", "body: The opposition in"],
            Reads.Kinds(article).Where(kind => kind.StartsWith("body", StringComparison.Ordinal)));
        Assert.Contains("Foreign Ministry said", article.Body.Replace('\n', ' '), StringComparison.Ordinal);
        Assert.Contains("A long-term truce", article.Body.Replace('\n', ' '), StringComparison.Ordinal);
        Assert.Equal("Darat and Ostia reopen their border", article.Title);
        Assert.Equal(["Mira Hollis"], article.Authors);
    }

    [Fact]
    public void A_message_is_its_own_words_and_not_what_it_answers()
    {
        var article = Reads.One(Mail);

        Assert.Equal(
            ["body: The government of", "body: Ostia said that"],
            Reads.Kinds(article).Where(kind => kind.StartsWith("body", StringComparison.Ordinal)));
        Assert.Contains(Reads.Kinds(article), kind => kind.StartsWith("quote", StringComparison.Ordinal));
        Assert.Equal("Darat expels two diplomats of Ostia", article.Title);
        Assert.Equal(new DateOnly(2021, 3, 9), article.Published.Day);
        Assert.Equal(["Mira Hollis"], article.Authors);
    }

    [Fact]
    public void A_copied_page_without_blank_lines_keeps_its_list()
    {
        var article = Reads.One(Clipboard);

        Assert.Equal(
            ["body: Ostia recalled its", "body: \"We did not", "body: • Darat expelled", "body: • Ostia denies", "body: Darat accused the"],
            Reads.Kinds(article).Where(kind => kind.StartsWith("body", StringComparison.Ordinal)));
        Assert.Equal("Ostia recalls its ambassador from Darat", article.Title);
        Assert.Equal(["Jon Abt"], article.Authors);
        Assert.Equal(new DateOnly(2021, 3, 9), article.Published.Day);
    }

    [Fact]
    public void Every_block_is_a_span_of_the_text()
    {
        foreach (var dump in (string[])[Pdf, Mail, Clipboard])
        {
            var article = Reads.One(dump);
            Assert.All(article.Blocks, block => Assert.False(string.IsNullOrWhiteSpace(block.Span.Of(article.Text))));
        }
    }
}
