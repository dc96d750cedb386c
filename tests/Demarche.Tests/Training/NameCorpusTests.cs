using Demarche.Knowledge;
using Demarche.Language.Names;
using Demarche.Training;

namespace Demarche.Tests.Training;

public class NameCorpusTests
{
    static NameCorpus Read(string text) => NameCorpus.Read(new StringReader(text), "names.bio", 0, marksMiscellaneous: true);

    [Fact]
    public void Documents_and_sentences_end_where_the_file_says()
    {
        var corpus = Read("-DOCSTART-\n\nMinsk\tB-LOC\n\nIt\tO\nrains\tO\n\n-DOCSTART-\n\nLi\tB-PER\n");

        Assert.Equal([2, 1], corpus.Documents.Select(document => document.Length));
        Assert.Equal(["It", "rains"], corpus.Documents[0][1].Forms);
    }

    [Fact]
    public void Words_are_cut_at_inner_hyphens_as_in_the_treebanks()
    {
        var sentence = Read("Tsai\tB-PER\nIng-wen\tI-PER\n-\tO\nSaint-Denis\tB-LOC\nF-16\tO\n").Documents[0][0];

        Assert.Equal(["Tsai", "Ing", "-", "wen", "-", "Saint", "-", "Denis", "F-16"], sentence.Forms);
        Assert.Equal(
            ["B-PER", "I-PER", "I-PER", "I-PER", "O", "B-LOC", "I-LOC", "I-LOC", "O"], sentence.Labels.Select(label => NameLabel.Code(label)));
    }

    [Fact]
    public void A_label_nobody_knows_is_named_with_its_line() =>
        Assert.Equal(
            "names.bio:2: expected 'word TAB label' with a label such as O, B-PER, I-ORG",
            Assert.Throws<DataFileException>(() => Read("Li\tB-PER\nMinsk\tB-GPE\n")).Message);
}
