namespace Demarche.Evaluation.Reading;

/// <summary>
/// Scores extracted bodies as the public article-extraction benchmark does: multisets of four-word shingles per page; precision and
/// recall are means over pages, F1 their harmonic mean.
/// </summary>
public static class ExtractionScorer
{
    const int ShingleSize = 4;

    /// <summary>Pairs of gold and extracted body, one per page; an extracted body may be empty.</summary>
    public static IReadOnlyList<Score> Compare(IReadOnlyCollection<(string Gold, string System)> pages, string data)
    {
        List<double> precisions = [], recalls = [], exact = [];
        foreach (var (gold, system) in pages)
        {
            List<string> goldWords = ScoreText.Words(gold), systemWords = ScoreText.Words(system);
            var want = Shingles(goldWords);
            var have = Shingles(systemWords);
            var common = want.Sum(pair => Math.Min(pair.Value, have.GetValueOrDefault(pair.Key)));
            int wanted = want.Values.Sum(), told = have.Values.Sum();
            if (told > 0)
                precisions.Add((double)common / told);
            if (wanted > 0)
                recalls.Add((double)common / wanted);
            exact.Add(goldWords.SequenceEqual(systemWords) ? 1 : 0);
        }
        double precision = precisions.DefaultIfEmpty().Average(), recall = recalls.DefaultIfEmpty().Average();
        return
        [
            new("reading", data, "f1", precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0, pages.Count),
            new("reading", data, "precision", precision, pages.Count),
            new("reading", data, "recall", recall, pages.Count),
            new("reading", data, "accuracy", exact.DefaultIfEmpty().Average(), pages.Count),
        ];
    }

    static Dictionary<string, int> Shingles(List<string> words)
    {
        var shingles = new Dictionary<string, int>();
        if (words.Count == 0)
            return shingles;
        for (var i = 0; i <= Math.Max(0, words.Count - ShingleSize); i++)
        {
            var shingle = string.Join(' ', words.Skip(i).Take(ShingleSize));
            shingles[shingle] = shingles.GetValueOrDefault(shingle) + 1;
        }
        return shingles;
    }
}
