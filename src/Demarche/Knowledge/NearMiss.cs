namespace Demarche.Knowledge;

/// <summary>The valid value that somebody who wrote an invalid one most likely meant.</summary>
public static class NearMiss
{
    /// <summary>" (did you mean 'GOV'?)", or nothing where no value is near. Of values equally near the first in order counts.</summary>
    /// <param name="prefix">What stands before a value where it is written ("@" of a word class).</param>
    public static string Hint(string written, IEnumerable<string> valid, string prefix = "")
    {
        string? best = null;
        var fewest = Math.Max(2, written.Length / 3) + 1;
        foreach (var value in valid.Order(StringComparer.Ordinal))
        {
            var edits = Distance(written, value);
            if (edits < fewest)
                (best, fewest) = (value, edits);
        }
        return best is null ? "" : $" (did you mean '{prefix}{best}'?)";
    }

    /// <summary>Levenshtein's distance, blind to case.</summary>
    static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 4)
            return int.MaxValue;
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? diagonal : diagonal + 1;
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j] + 1, row[j - 1] + 1));
            }
        }
        return row[^1];
    }
}
