using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Language;
using Demarche.Language.Names;
using Demarche.Training;

namespace Demarche.Tests.Language.Names;

/// <summary>With a model trained in the test, on our own sentences alone: it shows how the finder works, not how well.</summary>
public class NameFinderTests
{
    static readonly SyntaxParser Parser = new(Repository.Data, "en");
    static readonly Lazy<NameModel> Small = new(Train);

    static NameModel Train()
    {
        var lexicon = new NameLexicon();
        lexicon.TakeLists(NameLists.Of(Repository.Data));
        using var reader = new StreamReader(Repository.Data.Open(NameTraining.OwnSentences));
        return new NameTrainer(Parser, 1, _ => { }) { Epochs = 6 }.Train([NameCorpus.Read(reader, NameTraining.OwnSentences, 0, marksMiscellaneous: true)], lexicon);
    }

    static string Find(params string[] sentences)
    {
        var forms = ImmutableArray.CreateBuilder<string>();
        var spans = ImmutableArray.CreateBuilder<Sentence>();
        foreach (var sentence in sentences)
        {
            var first = forms.Count;
            forms.AddRange(sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            spans.Add(new Sentence(default, first, forms.Count));
        }
        var all = forms.ToImmutable();
        return string.Join("; ", new NameFinder(Small.Value).Find(all, spans.ToImmutable(), Parser.Parse(all, spans.ToImmutable()))
            .Select(name => $"{name.Kind} {string.Join(' ', all[name.First..name.End])}"));
    }

    [Theory]
    [InlineData("Foreign Minister Wang Yi met Antony Blinken in Beijing on Friday .", "Person Wang Yi; Person Antony Blinken; Location Beijing")]
    [InlineData("The European Union condemned the arrest of Maria Kolesnikova in Minsk .", "Organisation European Union; Person Maria Kolesnikova; Location Minsk")]
    [InlineData("the talks were long and the weather was bad .", "")]
    public void Finds_names_with_their_kind(string sentence, string expected) => Assert.Equal(expected, Find(sentence));

    [Theory]
    [InlineData("'s")]
    [InlineData("’s")]
    public void Both_apostrophes_are_one(string mark) =>
        Assert.Equal($"Organisation People {mark} Liberation Army", Find($"Officers of the People {mark} Liberation Army left ."));

    [Fact]
    public void No_name_goes_over_the_end_of_a_sentence() =>
        Assert.Equal("Location Minsk; Location Belarus", Find("They went to Minsk", "Belarus said so ."));

    [Fact]
    public void An_empty_document_has_no_names()
    {
        Assert.Empty(new NameFinder(Small.Value).Find([], [], Parser.Parse([], [])));
        Assert.Equal("", Find("", ""));
    }

    [Fact]
    public void A_model_comes_back_from_its_file_as_it_was()
    {
        var bytes = Bytes(Small.Value);

        Assert.Equal(bytes, Bytes(NameModel.Read(new BinaryReader(new MemoryStream(bytes)), "names.model")));
    }

    [Fact]
    public void The_same_training_gives_the_same_bytes() => Assert.Equal(Bytes(Small.Value), Bytes(Train()));

    [Fact]
    public void A_model_whose_parts_do_not_fit_is_refused_with_the_command_that_mends_it()
    {
        var bytes = Bytes(Small.Value);
        // The first word of the field of buckets in use: one row more than there is.
        bytes[4] ^= 1;

        var problem = Assert.Throws<DataFileException>(() => NameModel.Read(new BinaryReader(new MemoryStream(bytes)), "models/en/names.model"));

        Assert.StartsWith("models/en/names.model: ", problem.Message);
        Assert.Contains("demarche train names", problem.Message);
    }

    static byte[] Bytes(NameModel model)
    {
        using var stream = new MemoryStream();
        model.Write(new BinaryWriter(stream));
        return stream.ToArray();
    }
}
