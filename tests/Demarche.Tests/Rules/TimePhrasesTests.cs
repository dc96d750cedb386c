using Demarche.Coding.Rules;
using Demarche.Documents;

namespace Demarche.Tests.Rules;

public class TimePhrasesTests
{
    static TokenTable Detached(string noun, string last) => TimePhrases.Detach(TestDocument.Parse($"""
        Chad     Chad    PROPN*  3 nsubj:pass
        was      be      AUX     3 aux:pass
        attacked attack  VERB    0 root VBN
        by       by      ADP     7 case
        Russian  Russian ADJ     7 amod
        {noun}   {noun}  NOUN    7 compound
        minutes  minute  NOUN    3 obl:agent
        {last}   {last}  ADV     3 advmod
        """)).Tokens;

    [Fact]
    public void A_unit_of_time_is_no_head_of_the_phrase_before_it()
    {
        var tokens = Detached("troops", "later");

        Assert.Equal((2, "obl:agent"), (tokens.Heads[5], tokens.Relations[5]));
        Assert.Equal((2, "obl:unmarked"), (tokens.Heads[6], tokens.Relations[6]));
        Assert.Equal([3, 4], tokens.Children[5]);
        Assert.Empty(tokens.Children[6]);
    }

    [Fact]
    public void Without_a_word_that_counts_from_it_the_phrase_stays() => Assert.Equal(6, Detached("troops", "there").Heads[5]);
}
