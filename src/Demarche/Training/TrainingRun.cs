using System.IO.Compression;
using System.Text;
using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Training;

/// <summary>How far the training of one model is.</summary>
public readonly record struct TrainingProgress(string Model, string Step, int Done, int Total);

/// <summary>What a training leaves behind, for the manifest.</summary>
/// <param name="File">Path below the models' folder, with forward slashes.</param>
/// <param name="Licence">SPDX identifiers of the corpora, joined by " AND ".</param>
/// <param name="Scores">Measures on the development data ("UPOS 95.4, LAS 80.2"), or "-" for a smoke training.</param>
public sealed record TrainedModel(string Name, string File, string Corpus, string Licence, string Scores);

/// <summary>
/// One training: where the corpora are, where models go, and how much of the corpora to use. The same run gives the same bytes.
/// </summary>
/// <param name="DataPath">The folder of the development data (its <c>nlp/</c> is read).</param>
/// <param name="Shipped">The lexicons models stand on.</param>
/// <param name="Output">The folder models are written to.</param>
/// <param name="Limit">Documents to read from each corpus; for smoke trainings.</param>
public sealed record TrainingRun(string DataPath, DataFolder Shipped, string Output, int Limit, ulong Seed, IProgress<TrainingProgress> Progress, CancellationToken Stop)
{
    /// <summary>Opens a file of the corpora, unpacked where it is gzip'd.</summary>
    public TextReader Open(string name)
    {
        var path = Path.Combine(DataPath, name);
        try
        {
            Stream stream = File.OpenRead(path);
            if (path.EndsWith(".gz", StringComparison.Ordinal))
                stream = new GZipStream(stream, CompressionMode.Decompress);
            return new StreamReader(stream, Encoding.UTF8, true, 1 << 16);
        }
        catch (IOException problem)
        {
            throw new DataFileException(path, "cannot be opened: " + problem.Message + " Name the folder of the corpora by --data or DEMARCHE_DATA.", problem);
        }
    }

    /// <summary>The documents of a treebank, up to the limit.</summary>
    public List<Document> Treebank(string name)
    {
        using var reader = Open(name);
        return [.. ConlluReader.Read(reader, name).Take(Limit)];
    }

    public string PathOf(string file) => Path.Combine(Output, file.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Tells how far we are, and stops here where the user wants to stop.</summary>
    public void Report(string model, string step, int done, int total)
    {
        Stop.ThrowIfCancellationRequested();
        Progress.Report(new TrainingProgress(model, step, done, total));
    }
}
