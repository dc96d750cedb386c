using System.Text;
using Demarche.Coding;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Tests.Coding.Status;

public class StatusReaderTests
{
    static readonly StatusReader Reader = StatusReader.Load(Repository.Data);

    [Theory]
    [InlineData("have  have  AUX  3 aux VBP", EventStatus.Occurred)]
    [InlineData("will  will  AUX  3 aux MD", EventStatus.Planned)]
    [InlineData("might might AUX  3 aux MD", EventStatus.Hypothetical)]
    [InlineData("not   not   PART 3 advmod RB", EventStatus.Negated)]
    [InlineData("never never ADV  3 advmod RB", EventStatus.Negated)]
    [InlineData("reportedly reportedly ADV 3 advmod RB", EventStatus.Alleged)]
    [InlineData("almost almost ADV 3 advmod RB", EventStatus.Negated)]
    [InlineData("possibly possibly ADV 3 advmod RB", EventStatus.Hypothetical)]
    public void Reads_status_from_the_words_around_the_verb(string modifier, EventStatus expected)
    {
        var document = TestDocument.Parse($"""
            Troops troops NOUN   3 nsubj NNS
            {modifier}
            shelled  shell  VERB   0 root VBD
            Darat  Darat  PROPN* 3 obj NNP
            """);

        Assert.Equal(expected, Reader.Read(document, 2).Status);
    }

    [Theory]
    [InlineData("denied deny VERB", EventStatus.Denied)]
    [InlineData("said say VERB", EventStatus.Occurred)]
    [InlineData("alleged allege VERB", EventStatus.Alleged)]
    [InlineData("hoped hope VERB", EventStatus.Hypothetical)]
    [InlineData("regretted regret VERB", EventStatus.Occurred)]
    public void The_verb_above_decides_over_its_clause(string above, EventStatus expected)
    {
        var document = TestDocument.Parse($"""
            Minsk  Minsk  PROPN* 2 nsubj NNP
            {above} 0 root VBD
            that   that   SCONJ 5 mark IN
            troops troops NOUN  5 nsubj NNS
            shelled shell VERB  2 ccomp VBD
            Darat  Darat  PROPN* 5 obj NNP
            """);

        Assert.Equal(expected, Reader.Read(document, 4).Status);
    }

    [Fact]
    public void A_text_may_end_with_what_is_asked()
    {
        var document = TestDocument.Parse("""
            Minsk   Minsk   PROPN* 2 nsubj NNP
            asked   ask     VERB   0 root VBD
            whether whether SCONJ  4 mark IN
            shelled shell   VERB   2 conj VBD
            """);

        Assert.Equal(EventStatus.Hypothetical, Reader.Read(document, 3).Status);
    }

    [Theory]
    [InlineData("managed manage", EventStatus.Occurred)]
    [InlineData("failed fail", EventStatus.Negated)]
    [InlineData("refused refuse", EventStatus.Negated)]
    [InlineData("planned plan", EventStatus.Planned)]
    [InlineData("tried try", EventStatus.Hypothetical)]
    public void The_verb_above_decides_over_its_infinitive(string above, EventStatus expected)
    {
        var document = TestDocument.Parse($"""
            Troops troops NOUN  2 nsubj NNS
            {above} VERB 0 root VBD
            to     to     PART  4 mark TO
            shell  shell  VERB  2 xcomp VB
            Darat  Darat  PROPN* 4 obj NNP
            """);

        Assert.Equal(expected, Reader.Read(document, 3).Status);
    }

    [Fact]
    public void A_word_the_rule_has_consumed_says_nothing_about_status()
    {
        var document = TestDocument.Parse("""
            Troops troops NOUN  2 nsubj NNS
            refused refuse VERB 0 root VBD
            to     to     PART  4 mark TO
            leave  leave  VERB  2 xcomp VB
            """);

        Assert.Equal(EventStatus.Negated, Reader.Read(document, 3).Status);
        Assert.Equal(EventStatus.Occurred, Reader.Read(document, 3, 1).Status);
    }

    [Theory]
    [InlineData("operator: deny\nverbs: deny", "operators.txt:1: expected 'source:' in every record")]
    [InlineData("operator: denny\nverbs: deny\nsource: own", "operators.txt:1: unknown operator 'denny' (did you mean 'deny'?)")]
    [InlineData("operator: deny\nverb: deny\nsource: own", "operators.txt:2: unknown key 'verb' (did you mean 'verbs'?)")]
    [InlineData("operator: deny\nsource: own", "operators.txt:1: the record lists no words")]
    public void A_broken_lexicon_is_refused_with_its_place(string text, string message)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));

        var problem = Assert.Throws<DataFileException>(() => OperatorLexicon.Read(stream, "operators.txt"));

        Assert.StartsWith(message, problem.Message, StringComparison.Ordinal);
    }
}
