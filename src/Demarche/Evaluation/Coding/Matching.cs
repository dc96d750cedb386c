namespace Demarche.Evaluation.Coding;

/// <summary>When two sentences, triggers or names count as the same.</summary>
static class Matching
{
    const double Overlap = 0.6;

    static readonly HashSet<string> StopWords =
        [.. "the a an of to in on at by for and or is are was were be been being has have had that this it its s his her their as with from will would could".Split(' ')];

    /// <summary>Whether two word lists are the same sentence, or one a good part of the other: by trigrams.</summary>
    public static bool SameSentence(string[] a, string[] b)
    {
        if (a.Length == 0 || b.Length == 0)
            return false;
        var (shorter, longer) = (Math.Min(a.Length, b.Length), Math.Max(a.Length, b.Length));
        if (shorter < 5 && shorter * 2 < longer)
            return false;
        if (shorter < 3)
            return a.SequenceEqual(b);
        Dictionary<string, int> left = Grams(a), right = Grams(b);
        var common = left.Sum(pair => Math.Min(pair.Value, right.GetValueOrDefault(pair.Key)));
        return (double)common / Math.Min(left.Values.Sum(), right.Values.Sum()) >= Overlap;
    }

    static Dictionary<string, int> Grams(string[] words)
    {
        var size = Math.Min(3, words.Length);
        var grams = new Dictionary<string, int>();
        for (var i = 0; i + size <= words.Length; i++)
        {
            var gram = string.Join(' ', words.AsSpan(i, size)!);
            grams[gram] = grams.GetValueOrDefault(gram) + 1;
        }
        return grams;
    }

    /// <summary>Whether two triggers share a content word or a stem of five letters.</summary>
    public static bool ShareWord(string a, string b)
    {
        var right = Content(b);
        return Content(a).Any(x => right.Any(y => x == y || (x.Length >= 5 && y.Length >= 5 && string.CompareOrdinal(x, 0, y, 0, 5) == 0)));
    }

    /// <summary>Whether two names can stand for one thing: equal, or one holds the other's head or most of it.</summary>
    public static bool SameName(string? a, string? b)
    {
        string[] x = Content(a), y = Content(b);
        if (x.Length == 0 || y.Length == 0)
            return ScoreText.FoldedWords(a) is { Length: > 0 } words && words.SequenceEqual(ScoreText.FoldedWords(b));
        if (x.Length > y.Length)
            (x, y) = (y, x);
        return x.All(y.Contains) && (x[^1] == y[^1] || 2 * x.Length >= y.Length);
    }

    static string[] Content(string? text) => [.. ScoreText.FoldedWords(text).Where(word => !StopWords.Contains(word))];
}
