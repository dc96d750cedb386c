using System.Text;
using Demarche.Coding;
using Demarche.Coding.Contexts;
using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;

namespace Demarche.Tests.Coding.Contexts;

public class ContextReaderTests
{
    static readonly Coder Coder = new(Repository.Data, new ActorRegister(Repository.Data), "test");

    [Theory]
    [InlineData("context: militry", "1: 'militry' is no context (did you mean 'military'?)")]
    [InlineData("words: army", "1: expected 'context: name'")]
    [InlineData("context: military\nword: army", "2: unknown key 'word'")]
    [InlineData("context: legal\nwords: court\n\ncontext: legal\nwords: judge", "4: the context 'legal' stands here twice")]
    [InlineData("context: legal\nwhen: party JUDG", "2: 'JUDG' is no sector (did you mean 'JUD'?)")]
    [InlineData("context: legal\nwhen: act COERCE jail", "2: 'COERCE jail' is no event type with a mode of it")]
    [InlineData("context: legal\nwhen: act CORCE", "2: 'CORCE' is no event type with a mode of it (did you mean 'COERCE'?)")]
    [InlineData("context: legal\nwhen: party", "2: expected values after 'party'")]
    [InlineData("context: legal\nwhen: two states USA", "2: 'two states' takes no value")]
    [InlineData("context: legal\nwhen: weather bad", "2: 'weather bad' is no condition")]
    public void Refuses_what_cannot_be_meant(string text, string problem)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));

        var thrown = Assert.Throws<DataFileException>(() => new ContextReader(stream, new Ontology(Repository.Data)));

        Assert.StartsWith("data/lexicon/en/contexts.txt:" + problem, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_states_that_accuse_each_other_are_diplomatic_and_say_why()
    {
        var accusation = Assert.Single(Coder.Explain(TestDocument.Parse(Accusation)));

        Assert.Equal(["diplomatic"], accusation.Event.Contexts);
        var reading = Assert.Single(accusation.Decisions.Contexts);
        Assert.StartsWith("two states; ", reading.Reason, StringComparison.Ordinal);
        Assert.Null(reading.Span);
    }

    [Fact]
    public void A_word_of_the_sentence_is_the_evidence()
    {
        var document = TestDocument.Parse("""
            France  France  PROPN*  2 nsubj
            accused accuse  VERB    0 root VBD
            Russia  Russia  PROPN*  2 obj
            of      of      ADP     5 case
            espionage espionage NOUN 2 obl
            """);

        var reading = Assert.Single(Assert.Single(Coder.Explain(document)).Decisions.Contexts, one => one.Context == "intelligence");

        Assert.Equal("espionage", reading.Span!.Value.Of(document.Article.Text));
    }

    [Theory]
    [InlineData(4, 4, true)]
    [InlineData(4, 5, false)]
    [InlineData(3, 1, false)]
    public void What_half_of_the_sentences_and_four_are_about_is_the_context_of_every_event(int about, int others, bool told)
    {
        var text = string.Join("\n\n", [.. Enumerable.Repeat(Accusation, others), .. Enumerable.Repeat(TariffsRose, about)]);

        var contexts = Coder.Code(TestDocument.Parse(text)).Events[0].Contexts;

        Assert.Equal(told, contexts.Contains("economic"));
    }

    const string Accusation = """
        France  France  PROPN*  2 nsubj
        accused accuse  VERB    0 root VBD
        Russia  Russia  PROPN*  2 obj
        """;

    const string TariffsRose = """
        Tariffs tariff NOUN 2 nsubj
        rose    rise   VERB 0 root VBD
        """;
}
