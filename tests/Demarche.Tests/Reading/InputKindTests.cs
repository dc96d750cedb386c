using System.Text;
using Demarche.Documents;

namespace Demarche.Tests.Reading;

public class InputKindTests
{
    const string Sentence = "Troops of Darat shelled the border town on Tuesday, officials said.";

    [Theory]
    [InlineData("{\"id\":\"a1\",\"date\":\"2024-03-01\",\"text\":\"" + Sentence + "\"}")]
    [InlineData("[{\"id\":\"a1\",\"published\":\"2024-03-01\",\"event_text\":\"" + Sentence + "\"}]")]
    [InlineData("{\"id\":\"a1\",\"date\":\"2024-03-01\",\"text\":\"" + Sentence + "\"}\n\n")]
    [InlineData("{\"a1\":{\"articleBody\":\"" + Sentence + "\",\"date\":\"2024-03-01\"}}")]
    [InlineData("id,date,text\na1,2024-03-01,\"" + Sentence + "\"\n")]
    [InlineData("id\tpublished\tevent_text\na1\t2024-03-01\t" + Sentence + "\n")]
    [InlineData("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>T</title><item><guid>a1</guid><pubDate>Fri, 01 Mar 2024 10:00:00 GMT</pubDate><description>" + Sentence + "</description></item></channel></rss>")]
    [InlineData("<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>a1</id><published>2024-03-01T10:00:00Z</published><content type=\"html\">&lt;p&gt;" + Sentence + "&lt;/p&gt;</content></entry></feed>")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T\",\"items\":[{\"id\":\"a1\",\"date_published\":\"2024-03-01T10:00:00Z\",\"content_text\":\"" + Sentence + "\"}]}")]
    public void Every_form_of_record_gives_the_same_article(string input)
    {
        var article = Reads.One(input);

        Assert.Equal("a1", article.Id.Value);
        Assert.Equal(new DateOnly(2024, 3, 1), article.Published.Day);
        Assert.Equal(Sentence, article.Body);
        Assert.Equal("en", article.Language);
    }

    [Theory]
    [InlineData("news/page.html.gz", "page")]
    [InlineData("2024.03.01-report.txt", "2024.03.01-report")]
    [InlineData("notes.log", "notes")]
    [InlineData("-", "stdin")]
    public void The_file_name_without_its_extensions_is_the_id(string name, string id) =>
        Assert.Equal(id, Reads.One(Sentence, name: name).Id.Value);

    [Fact]
    public void A_record_without_an_id_goes_by_its_line()
    {
        var outcomes = Reads.All("day.jsonl", $"{{\"text\":\"{Sentence}\"}}\n{{\"text\":\"{Sentence}\"}}\n");

        Assert.Equal(["day-1", "day-2"], outcomes.Select(outcome => outcome.Article!.Id.Value));
        Assert.Equal("day.jsonl:2", outcomes[1].Article!.Input);
    }

    [Fact]
    public void A_zip_gives_the_articles_of_its_members()
    {
        var zip = Reads.Zip(("a/one.txt", Encoding.UTF8.GetBytes(Sentence)), ("two.txt.gz", Reads.Gzip(Encoding.UTF8.GetBytes(Sentence))), ("three.txt", []));

        var outcomes = Reads.All("week.zip", zip);

        Assert.Equal(["one", "two"], outcomes.Where(outcome => outcome.Article is not null).Select(outcome => outcome.Article!.Id.Value));
        Assert.Equal("week.zip/three.txt: the input is empty", outcomes[2].Failure!.ToString());
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    public void A_byte_order_mark_tells_the_encoding(string name)
    {
        var encoding = Encoding.GetEncoding(name);

        var article = Assert.Single(Reads.All("input", [.. encoding.GetPreamble(), .. encoding.GetBytes("Президент прибыл в Минск, сообщили в министерстве.")])).Article!;

        Assert.Equal("Президент прибыл в Минск, сообщили в министерстве.", article.Text);
        Assert.Equal("ru", article.Language);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-32")]
    [InlineData("windows-1251")]
    public void Tables_and_JSON_Lines_may_be_in_any_encoding(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        const string Text = "Министр обороны прибыл в Минск, чтобы встретиться с президентом, сообщили в министерстве.";

        foreach (var input in new[] { $"id\ttext\na\t{Text}\nb\t{Text}\n", $"{{\"id\":\"a\",\"text\":\"{Text}\"}}\n{{\"id\":\"b\",\"text\":\"{Text}\"}}\n" })
        {
            var outcomes = Reads.All("input", [.. encoding.GetPreamble(), .. encoding.GetBytes(input)]);

            Assert.Equal(["a", "b"], outcomes.Select(outcome => outcome.Article?.Id.Value));
            Assert.All(outcomes, outcome => Assert.Equal(Text, outcome.Article!.Text));
        }
    }

    [Theory]
    [InlineData("windows-1251", "Министр обороны прибыл в Минск, чтобы встретиться с президентом, сообщили в министерстве.")]
    [InlineData("koi8-r", "Министр обороны прибыл в Минск, чтобы встретиться с президентом, сообщили в министерстве.")]
    [InlineData("windows-1252", "Le ministre de la Défense est arrivé à Genève, a déclaré le gouvernement français.")]
    [InlineData("gb18030", "国防部长李尚福星期一抵达莫斯科，将出席安全会议，中国国防部说。")]
    public void Unlabelled_bytes_are_read_by_what_they_look_like(string name, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

        Assert.Equal(text, Assert.Single(Reads.All("input", Encoding.GetEncoding(name).GetBytes(text))).Article!.Text);
    }
}
