using System.IO.Compression;
using System.Text;
using Demarche.Documents;

namespace Demarche.Evaluation.Names;

/// <summary>Exact-span F1 of names over given sentences.</summary>
public static class NameScorer
{
    /// <summary>
    /// Reads a gzip'd table of <c>word TAB label</c> lines, blank lines between sentences, as one document of given words:
    /// what the independent scorer hands out as CoNLL-U, where the marks between the corpus' documents are gone.
    /// </summary>
    public static Document Load(string path)
    {
        var parse = new StringBuilder();
        using (var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8))
        {
            var number = 0;
            while (reader.ReadLine() is { } line)
                if (line.Length == 0 || line.StartsWith("-DOCSTART-", StringComparison.Ordinal))
                {
                    parse.Append(number > 0 ? "\n" : "");
                    number = 0;
                }
                else
                {
                    var cells = line.Split('\t');
                    parse.Append(++number).Append('\t').Append(cells[0]).Append("\t_\t_\t_\t_\t_\t_\t_\t").Append(cells[^1] == "O" ? "_" : "NER=" + cells[^1]).Append('\n');
                }
        }
        return ConlluReader.Read(new StringReader(parse.ToString()), Path.GetFileName(path), "en").Single();
    }

    /// <summary>Compares the names of documents with the same tokens, of the given kinds only.</summary>
    public static IReadOnlyList<Score> Compare(IReadOnlyList<Document> gold, IReadOnlyList<Document> system, IReadOnlyCollection<NameKind> kinds, string data)
    {
        int right = 0, told = 0, wanted = 0;
        foreach (var (left, found) in gold.Zip(system))
        {
            var want = left.Names.Where(name => kinds.Contains(name.Kind)).ToHashSet();
            var have = found.Names.Where(name => kinds.Contains(name.Kind)).ToHashSet();
            right += want.Count(have.Contains);
            told += have.Count;
            wanted += want.Count;
        }
        double precision = right / Math.Max(1.0, told), recall = right / Math.Max(1.0, wanted);
        return
        [
            new("names", data, "precision", precision, told),
            new("names", data, "recall", recall, wanted),
            new("names", data, "f1", 2 * precision * recall / Math.Max(precision + recall, 1e-9), wanted),
        ];
    }
}
