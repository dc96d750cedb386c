using Demarche.Documents;
using Demarche.Language;

namespace Demarche.Tests.Language;

public class LemmatizerTests
{
    static readonly Lemmatizer Lemmatizer = new(Repository.Data, "en");

    static string Lemma(string form, PartOfSpeech tag, string fineTag, bool opensSentence = false) =>
        Lemmatizer.Lemmatize(
            opensSentence ? [form] : ["so", form],
            opensSentence ? new Tagging([tag], [fineTag], ["_"]) : new Tagging([PartOfSpeech.ADV, tag], ["RB", fineTag], ["_", "_"]),
            [new Sentence(new TextSpan(0, 0), 0, opensSentence ? 1 : 2)])[^1];

    [Theory]
    [InlineData("went", PartOfSpeech.VERB, "VBD", "go")]
    [InlineData("shelled", PartOfSpeech.VERB, "VBD", "shell")]
    [InlineData("accused", PartOfSpeech.VERB, "VBN", "accuse")]
    [InlineData("preceding", PartOfSpeech.VERB, "VBG", "precede")]
    [InlineData("embassies", PartOfSpeech.NOUN, "NNS", "embassy")]
    [InlineData("n't", PartOfSpeech.PART, "RB", "not")]
    [InlineData("Parisians", PartOfSpeech.PROPN, "NNPS", "Parisian")]
    [InlineData("https://a.example/B", PartOfSpeech.PROPN, "NNP", "https://a.example/B")]
    public void Words_have_the_lemmas_of_the_treebank(string form, PartOfSpeech tag, string fineTag, string lemma) =>
        Assert.Equal(lemma, Lemma(form, tag, fineTag));

    [Theory]
    [InlineData("Soldiers", PartOfSpeech.NOUN, "NNS", "soldier")]
    [InlineData("German", PartOfSpeech.ADJ, "JJ", "German")]
    [InlineData("Glad", PartOfSpeech.ADJ, "JJ", "glad")]
    public void The_capital_that_opens_a_sentence_is_not_the_words_own(string form, PartOfSpeech tag, string fineTag, string lemma) =>
        Assert.Equal(lemma, Lemma(form, tag, fineTag, opensSentence: true));
}
