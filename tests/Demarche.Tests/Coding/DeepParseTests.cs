using System.Globalization;
using System.Text;
using Demarche.Coding;
using Demarche.Documents;
using Demarche.Knowledge.Actors;

namespace Demarche.Tests.Coding;

/// <summary>A given parse may be as deep as it has words; work that grew with the square of the depth would take minutes here.</summary>
public class DeepParseTests
{
    const int Words = 3000;

    [Theory]
    [InlineData("conj", "attack", "VERB", "VB")]
    [InlineData("ccomp", "denied", "VERB", "VBD")]
    [InlineData("advcl", "attacked", "VERB", "VBD")]
    [InlineData("nmod", "attack", "NOUN", "NN")]
    [InlineData("conj", "attack", "NOUN", "NN")]
    public void A_chain_of_thousands_of_words_is_coded(string relation, string word, string tag, string fineTag)
    {
        var coder = new Coder(Repository.Data, new ActorRegister(Repository.Data), "test");
        using var reader = new StringReader(Chain(relation, word, tag, fineTag));
        var document = Assert.Single(ConlluReader.Read(reader, "chain", "en"));

        var coded = coder.Code(document);

        Assert.Equal(Words, document.Tokens.Count);
        Assert.Empty(coded.Events);
    }

    [Theory]
    [InlineData("appos", "Ann", "PROPN", "NNP")]
    [InlineData("acl:relcl", "who", "PRON", "WP")]
    [InlineData("nmod:poss", "Chad", "PROPN", "NNP")]
    [InlineData("obl", "attack", "NOUN", "NN")]
    public void A_root_may_bear_any_relation(string relation, string word, string tag, string fineTag)
    {
        var coder = new Coder(Repository.Data, new ActorRegister(Repository.Data), "test");
        using var reader = new StringReader($"""
            1\t{word}\t{word}\t{tag}\t{fineTag}\t_\t0\t{relation}\t_\tNER=B-PER
            2\tLee\tLee\tPROPN\tNNP\t_\t1\tflat\t_\tNER=I-PER
            3\tbombed\tbomb\tVERB\tVBD\t_\t1\tacl:relcl\t_\t_
            4\twho\twho\tPRON\tWP\t_\t3\tnsubj\t_\t_
            5\tMali\tMali\tPROPN\tNNP\t_\t3\tobj\t_\t_


            """.Replace("\\t", "\t", StringComparison.Ordinal));
        var document = Assert.Single(ConlluReader.Read(reader, "root", "en"));

        Assert.Null(Record.Exception(() => coder.Code(document)));
    }

    [Fact]
    public void Extents_of_subtrees_hold_all_words_below()
    {
        using var reader = new StringReader(Chain("nmod", "attack", "NOUN", "NN"));
        var tokens = Assert.Single(ConlluReader.Read(reader, "chain", "en")).Tokens;

        Assert.Equal((0, Words), Phrases.Subtree(tokens, 0));
        Assert.Equal((Words - 1, Words), Phrases.Subtree(tokens, Words - 1));
    }

    static string Chain(string relation, string word, string tag, string fineTag)
    {
        var text = new StringBuilder("# newdoc id = chain\n# sent_id = 1\n");
        for (var i = 1; i <= Words; i++)
            text.Append(CultureInfo.InvariantCulture, $"{i}\t{word}\t{word}\t{tag}\t{fineTag}\t_\t{i - 1}\t{(i == 1 ? "root" : relation)}\t_\t_\n");
        return text.Append('\n').ToString();
    }
}
