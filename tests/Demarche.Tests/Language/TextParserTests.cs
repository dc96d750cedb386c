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
    public void Every_sentence_is_one_tree(string text) => AssertTrees(Parse(text));

    static void AssertTrees(Document document)
    {
        foreach (var sentence in document.Sentences)
        {
            Assert.Single(Enumerable.Range(sentence.First, sentence.Count), word => document[word].IsRoot);
            for (var word = sentence.First; word < sentence.End; word++)
            {
                var steps = 0;
                for (var at = word; document.Tokens.Heads[at] >= 0; at = document.Tokens.Heads[at])
                    Assert.True(document.Tokens.Heads[at] >= sentence.First && document.Tokens.Heads[at] < sentence.End && ++steps <= sentence.Count);
            }
        }
    }

    /// <summary>Mutations of real sentences, not of random bytes: they get further into every stage.</summary>
    [Fact]
    public void Damaged_text_is_parsed_all_the_same_every_time()
    {
        const string text = "Gen. Ana Ruiz of Norway (born 1961) said on Monday, March 4, 2024 that \"we won't\" leave Oslo.\n\n“It’s over”, according to the U.N. – 1,000 people fled; http://a.example/b?c=1 was cut.";
        const string noise = "\0\n\t \u200b\u0301\ud83d\ude00\ufeff\"“”().,-—’'@#%0123ЖبÀ北\u202e";
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var random = new Random(20240304);
        for (var round = 0; round < 400 && clock.Elapsed < TimeSpan.FromSeconds(20); round++)
        {
            var damaged = new System.Text.StringBuilder(text);
            for (var changes = random.Next(1, 40); changes > 0; changes--)
            {
                var at = random.Next(damaged.Length);
                switch (random.Next(4))
                {
                    case 0: damaged[at] = noise[random.Next(noise.Length)]; break;
                    case 1: damaged.Insert(at, noise[random.Next(noise.Length)]); break;
                    case 2: damaged.Remove(at, Math.Min(random.Next(1, 8), damaged.Length - at)); break;
                    default: damaged.Insert(at, text.AsSpan(random.Next(text.Length / 2), random.Next(text.Length / 2))); break;
                }
            }
            AssertTrees(Parse(damaged.ToString()));
        }
    }

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
