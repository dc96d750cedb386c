using Demarche.Documents;
using Demarche.Language;
using FsCheck;
using FsCheck.Fluent;

namespace Demarche.Tests.Language;

public class TokenizerTests
{
    static readonly Tokenizer Tokenizer = new(Repository.Data, "en");

    static Segmentation Split(string text) => Tokenizer.Split(text, new TextSpan(0, text.Length));

    static string[] Sentences(string text) => [.. Split(text).Sentences.Select(sentence => sentence.Span.Of(text))];

    [Theory]
    [InlineData("They don't know.", "They do n't know .")]
    [InlineData("He cannot go.", "He can not go .")]
    [InlineData("Minister Li's men", "Minister Li 's men")]
    [InlineData("the states’ leaders", "the states ’ leaders")]
    [InlineData("We’ll see, she said.", "We ’ll see , she said .")]
    [InlineData("They're gonna win.", "They 're gon na win .")]
    [InlineData("It isn’t over.", "It is n’t over .")]
    public void Splits_contractions_as_Universal_Dependencies_does(string text, string words) =>
        Assert.Equal(words.Split(' '), Split(text).Forms);

    [Theory]
    [InlineData("See https://example.org/a,b(c)?d=1&e=f.", "See https://example.org/a,b(c)?d=1&e=f .")]
    [InlineData("Write to press.office@mfa.example.org, please.", "Write to press.office@mfa.example.org , please .")]
    [InlineData("It cost $2.5 billion (€2.1bn).", "It cost $ 2.5 billion ( € 2.1 bn ) .")]
    [InlineData("\"No,\" he said.", "\" No , \" he said .")]
    [InlineData("The U.S. and the U.N. met at 5 p.m. on Jan. 3.", "The U.S. and the U.N. met at 5 p.m. on Jan. 3 .")]
    [InlineData("They met in 2019 – twice.", "They met in 2019 – twice .")]
    public void Cuts_signs_off_words_but_not_out_of_them(string text, string words) =>
        Assert.Equal(words.Split(' '), Split(text).Forms);

    [Theory]
    [InlineData("Gen. Mark Milley met Lt. Col. Ana Ruiz. They talked.", 2)]
    [InlineData("Mr. Sharif arrived in St. Petersburg on Monday. He left on Tuesday.", 2)]
    [InlineData("The U.S. President spoke. The U.K. Prime Minister did not.", 2)]
    [InlineData("Will he go? No. Smith will not. No. 5 is his house.", 4)]
    [InlineData("They left the U.S. The talks went on.", 2)]
    [InlineData("ST. JOSEPH, Mich. (AP) — Officials spoke.", 1)]
    [InlineData("J. D. Vance and George H. W. Bush were named.", 1)]
    [InlineData("Sen. Smith said so. Rep. Jones did not.", 2)]
    [InlineData("\"We will not go,\" he said. \"Never.\"", 2)]
    [InlineData("Is it true? Yes! It is.", 3)]
    [InlineData("The talks on No. 5 and others, i.e. the old ones, ended at 3 p.m. on Friday.", 1)]
    public void Abbreviations_and_initials_end_no_sentence(string text, int count) => Assert.Equal(count, Sentences(text).Length);

    [Fact]
    public void A_blank_line_ends_a_sentence_without_a_stop() =>
        Assert.Equal(["Ministers meet in Oslo", "They talked"], Sentences("Ministers meet in Oslo\n\nThey talked"));

    [Fact]
    public void A_line_ended_on_purpose_ends_a_sentence_and_a_wrapped_one_does_not() =>
        Assert.Equal(["Envoys meet", "The envoys of both states met on Tuesday in the\nCapital of the northern province to talk."],
            Sentences("Envoys meet\nThe envoys of both states met on Tuesday in the\nCapital of the northern province to talk."));

    [Fact]
    public void No_sentence_crosses_from_one_stretch_into_the_next()
    {
        var found = Tokenizer.Split("one two three four", new TextSpan(0, 7), new TextSpan(8, 18));

        Assert.Equal([new TextSpan(0, 7), new TextSpan(8, 18)], found.Sentences.Select(sentence => sentence.Span));
    }

    [Fact]
    public void Parts_of_a_multiword_token_say_so() =>
        Assert.Equal([false, true, false, false, true], Split("Li's I'm").Continues.Insert(2, false).Take(5));

    [Theory]
    [InlineData("👩‍👩‍👧‍👦👍🏽 ok")]
    [InlineData("e\u0301\u0301\u0301 a\u0300")]
    [InlineData("\ud800 \udc00 x\ud800")]
    [InlineData("\0\u0001\uffff\ufeff")]
    [InlineData("السلام عليكم. שלום!")]
    [InlineData("中国外交部发言人说。")]
    [InlineData("")]
    [InlineData(" \n\t\n ")]
    public void Words_cover_any_text_in_order(string text) => AssertCovers(text);

    [Fact]
    public void Words_cover_random_text_in_order()
    {
        Prop.ForAll(HardTexts.Pieces, (Action<string>)AssertCovers).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(7, 11));
        Prop.ForAll(HardTexts.Any, (Action<string>)AssertCovers).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(7, 13));
    }

    [Fact]
    public void Words_and_sentences_survive_being_written_and_read_as_CoNLL_U() =>
        Prop.ForAll(HardTexts.Pieces, (Action<string>)AssertSurvives).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(7, 17));

    static void AssertSurvives(string text)
    {
        var cut = Split(text);
        var count = cut.Forms.Length;
        using var writer = new StringWriter();
        ConlluWriter.Write(writer, new Document
        {
            Article = new Article { Id = new ArticleId("random"), Input = "random", Text = text },
            Sentences = cut.Sentences,
            Tokens = new TokenTable
            {
                Spans = cut.Spans,
                Forms = cut.Forms,
                Continues = cut.Continues,
                Lemmas = [.. Enumerable.Repeat("_", count)],
                Tags = [.. Enumerable.Repeat(PartOfSpeech.X, count)],
                FineTags = [.. Enumerable.Repeat("_", count)],
                Features = [.. Enumerable.Repeat("_", count)],
                Heads = [.. Enumerable.Repeat(-1, count)],
                Relations = [.. Enumerable.Repeat("root", count)],
            },
        });
        using var reader = new StringReader(writer.ToString());
        var read = ConlluReader.Read(reader, "random").ToList();

        Assert.Equal(cut.Forms, read.SelectMany(document => document.Tokens.Forms));
        Assert.Equal(cut.Continues, read.SelectMany(document => document.Tokens.Continues));
        Assert.Equal(cut.Sentences.Select(sentence => sentence.Count), read.SelectMany(document => document.Sentences).Select(sentence => sentence.Count));
    }

    [Theory]
    [InlineData('a', 3_000_000)]
    [InlineData('.', 300_000)]
    [InlineData('\u0301', 300_000)]
    [InlineData('@', 300_000)]
    [InlineData('\n', 3_000_000)]
    public void A_text_of_one_sign_is_cut_into_bounded_words_and_sentences_in_bounded_time(char sign, int count)
    {
        var found = Split(new string(sign, count));

        Assert.All(found.Spans, span => Assert.InRange(span.Length, 1, Tokenizer.LongestWord));
        Assert.All(found.Sentences, sentence => Assert.InRange(sentence.Count, 1, Tokenizer.LongestSentence));
    }

    static void AssertCovers(string text)
    {
        var found = Split(text);
        DocumentAssert.Covers(text, found.Spans, found.Forms, found.Continues, found.Sentences);
    }
}
