using System.IO.Compression;
using System.Text;
using Demarche.Tests.Training.Syntax;
using Demarche.Training;

namespace Demarche.Tests.Training;

/// <summary>Trains every model on a few sentences of our own: the way works, and the same run gives the same bytes.</summary>
public sealed class SmokeTrainingTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("demarche");

    public SmokeTrainingTests()
    {
        var sentences = File.ReadAllText(Path.Combine(Repository.Root, "tests", "data", "training", "sentences.conllu"));
        foreach (var part in (string[])["train", "dev"])
            Pack(sentences, "ud", $"ud-en-{part}.conllu.gz");
        WriteNames();
        Directory.CreateDirectory(Path.Combine(folder.FullName, "corpora", "eventcoding"));
        File.WriteAllText(Path.Combine(folder.FullName, "corpora", "eventcoding", "PLV_train.tsv"), """
            marked_sentence	gold_root
            <s>Troops</s> shelled <t>Darat</t> on Tuesday.	ASSAULT
            <s>Rebels</s> shelled <t>Darat</t> at night.	ASSAULT
            <s>Oslo</s> sent food to <t>Darat</t>.	AID
            <s>Oslo</s> sent tents to <t>Darat</t>.	AID
            <s>The rebels</s> freed <t>the envoy</t>.	YIELD

            """.ReplaceLineEndings("\n"));
    }

    // Sentences of our own stand in for the corpora with marked names and for the raw text.
    void WriteNames()
    {
        var marked = string.Join('\n', File.ReadLines(Path.Combine(Repository.Root, NameTraining.OwnSentences)).Take(400)) + "\n";
        foreach (var name in (string[])["uner-ewt-train", "gum-train", "wikigold", "crossner-politics-train", "gmb-train", "uner-ewt-dev", "gum-dev", "crossner-politics-dev"])
            Pack(marked, "ner", $"ner-en-{name}.bio.gz");
        Pack("""{"text": ["The minister met the president in Minsk.", "Talks with Minsk went on."]}""" + "\n", "raw", "un-general-debate-1990-2024.jsonl.gz");
    }

    void Pack(string text, params string[] path)
    {
        var file = Path.Combine([folder.FullName, "corpora", "nlp", .. path]);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var packed = new GZipStream(File.Create(file), CompressionLevel.Fastest);
        packed.Write(Encoding.UTF8.GetBytes(text));
    }

    public void Dispose() => folder.Delete(recursive: true);

    public static TheoryData<string> Models => ["tokenizer", "lemmatizer", "syntax", "names", "scorer"];

    [Theory]
    [MemberData(nameof(Models))]
    public void The_same_run_gives_the_same_bytes(string name)
    {
        var first = Train(name, "first");
        var second = Train(name, "second");

        Assert.Equal(first, second);
        Assert.StartsWith($"en/{name}.", first.Manifest.Split('\n')[1], StringComparison.Ordinal);
    }

    (string Manifest, string Model) Train(string name, string output)
    {
        var run = new TrainingRun(Path.Combine(folder.FullName, "corpora"), Repository.Data, Path.Combine(folder.FullName, output), int.MaxValue, 1, new Progress<TrainingProgress>(), CancellationToken.None);
        var model = name switch
        {
            "tokenizer" => TokenizerTraining.Train(run),
            "lemmatizer" => LemmatizerTraining.Train(run),
            "names" => NameTraining.Train(run),
            "scorer" => ScorerTraining.Train(run with { Limit = 20 }),
            _ => SyntaxTraining.Train(run, SmallNetwork.Shape, SmallNetwork.Options with { Epochs = 2 }, threads: 2),
        };
        ModelManifest.Enter(run.Output, model);
        return (File.ReadAllText(Path.Combine(run.Output, "manifest.tsv")), Convert.ToHexString(File.ReadAllBytes(run.PathOf(model.File))));
    }
}
