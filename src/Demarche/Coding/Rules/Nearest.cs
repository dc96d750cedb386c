namespace Demarche.Coding.Rules;

/// <summary>The word somebody probably meant.</summary>
static class Nearest
{
    /// <summary>"; did you mean 'x'?" or nothing where no candidate is within a third of the word's letters.</summary>
    public static string Hint(string word, IEnumerable<string> candidates, string prefix = "")
    {
        var best = candidates.Select(candidate => (candidate, distance: Distance(word, candidate)))
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.candidate, StringComparer.Ordinal).FirstOrDefault();
        return best.candidate is not null && best.distance <= Math.Max(1, word.Length / 3) ? $"; did you mean '{prefix}{best.candidate}'?" : "";
    }

    // Levenshtein's distance, one row at a time.
    static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substitution = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
