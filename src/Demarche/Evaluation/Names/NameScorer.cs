using Demarche.Documents;

namespace Demarche.Evaluation.Names;

/// <summary>Exact-span F1 of names over given sentences.</summary>
public static class NameScorer
{
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
