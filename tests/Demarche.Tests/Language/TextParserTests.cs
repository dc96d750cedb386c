using Demarche.Documents;
using Demarche.Language;

namespace Demarche.Tests.Language;

public class TextParserTests
{
    static readonly TextParser Parser = TextParser.Load(Repository.Data, "en");

    static Document Parse(string text, params Block[] blocks) =>
        Parser.Parse(new Article { Id = new ArticleId("test"), Input = "test", Text = text, Language = "en", Blocks = [.. blocks] });

    static string[] Relations(Document document) =>
        [.. Enumerable.Range(0, document.Tokens.Count).Select(i => document[i]).Select(token => token.IsRoot ? $"{token.Form} root" : $"{token.Form} {token.Relation} {token.Head.Form}")];

    [Fact]
    public void Finds_who_did_what_to_whom()
    {
        var document = Parse("The minister condemned the attack.");

        Assert.Equal(["The det minister", "minister nsubj condemned", "condemned root", "the det attack", "attack obj condemned", ". punct condemned"], Relations(document));
        Assert.Equal(["the", "minister", "condemn", "the", "attack", "."], document.Tokens.Lemmas);
    }

    [Fact]
    public void Finds_the_agent_of_a_passive() =>
        Assert.Contains("troops obl:agent killed", Relations(Parse("Three soldiers were killed by government troops on Friday.")));

    [Fact]
    public void Finds_names_and_whom_a_pronoun_stands_for()
    {
        var document = Parse("President Vladimir Putin arrived in Beijing on Monday. He met Xi Jinping.");

        Assert.Equal(["Vladimir Putin", "Beijing", "Xi Jinping"], document.Names.Select(name => document.SpanOf(name.First, name.End).Of(document.Article.Text)));
        var link = Assert.Single(document.Coreference);
        Assert.Equal("He", document[link.Anaphor].Form);
        Assert.Contains(document[Assert.Single(link.Antecedents)].Form, (string[])["President", "Vladimir", "Putin"]);
    }

    [Fact]
    public void Parses_only_the_body()
    {
        const string text = "Read more\n\nTalks began.\n\nWho we are";
        var document = Parse(text, new Block(BlockKind.Teaser, new TextSpan(0, 9)), new Block(BlockKind.Body, new TextSpan(11, 23)), new Block(BlockKind.Biography, new TextSpan(25, 35)));

        Assert.Equal(["Talks began."], document.Sentences.Select(sentence => sentence.Span.Of(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData("...!!!")]
    [InlineData("北京 2024 年。 שלום \ud800")]
    [InlineData("ℕever ϒes. ℂhina ℍeld İt, ℝun ϓey")]
    [InlineData("At 0\u1bb4 p.m. and at \u0664:\u0665\u0665 on ٤/٥/٢٠٢٤, ２０２４-０５-０４.")]
    public void Every_sentence_is_one_tree(string text) => DocumentAssert.Whole(Parse(text));

    [Fact]
    public void Keeps_given_words_and_sentences_when_it_parses_again()
    {
        var given = TestDocument.Parse("""
            Do   _ X 0 _
            n't  _ X 0 _
            go   _ X 0 _

            Now  _ X 0 _
            """);
        var parsed = Parser.Reparse(given);

        Assert.Equal(given.Tokens.Forms, parsed.Tokens.Forms);
        Assert.Equal(given.Sentences, parsed.Sentences);
        Assert.Equal(["do", "not", "go", "now"], parsed.Tokens.Lemmas);
    }
}
