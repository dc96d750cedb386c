using System.IO.Compression;
using System.Text;
using Demarche.Training;

namespace Demarche.Tests.Training;

/// <summary>Trains every model on a few sentences of our own: the way works, and the same run gives the same bytes.</summary>
public sealed class SmokeTrainingTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("demarche");

    public SmokeTrainingTests()
    {
        var treebank = Path.Combine(folder.FullName, "corpora", "nlp", "ud");
        Directory.CreateDirectory(treebank);
        var sentences = File.ReadAllText(Path.Combine(Repository.Root, "tests", "data", "training", "sentences.conllu"));
        foreach (var part in (string[])["train", "dev"])
        {
            using var file = File.Create(Path.Combine(treebank, $"ud-en-{part}.conllu.gz"));
            using var packed = new GZipStream(file, CompressionLevel.Fastest);
            packed.Write(Encoding.UTF8.GetBytes(sentences));
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    public static TheoryData<string> Models => ["tokenizer", "tagger", "lemmatizer", "parser"];

    [Theory]
    [MemberData(nameof(Models))]
    public void The_same_run_gives_the_same_bytes(string name)
    {
        var first = Train(name, "first");
        var second = Train(name, "second");

        Assert.Equal(first, second);
        Assert.StartsWith($"en/{name}.model\t", first.Manifest.Split('\n')[1], StringComparison.Ordinal);
    }

    (string Manifest, string Model) Train(string name, string output)
    {
        var run = new TrainingRun(Path.Combine(folder.FullName, "corpora"), Repository.Data, Path.Combine(folder.FullName, output), int.MaxValue, 1, new Progress<TrainingProgress>(), CancellationToken.None);
        var model = name switch
        {
            "tokenizer" => TokenizerTraining.Train(run),
            "tagger" => TaggerTraining.Train(run),
            "lemmatizer" => LemmatizerTraining.Train(run),
            _ => ParserTraining.Train(run),
        };
        ModelManifest.Enter(run.Output, model);
        return (File.ReadAllText(Path.Combine(run.Output, "manifest.tsv")), Convert.ToHexString(File.ReadAllBytes(run.PathOf(model.File))));
    }
}
