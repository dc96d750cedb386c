using System.IO.Compression;
using Demarche.Knowledge;

namespace Demarche.Cli.Evaluation;

/// <summary>Where the data for measuring lies, and the shipped data and models to be measured.</summary>
sealed record Corpora(string Folder, DataFolder Shipped)
{
    public string PathOf(string name) => Path.Combine(Folder, name.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Opens a gzip text; a missing one is a <see cref="DataFileException"/>.</summary>
    public StreamReader OpenText(string name)
    {
        try
        {
            return new StreamReader(new GZipStream(File.OpenRead(PathOf(name)), CompressionMode.Decompress));
        }
        catch (IOException problem)
        {
            throw new DataFileException(PathOf(name), "cannot be opened; name the folder of the data with --data or DEMARCHE_DATA", problem);
        }
    }
}
