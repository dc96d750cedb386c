using Demarche.Documents;

namespace Demarche.Tests.Documents;

public class ConlluTests
{
    [Theory]
    [InlineData("dep", "root")]
    [InlineData("ROOT", "root")]
    [InlineData("_", "_")]
    public void A_root_is_called_one(string relation, string expected)
    {
        using var reader = new StringReader($"1\tRain\train\tNOUN\tNN\t_\t0\t{relation}\t_\t_\n\n");

        Assert.Equal([expected], Assert.Single(ConlluReader.Read(reader, "rain")).Tokens.Relations);
    }

    const string Parse = """
        # newdoc id = d1
        # newpar
        # sent_id = d1-1
        # text = Ana Li's men  don't go.
        1	Ana	Ana	PROPN	NNP	Number=Sing	4	nmod:poss	_	NER=B-PER
        2-3	Li's	_	_	_	_	_	_	_	_
        2	Li	Li	PROPN	NNP	Number=Sing	1	flat	_	NER=I-PER
        3	's	's	PART	POS	_	1	case	_	_
        4	men	man	NOUN	NNS	Number=Plur	7	nsubj	_	_
        5-6	don't	_	_	_	_	_	_	_	_
        5	do	do	AUX	VBP	_	7	aux	_	_
        6	n't	not	PART	RB	_	7	advmod	_	_
        7	go	go	VERB	VB	_	0	root	_	SpaceAfter=No
        7.1	gone	go	VERB	_	_	_	_	0:root	_
        8	.	.	PUNCT	.	_	7	punct	_	_

        # newpar
        # sent_id = d1-2
        # text = «Да»
        1	«	«	PUNCT	``	_	2	punct	_	SpaceAfter=No
        2	Да	да	INTJ	UH	_	0	root	_	SpaceAfter=No
        3	»	»	PUNCT	''	_	2	punct	_	_


        """;

    static Document[] Read(string text)
    {
        using var reader = new StringReader(text);
        return [.. ConlluReader.Read(reader, "folder/file.conllu")];
    }

    [Fact]
    public void Builds_the_text_and_exact_spans()
    {
        var document = Assert.Single(Read(Parse));

        Assert.Equal("d1", document.Article.Id.Value);
        Assert.Equal("Ana Li's men  don't go.\n\n«Да»", document.Article.Text);
        Assert.All(Enumerable.Range(0, document.Tokens.Count), i => Assert.Equal(document.Tokens.Forms[i], document.Tokens.Spans[i].Of(document.Article.Text)));
        Assert.Equal([new TextSpan(0, 23), new TextSpan(25, 29)], document.Sentences.Select(sentence => sentence.Span));
        Assert.Equal([new Name(NameKind.Person, 0, 2)], document.Names);
        Assert.Equal(["'s", "n't"], Enumerable.Range(0, document.Tokens.Count).Where(i => document.Tokens.Continues[i]).Select(i => document.Tokens.Forms[i]));
        Assert.Equal(2, document.Article.Blocks.Length);
    }

    [Fact]
    public void What_was_written_reads_back_the_same()
    {
        using var first = new StringWriter();
        ConlluWriter.Write(first, Read(Parse).Single());
        using var second = new StringWriter();
        ConlluWriter.Write(second, Read(first.ToString()).Single());

        Assert.Equal(first.ToString(), second.ToString());
        Assert.Equal(Read(Parse).Single().Article.Text, Read(first.ToString()).Single().Article.Text);
        // All but the empty node.
        Assert.Equal(
            Parse.ReplaceLineEndings("\n").Split('\n').Where(line => !line.StartsWith("7.1", StringComparison.Ordinal)),
            first.ToString().Split('\n'));
    }

    [Fact]
    public void Without_a_text_line_the_words_and_their_spaces_make_the_text()
    {
        var document = Assert.Single(Read("1\tHe\t_\t_\t_\t_\t_\t_\t_\t_\n2-3\tdu\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n2\tde\t_\t_\t_\t_\t_\t_\t_\t_\n3\tle\t_\t_\t_\t_\t_\t_\t_\t_\n4\t!\t_\t_\t_\t_\t_\t_\t_\t_\n"));

        Assert.Equal("file.conllu", document.Article.Id.Value);
        Assert.Equal("He du!", document.Article.Text);
        Assert.Equal([new(0, 2), new(3, 5), new(3, 5), new TextSpan(5, 6)], document.Tokens.Spans);
        Assert.All(document.Tokens.Heads, head => Assert.Equal(-1, head));
    }

    [Fact]
    public void A_text_line_that_does_not_spell_the_words_is_not_used() =>
        Assert.Equal("He went", Read("# text = He goes\n1\tHe\the\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n2\twent\tgo\tVERB\tVBD\t_\t0\troot\t_\t_\n").Single().Article.Text);

    [Fact]
    public void Each_newdoc_starts_a_document() =>
        Assert.Equal(["a", "b"], Read("# newdoc id = a\n1\tA\ta\tX\t_\t_\t0\troot\t_\t_\n\n# newdoc id = b\n1\tB\tb\tX\t_\t_\t0\troot\t_\t_\n").Select(document => document.Article.Id.Value));

    [Theory]
    [InlineData("1\tonly\tthree", "folder/file.conllu:1: expected 10 columns")]
    [InlineData("2\tA\ta\tX\t_\t_\t0\troot\t_\t_", "expected word 1")]
    [InlineData("1\tA\ta\tX\t_\t_\t7\troot\t_\t_", "head 7 lies outside")]
    [InlineData("1\tA\ta\tX\t_\t_\t1\tdep\t_\t_", "go in a circle")]
    [InlineData("1\tA\ta\tX\t_\t_\t2\tdep\t_\t_\n2\tB\tb\tX\t_\t_\t1\tdep\t_\t_", "go in a circle")]
    [InlineData("1\tA\ta\tX\t_\t_\tone\troot\t_\t_", "expected a number")]
    [InlineData("1-3\tA\ta\tX\t_\t_\t_\t_\t_\t_\n1\tA\ta\tX\t_\t_\t0\troot\t_\t_", "runs past the end")]
    public void A_malformed_line_is_named(string text, string message) =>
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Hand_written_documents_have_names_and_natural_spacing()
    {
        var document = TestDocument.Parse("""
            Ana   Ana   PROPN*PER 4 nsubj
            Li    Li    PROPN*PER 1 flat
            did   do    AUX       4 aux    Tense=Past VBD
            visit visit VERB      0 root
            Oslo  Oslo  PROPN*    4 obj
            .     .     PUNCT     4 punct

            Go    go    VERB      0 root
            """, new DateOnly(2024, 3, 5));

        Assert.Equal("Ana Li did visit Oslo. Go", document.Article.Text);
        Assert.Equal([new Name(NameKind.Person, 0, 2), new Name(NameKind.Location, 4, 5)], document.Names);
        Assert.Equal("VBD", document[2].FineTag);
        Assert.Equal("Tense=Past", document[2].Features);
        Assert.Equal("2024-03-05", document.Article.Published.Iso);
    }
}
