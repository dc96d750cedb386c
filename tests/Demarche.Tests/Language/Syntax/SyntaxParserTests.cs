using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Language;
using Demarche.Tests.Training.Syntax;

namespace Demarche.Tests.Language.Syntax;

/// <summary>The parser with a small network that knows the project's own sentences by heart.</summary>
public class SyntaxParserTests
{
    static readonly List<Document> Treebank = SmallNetwork.Treebank();
    static readonly SyntaxModel Model = SmallNetwork.Train(Treebank, SmallNetwork.Options, threads: 2);
    static readonly SyntaxParser Parser = new(Model);

    static Demarche.Language.Syntax Parse(SyntaxParser parser, params string[] sentences)
    {
        var forms = ImmutableArray.CreateBuilder<string>();
        var spans = ImmutableArray.CreateBuilder<Sentence>();
        foreach (var sentence in sentences)
        {
            var first = forms.Count;
            forms.AddRange(sentence.Split(' '));
            spans.Add(new Sentence(default, first, forms.Count));
        }
        return parser.Parse(forms.ToImmutable(), spans.ToImmutable());
    }

    [Fact]
    public void Repeats_what_it_was_taught()
    {
        foreach (var document in Treebank)
        {
            var syntax = Parser.Parse(document.Tokens.Forms, document.Sentences);

            Assert.Equal(document.Tokens.Tags, syntax.Tagging.Tags);
            Assert.Equal(document.Tokens.FineTags, syntax.Tagging.FineTags);
            Assert.Equal(document.Tokens.Features, syntax.Tagging.Features);
            Assert.Equal(document.Tokens.Heads, syntax.Heads);
            Assert.Equal(document.Tokens.Relations, syntax.Relations);
        }
    }

    [Fact]
    public void A_tree_does_not_depend_on_the_sentences_beside_it()
    {
        string[] sentences = ["Troops denied the town .", "Ships", "Officials in Oslo told the government of the talks on Monday .", "She denied it ."];
        var together = Parse(Parser, [.. Enumerable.Repeat(sentences, 30).SelectMany(s => s)]);
        var alone = sentences.Select(sentence => Parse(Parser, sentence)).ToArray();

        Assert.Equal(alone.SelectMany(syntax => syntax.Relations), together.Relations.Take(alone.Sum(syntax => syntax.Heads.Length)));
        Assert.Equal(alone[3].Heads.Select(head => head < 0 ? head : head + together.Heads.Length - 4), together.Heads.TakeLast(4));
    }

    [Fact]
    public void A_sentence_without_end_is_still_one_tree()
    {
        var syntax = Parse(Parser, string.Join(' ', Enumerable.Repeat("Troops shelled the town and", 300)));

        Assert.Single(syntax.Heads, -1);
        Assert.True(TreeDecoder.IsTree([.. syntax.Heads.Select(head => head + 1)]));
    }

    [Fact]
    public void Strange_words_are_words()
    {
        var syntax = Parse(Parser, $"\0 \ud800 {new string('x', 100_000)} שלום 北京 e\u0301 🕊");

        Assert.Equal(7, syntax.Heads.Length);
        Assert.Single(syntax.Heads, -1);
        Assert.Empty(Parser.Parse([], []).Heads);
    }

    [Fact]
    public void A_model_is_the_same_after_writing_and_reading()
    {
        var folder = Directory.CreateTempSubdirectory("demarche");
        try
        {
            folder.CreateSubdirectory("data");
            const string name = "models/xx/syntax.model";
            var path = Path.Combine(folder.FullName, name);
            SyntaxModelFile.Write(Model, path);
            var bytes = File.ReadAllBytes(path);
            var data = new DataFolder(folder.FullName);
            var read = SyntaxModelFile.Read(data, name);
            SyntaxModelFile.Write(read, path);

            Assert.Equal(bytes, File.ReadAllBytes(path));
            Assert.Equal(
                Parse(Parser, "Norway 's government shelled Geneva .").Relations, Parse(new SyntaxParser(data, "xx"), "Norway 's government shelled Geneva .").Relations);

            bytes[bytes.Length / 2] ^= 1;
            File.WriteAllBytes(path, bytes);
            var problem = Assert.Throws<DataFileException>(() => new SyntaxParser(data, "xx")).Message;
            Assert.StartsWith(name + ": is damaged", problem, StringComparison.Ordinal);
            Assert.Contains("demarche train syntax", problem, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
