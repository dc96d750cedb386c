using System.Collections.Immutable;
using System.Globalization;
using Demarche.Documents;
using Demarche.Language;

namespace Demarche.Tests.Language.Syntax;

public class ArgumentsTests
{
    static Demarche.Language.Syntax Mended(string tree)
    {
        // word/tag/head/relation
        var words = tree.Split(' ').Select(word => word.Split('/')).ToArray();
        var tags = words.Select(word => Enum.Parse<PartOfSpeech>(word[1])).ToImmutableArray();
        var tagging = new Tagging(tags, [.. tags.Select(tag => tag == PartOfSpeech.NOUN ? "NNS" : "")], [.. tags.Select(_ => "")]);
        var syntax = new Demarche.Language.Syntax(tagging, [.. words.Select(word => int.Parse(word[2], CultureInfo.InvariantCulture) - 1)], [.. words.Select(word => word[3])]);
        return Arguments.Mend(syntax, [.. words.Select(word => word[0])]);
    }

    [Theory]
    [InlineData("they/PRON/2/nsubj freed/VERB/0/root leader/NOUN/2/obj Daniel/PROPN/2/obj Otieno/PROPN/4/flat", 4, 3, "appos")]
    [InlineData("leader/NOUN/3/nsubj:pass Daniel/PROPN/3/nsubj:pass freed/VERB/0/root", 2, 1, "appos")]
    [InlineData("he/PRON/2/nsubj told/VERB/0/root leader/NOUN/2/iobj Daniel/PROPN/2/obj", 4, 2, "obj")]
    public void A_name_beside_a_noun_of_its_kind_is_the_nouns(string tree, int word, int head, string relation)
    {
        var mended = Mended(tree);

        Assert.Equal((head - 1, relation), (mended.Heads[word - 1], mended.Relations[word - 1]));
    }

    [Theory]
    [InlineData("gunmen/NOUN/2/nsubj kill/VERB/0/root at/ADP/4/case least/ADJ/5/nmod 40/NUM/6/nummod people/NOUN/2/obl", "obj")]
    [InlineData("gunmen/NOUN/2/nsubj wait/VERB/0/root at/ADP/4/case least/ADJ/5/nmod 40/NUM/6/nummod hour/NOUN/2/obl", "obl")]
    [InlineData("gunmen/NOUN/2/nsubj fire/VERB/0/root at/ADP/6/case least/ADJ/5/nmod 40/NUM/6/nummod people/NOUN/2/obl", "obl")]
    public void At_least_is_of_the_number(string tree, string relation) => Assert.Equal(relation, Mended(tree).Relations[5]);

    [Theory]
    [InlineData("Germany/PROPN/2/nsubj thanks/NOUN/0/root Poland/PROPN/2/obj", PartOfSpeech.VERB)]
    [InlineData("many/ADJ/2/amod thanks/NOUN/0/root Poland/PROPN/2/flat", PartOfSpeech.NOUN)]
    public void What_has_a_subject_and_an_object_is_a_verb(string tree, PartOfSpeech tag) => Assert.Equal(tag, Mended(tree).Tagging.Tags[1]);
}
