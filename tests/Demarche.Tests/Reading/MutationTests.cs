using System.Text;

namespace Demarche.Tests.Reading;

/// <summary>Pages broken at random, always in the same way: whatever comes in, an article or a reason comes out.</summary>
public class MutationTests
{
    static readonly string[] Seeds =
    [
        "<html><head><title>T</title><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2021-03-09\",\"author\":{\"name\":\"A B\"}}</script></head><body><h1>T</h1><div class=\"story-body\"><p>One sentence of news, said the ministry on Aug. 14, 2023.</p><p>Another &amp; longer sentence of news came after it, 9 March 2021.</p></div></body></html>",
        "<?xml version=\"1.0\"?><rss><channel><title>T</title><item><guid>1</guid><pubDate>Fri, 01 Mar 2024 10:00:00 GMT</pubDate><description>&lt;p&gt;One sentence.&lt;/p&gt;</description></item></channel></rss>",
        "{\"id\":\"a\",\"date\":\"2024-03-01\",\"text\":\"One sentence of news.\"}\n{\"id\":\"b\",\"date\":\"2024-03-02\",\"text\":\"Two.\"}\n",
        "id,date,text\na,2024-03-01,\"One, sentence\"\nb,2024-03-02,Two\n",
        "Title of it\n\n2 min read\nBy Ann Smith\nTroops left the town on Aug. 14, 2023, officials said.\n\nAnn Smith is a reporter for The Courier.\n\nRead more\n\nMore of it follows here, on Dec. 29.",
    ];

    static readonly string[] Pieces =
    [
        "<", ">", "\"", "'", "&", "&#", "&#x110000;", "<p", "</div>", "<table><tr>", "<!--", "<script>", "<title>", "]]>", "{", "}", "[", ",", "\n", "\r\n", "\0", "\uFEFF", "\u0663\u0660", "99999999999", "0000-00-00",
        "\uD83D\uDE00", " ", "<a href=x>", "<li>", "</p>", "=", "datetime='x'", "10/10/2010", "31 Feb 2020", "\u3000", "\u00AD",
    ];

    [Fact]
    public void No_mutation_of_an_input_makes_the_reader_throw()
    {
        var random = new Random(20240301);
        for (var round = 0; round < 3000; round++)
        {
            var text = new StringBuilder(Seeds[round % Seeds.Length]);
            for (var change = random.Next(1, 8); change > 0; change--)
                Mutate(text, random);
            var bytes = Encoding.UTF8.GetBytes(text.ToString());
            if (random.Next(4) == 0 && bytes.Length > 0)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);

            foreach (var outcome in Reads.All("mutant", bytes))
                Assert.True(outcome.Article is null ? outcome.Failure!.Reason.Length > 0 : outcome.Article.Blocks.All(block => block.Span.End <= outcome.Article.Text.Length));
        }
    }

    static void Mutate(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length + 1);
        switch (random.Next(4))
        {
            case 0:
                text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                break;
            case 1:
                text.Remove(at, Math.Min(text.Length - at, random.Next(20)));
                break;
            case 2:
                text.Insert(at, text.ToString(at, Math.Min(text.Length - at, random.Next(60))));
                break;
            default:
                text.Insert(at, string.Concat(Enumerable.Repeat(Pieces[random.Next(Pieces.Length)], random.Next(1, 400))));
                break;
        }
    }
}
