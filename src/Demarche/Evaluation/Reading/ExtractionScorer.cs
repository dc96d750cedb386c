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
            var (common, wanted, told) = Count(goldWords, systemWords);
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

    /// <summary>Precision, recall and F1 of one page; 1 where there is nothing to tell or nothing to find.</summary>
    public static (double Precision, double Recall, double F1) Compare(string gold, string system)
    {
        var (common, wanted, told) = Count(ScoreText.Words(gold), ScoreText.Words(system));
        return (told > 0 ? (double)common / told : 1, wanted > 0 ? (double)common / wanted : 1, wanted + told > 0 ? 2.0 * common / (wanted + told) : 1);
    }

    static (int Common, int Wanted, int Told) Count(List<string> gold, List<string> system)
    {
        var want = Shingles(gold);
        var have = Shingles(system);
        return (want.Sum(pair => Math.Min(pair.Value, have.GetValueOrDefault(pair.Key))), want.Values.Sum(), have.Values.Sum());
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
