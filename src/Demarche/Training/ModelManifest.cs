using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Demarche.Knowledge;

namespace Demarche.Training;

/// <summary><c>models/manifest.tsv</c>: every shipped model with its hash, licence, corpus, command and scores, sorted by file.</summary>
public static class ModelManifest
{
    const string Header = "file\tsha256\tbytes\tlicence\tcorpus\tcommand\tscores";

    /// <summary>Enters a model that was just written, in the place of an older entry.</summary>
    public static void Enter(string modelsFolder, TrainedModel model)
    {
        var path = Path.Combine(modelsFolder, "manifest.tsv");
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (File.Exists(path))
        {
            using var table = new TsvFile(File.OpenRead(path), path, Header.Split('\t'));
            while (table.Read())
                rows[table[0]] = string.Join('\t', Enumerable.Range(0, 7).Select(column => table[column]));
        }
        var bytes = File.ReadAllBytes(Path.Combine(modelsFolder, model.File.Replace('/', Path.DirectorySeparatorChar)));
        rows[model.File] = string.Join('\t', model.File, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length.ToString(CultureInfo.InvariantCulture),
            model.Licence, model.Corpus, "demarche train " + model.Name, model.Scores);
        File.WriteAllText(path, string.Join('\n', rows.Values.Prepend(Header)) + "\n", new UTF8Encoding(false));
    }
}
